import type { Rule } from '../model/rule.ts'

/** pnpm: ` ERR_PNPM_<CODE>  message`. */
export const rules: readonly Rule[] = [
  {
    id: 'pnpm/outdated-lockfile',
    category: 'dependency',
    title: 'pnpm-lock.yaml does not match package.json',
    needles: [
      'ERR_PNPM_OUTDATED_LOCKFILE',
      'ERR_PNPM_FROZEN_LOCKFILE',
      'ERR_PNPM_LOCKFILE_',
      'ERR_PNPM_NO_LOCKFILE',
      'with "frozen-lockfile" because',
    ],
    pattern:
      /ERR_PNPM_(?:OUTDATED_LOCKFILE|FROZEN_LOCKFILE\w{0,40}|LOCKFILE_(?:CONFIG_MISMATCH|MISSING_DEPENDENCY|BREAKING_CHANGE)|NO_LOCKFILE)|Cannot install with "frozen-lockfile" because/,
    extent: { after: 2, while: /^\s+\S|^Note |^\s*$/ },
    transient: 0.01,
    explanation: 'In CI pnpm installs exactly the lock file, and package.json (or the pnpm settings) asks for something else.',
    remedies: ['Run `pnpm install` with the pnpm version CI uses, and commit pnpm-lock.yaml.'],
    examples: {
      match: [
        {
          text: ' ERR_PNPM_OUTDATED_LOCKFILE  Cannot install with "frozen-lockfile" because pnpm-lock.yaml is not up to date with package.json',
        },
      ],
      miss: ['Lockfile is up to date, resolution step is skipped'],
    },
  },
  {
    id: 'pnpm/not-found',
    category: 'dependency',
    title: 'pnpm: no such package or version ({code})',
    needles: [
      'ERR_PNPM_NO_MATCHING_VERSION',
      'ERR_PNPM_FETCH_404',
      'ERR_PNPM_WORKSPACE_PKG_NOT_FOUND',
      'ERR_PNPM_NO_VERSIONS',
      'ERR_PNPM_NO_MATCHING_VERSION_INSIDE_WORKSPACE',
    ],
    pattern: /(?<code>ERR_PNPM_(?:NO_MATCHING_VERSION\w{0,30}|FETCH_404|WORKSPACE_PKG_NOT_FOUND|NO_VERSIONS))\b/,
    extent: { after: 4 },
    transient: 0.04,
    explanation: 'The registry or the workspace has no such package, or no version that fits the range.',
    remedies: [
      'Correct the name or range in package.json (`pnpm view <package> versions`).',
      'For a private scope, configure its registry and token in .npmrc.',
    ],
    examples: {
      match: [
        {
          text: ' ERR_PNPM_NO_MATCHING_VERSION  No matching version found for acme-cart@^9.0.0',
          captures: { code: 'ERR_PNPM_NO_MATCHING_VERSION' },
        },
      ],
      miss: [' WARN  deprecated acme@1.0.0'],
    },
  },
  {
    id: 'pnpm/peer',
    category: 'dependency',
    title: 'pnpm: peer dependencies or engines do not fit ({code})',
    needles: [
      'ERR_PNPM_PEER_DEP_ISSUES',
      'ERR_PNPM_UNSUPPORTED_ENGINE',
      'ERR_PNPM_UNSUPPORTED_PLATFORM',
      'ERR_PNPM_IGNORED_BUILDS',
      'ERR_PNPM_TARBALL_INTEGRITY',
    ],
    pattern: /(?<code>ERR_PNPM_(?:PEER_DEP_ISSUES|UNSUPPORTED_ENGINE|UNSUPPORTED_PLATFORM|IGNORED_BUILDS|TARBALL_INTEGRITY))\b/,
    extent: { after: 2, while: /^\s+\S|^\s*$|^[├└│.]/ },
    transient: 0.02,
    explanation:
      'A package needs another version of a peer, of Node or of pnpm than this project has, or its archive or build script is not accepted.',
    remedies: [
      'Align the versions that the lines below name, or use the Node and pnpm version asked for.',
      'For ignored builds, list the packages that may run scripts with `pnpm approve-builds`.',
    ],
    examples: {
      match: [{ text: ' ERR_PNPM_UNSUPPORTED_ENGINE  Unsupported environment (bad pnpm and/or Node.js version)' }],
      miss: [' WARN  Issues with peer dependencies found', ' WARN  Unsupported engine: wanted: {"node":">=20"}'],
    },
  },
  {
    id: 'pnpm/network',
    category: 'network',
    title: 'pnpm could not fetch from the registry ({code})',
    needles: [
      'ERR_PNPM_META_FETCH_FAIL',
      'ERR_PNPM_FETCH_5',
      'ERR_PNPM_BAD_TARBALL_SIZE',
      ' ERR_SOCKET_TIMEOUT',
      'ERR_PNPM_ENOTFOUND',
      ' ECONNRESET  request to',
      ' ETIMEDOUT  request to',
    ],
    pattern:
      /(?:^|\s)(?<code>ERR_PNPM_(?:META_FETCH_FAIL|FETCH_5\d\d|BAD_TARBALL_SIZE|ENOTFOUND)|ERR_SOCKET_TIMEOUT|ECONNRESET|ETIMEDOUT)  /,
    extent: { after: 2 },
    transient: 0.8,
    explanation: 'The connection to the registry failed or the registry had an error of its own.',
    remedies: ['Run the job again.', 'Cache the pnpm store, or use a registry mirror, if it recurs.'],
    examples: {
      match: [
        {
          text: ' ERR_PNPM_META_FETCH_FAIL  GET https://registry.npmjs.org/acme: request to https://registry.npmjs.org/acme failed',
          captures: { code: 'ERR_PNPM_META_FETCH_FAIL' },
        },
      ],
      miss: [' WARN  GET https://registry.npmjs.org/acme error (ECONNRESET). Will retry in 10 seconds. 2 retries left.'],
    },
  },
  {
    id: 'pnpm/auth',
    category: 'auth',
    title: 'pnpm: the registry refuses the credentials ({code})',
    needles: ['ERR_PNPM_FETCH_401', 'ERR_PNPM_FETCH_403'],
    pattern: /(?<code>ERR_PNPM_FETCH_40[13])\b/,
    extent: { after: 4 },
    transient: 0.05,
    explanation: 'The token for this registry is missing, expired, or lacks the right to read the package.',
    remedies: ['Check that the token is set in this job and that .npmrc names it for this registry.'],
    examples: {
      match: [{ text: ' ERR_PNPM_FETCH_401  GET https://npm.acme.test/cart: Unauthorized - 401' }],
      miss: [' ERR_PNPM_FETCH_404  GET https://npm.acme.test/cart: Not Found - 404'],
    },
  },
  {
    id: 'pnpm/config',
    category: 'config',
    title: 'pnpm: {code}',
    needles: [
      'ERR_PNPM_NO_SCRIPT',
      'ERR_PNPM_NO_PKG_MANIFEST',
      'ERR_PNPM_NO_IMPORTER_MANIFEST_FOUND',
      'ERR_PNPM_JSON_PARSE',
      'ERR_PNPM_UNEXPECTED_',
      'No pnpm version is specified',
      'Multiple versions of pnpm specified',
      'ERR_PNPM_RECURSIVE_EXEC_NO_PACKAGE',
      'ERR_PNPM_INVALID_',
    ],
    pattern:
      /(?<code>ERR_PNPM_(?:NO_SCRIPT\w{0,20}|NO_PKG_MANIFEST|NO_IMPORTER_MANIFEST_FOUND|JSON_PARSE|UNEXPECTED_\w{1,40}|INVALID_\w{1,40}|RECURSIVE_EXEC_NO_PACKAGE))\b|No pnpm version is specified|Multiple versions of pnpm specified/,
    extent: { after: 4 },
    transient: 0.01,
    explanation: 'The set-up is wrong: a script, a manifest or the version of pnpm that CI should use is missing or given twice.',
    remedies: [
      'Do what the message says: add the script, run in the right directory, or set `packageManager` in package.json and nowhere else.',
    ],
    examples: {
      match: [
        { text: ' ERR_PNPM_NO_SCRIPT  Missing script: lint', captures: { code: 'ERR_PNPM_NO_SCRIPT' } },
        { text: 'Error: No pnpm version is specified.' },
      ],
      miss: [' ERR_PNPM_RECURSIVE_RUN_FIRST_FAIL  @acme/cart@1.0.0 test: `vitest`'],
    },
  },
  {
    id: 'pnpm/failed',
    category: 'unknown',
    role: 'symptom',
    title: 'pnpm repeats that a script failed',
    needles: ['ELIFECYCLE', 'ERR_PNPM_RECURSIVE_'],
    pattern: /ELIFECYCLE\s+(?:Command|Test) failed|ERR_PNPM_RECURSIVE_(?:RUN_FIRST_FAIL|FAIL|EXEC_FIRST_FAIL)/,
    extent: { after: 1 },
    transient: 0.1,
    explanation: 'The script that pnpm ran ended with an error; its own output stands above.',
    remedies: ['Read the lines above.'],
    examples: {
      match: [
        { text: ' ELIFECYCLE  Command failed with exit code 1.' },
        { text: ' ERR_PNPM_RECURSIVE_RUN_FIRST_FAIL  @acme/cart@1.0.0 test: `vitest run`' },
      ],
      miss: ['npm ERR! code ELIFECYCLE'],
    },
  },
]
