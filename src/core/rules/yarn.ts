import type { Rule } from '../model/rule.ts'

/** Yarn 1 (`error …`) and Yarn 2 to 4 (`➤ YN0028: …`). */
export const rules: readonly Rule[] = [
  {
    id: 'yarn/frozen-lockfile',
    category: 'dependency',
    title: 'yarn.lock does not match package.json',
    needles: ['Your lockfile needs to be updated', 'The lockfile would have been', 'seem to be present in your lockfile'],
    pattern:
      /Your lockfile needs to be updated, but yarn was run with|The lockfile would have been (?:modified|created) by this install, which is explicitly forbidden|This package doesn't seem to be present in your lockfile/,
    extent: { before: 2, after: 1 },
    transient: 0.01,
    explanation:
      'CI installs with a frozen lock file and stops when package.json asks for something the lock file does not have.',
    remedies: ['Run `yarn install` with the Yarn version CI uses, and commit yarn.lock.'],
    examples: {
      match: [
        { text: 'error Your lockfile needs to be updated, but yarn was run with `--frozen-lockfile`.' },
        { text: '➤ YN0028: │ The lockfile would have been modified by this install, which is explicitly forbidden.' },
      ],
      miss: ['info No lockfile found.', 'success Saved lockfile.'],
    },
  },
  {
    id: 'yarn/not-found',
    category: 'dependency',
    title: 'yarn: no such package or version: {package}',
    needles: [
      "Couldn't find package",
      "Couldn't find any versions for",
      'No candidates found',
      'Package not found',
      'Response Code: 404',
      'Received invalid tag',
      "which isn't a valid",
    ],
    pattern:
      /Couldn't find package "(?<package>[^"]{1,200})"|Couldn't find any versions for "(?<name>[^"]{1,200})"|YN0\d{3}: .{0,200}(?:No candidates found|Package not found|Response Code: 404)/,
    extent: { before: 1, after: 2 },
    transient: 0.04,
    explanation: 'The registry has no such package, or no version that fits the range.',
    remedies: [
      'Correct the name or range in package.json (`yarn npm info <package>`, `yarn info <package>`).',
      'For a private scope, configure its registry and token.',
    ],
    examples: {
      match: [
        { text: 'error Couldn\'t find package "acme-cart" on the "npm" registry.', captures: { package: 'acme-cart' } },
        { text: '➤ YN0082: │ acme-cart@npm:^9.0.0: No candidates found' },
      ],
      miss: ["➤ YN0013: │ acme@npm:1.0.0 can't be found in the cache and will be fetched from the remote registry"],
    },
  },
  {
    id: 'yarn/engine',
    category: 'dependency',
    title: 'yarn: {package} does not support this {engine} version',
    needles: ['is incompatible with this module. Expected version'],
    pattern:
      /error (?<package>\S{1,200}): The engine "(?<engine>[^"]{1,40})" is incompatible with this module\. Expected version/,
    extent: { after: 1 },
    transient: 0.01,
    explanation: 'The package declares which versions of Node it runs on, and this job runs another.',
    remedies: ['Run the job on a version in the expected range.', 'Or pin the package to a release that supports this one.'],
    examples: {
      match: [
        {
          text: 'error acme-cart@3.0.0: The engine "node" is incompatible with this module. Expected version ">=18". Got "16.20.2"',
          captures: { package: 'acme-cart@3.0.0', engine: 'node' },
        },
      ],
      miss: ['warning acme@1.0.0: The engine "vscode" appears to be invalid.'],
    },
  },
  {
    id: 'yarn/missing-script',
    category: 'config',
    title: 'yarn: there is no command or script "{command}"',
    needles: ['error Command "', "Couldn't find a script named", 'ERROR: There are no scripts'],
    pattern: /error Command "(?<command>[^"]{1,100})" not found|Couldn't find a script named "(?<script>[^"]{1,100})"/,
    extent: { after: 1 },
    transient: 0.01,
    explanation: 'The CI step runs a script that package.json does not define, or a tool that is not installed.',
    remedies: ['Add the script or dependency, or correct the name in the CI file; `yarn run` lists what exists.'],
    examples: {
      match: [
        { text: 'error Command "lint:css" not found.', captures: { command: 'lint:css' } },
        { text: 'Usage Error: Couldn\'t find a script named "lint".' },
      ],
      miss: ['error Command failed with exit code 1.'],
    },
  },
  {
    id: 'yarn/network',
    category: 'network',
    title: 'yarn could not fetch from the registry',
    needles: ['error An unexpected error occurred', 'YN0001', 'YN0035', 'error Error: '],
    pattern:
      /(?:error An unexpected error occurred: "|error Error: |YN0001: .{0,80}(?:RequestError|TimeoutError|HTTPError)|YN0035: ).{0,300}(?:ECONNRESET|ECONNREFUSED|ETIMEDOUT|ESOCKETTIMEDOUT|ENOTFOUND|EAI_AGAIN|socket hang up|Request failed "5\d\d|Response Code: 5\d\d|certificate has expired|Client network socket disconnected|timed? ?out)/i,
    extent: { after: 2 },
    transient: 0.8,
    explanation: 'The connection to the registry failed, after yarn had tried again.',
    remedies: ['Run the job again.', 'Cache the yarn cache folder, and raise `--network-timeout` if it recurs.'],
    examples: {
      match: [
        { text: 'error An unexpected error occurred: "https://registry.yarnpkg.com/acme/-/acme-1.0.0.tgz: ESOCKETTIMEDOUT".' },
        { text: '➤ YN0001: │ RequestError: connect ETIMEDOUT 10.0.0.7:443' },
      ],
      miss: ['info There appears to be trouble with your network connection. Retrying...'],
    },
  },
  {
    id: 'yarn/checksum',
    category: 'dependency',
    title: 'yarn: a package does not match its checksum',
    needles: [
      'Integrity check failed for',
      "doesn't match the expected checksum",
      'Incorrect integrity when fetching',
      'Cache entry required but missing',
    ],
    pattern:
      /Integrity check failed for|The remote archive doesn't match the expected checksum|Incorrect integrity when fetching|Cache entry required but missing/,
    extent: { after: 1 },
    transient: 0.2,
    explanation:
      'The archive fetched has another hash than the lock file records: republished, altered by a proxy, or corrupt in the cache.',
    remedies: [
      'Clear the yarn cache of the job and run again.',
      'If it stays, update the entry with `yarn install` (`--check-cache`) and review the change.',
    ],
    examples: {
      match: [{ text: "➤ YN0018: │ acme-cart@npm:1.0.0: The remote archive doesn't match the expected checksum" }],
      miss: ['success Integrity check passed'],
    },
  },
  {
    id: 'yarn/build-script',
    category: 'dependency',
    role: 'summary',
    title: "yarn: a dependency's install script failed",
    needles: ["couldn't be built successfully", ': Command failed.'],
    pattern: /YN0009: .{0,200}couldn't be built successfully|error \S{0,200}node_modules\S{1,200}: Command failed\./,
    extent: { after: 8 },
    transient: 0.1,
    explanation: 'A package builds or downloads something while it is installed, and that failed.',
    remedies: ['Read its output below, or the log file that the line names.'],
    examples: {
      match: [
        { text: "➤ YN0009: │ sharp@npm:0.1.0 couldn't be built successfully (exit code 1, logs can be found here: /tmp/a.log)" },
        { text: 'error /srv/cart/node_modules/sharp: Command failed.' },
      ],
      miss: ['➤ YN0007: │ sharp must be built because it never has been before'],
    },
  },
  {
    id: 'yarn/package-manager',
    category: 'config',
    title: 'the job runs another package manager or version than package.json names',
    needles: [
      '"packageManager":',
      'This project is configured to use',
      'Cannot find matching keyid',
      'ERR_PNPM_BAD_PM_VERSION',
      'ERR_PNPM_OTHER_PM_EXPECTED',
    ],
    pattern:
      /defines "packageManager": "(?<package>[^"]{1,80})"\. However the current global version|This project is configured to use (?:yarn|npm|pnpm|v\d)|Internal Error: Cannot find matching keyid|ERR_PNPM_(?:BAD_PM_VERSION|OTHER_PM_EXPECTED)/,
    extent: { after: 4 },
    transient: 0.01,
    explanation:
      'package.json pins a package manager in `packageManager`, and the one on the runner differs or corepack is off or outdated.',
    remedies: [
      'Run `corepack enable` before installing (and `npm install -g corepack@latest` for key errors).',
      'Or make the CI step use the pinned tool.',
    ],
    examples: {
      match: [
        {
          text: 'error This project\'s package.json defines "packageManager": "yarn@4.1.0". However the current global version of Yarn is 1.22.22.',
          captures: { package: 'yarn@4.1.0' },
        },
      ],
      miss: ['  "packageManager": "yarn@4.1.0",'],
    },
  },
  {
    id: 'yarn/failed',
    category: 'unknown',
    role: 'symptom',
    title: 'yarn repeats that a command failed',
    needles: ['error Command failed with', 'Failed with errors in'],
    pattern: /error Command failed with (?:exit code \d+|signal)|YN0000: .{0,20}Failed with errors in/,
    transient: 0.1,
    explanation: 'The script that yarn ran ended with an error; its own output stands above.',
    remedies: ['Read the lines above.'],
    examples: {
      match: [{ text: 'error Command failed with exit code 1.' }, { text: '➤ YN0000: · Failed with errors in 3s 12ms' }],
      miss: ['➤ YN0000: · Done in 3s'],
    },
  },
]
