import type { Rule } from '../model/rule.ts'

/** Actions that set a tool up, and other common actions. */
export const rules: readonly Rule[] = [
  {
    id: 'github-setup/version-not-found',
    category: 'config',
    title: "The version '{version}' of a tool is not available on this runner",
    needles: [
      'unable to find node version',
      'unable to find go version',
      'was not found for',
      'could not find satisfied version',
      'not found in the local cache',
      'unknown version',
      'could not find a version that satisfied',
      'unable to find version',
      'failed to find',
      'no matching version found',
      'version is not supported',
      'is not available',
      'could not find satisfying version',
      'unable to locate',
    ],
    pattern:
      /(?:Unable to find (?:Node|Go|node|go|deno|bun) version '?|The version '(?=[^'\n]{1,40}' with architecture)|Could not find satisfied version for SemVer '?)(?<version>[\w.*^~<>=| -]{1,40})|Could not find a version that satisfied|Unknown version \S{1,30} for \w{1,20} on/,
    extent: { after: 2 },
    transient: 0.03,
    explanation:
      'The set-up action knows no build of this version for this system and processor. New runner images and ARM runners drop old versions; unquoted YAML turns 3.10 into 3.1.',
    remedies: [
      'Ask for a version that exists, in quotes (`"3.10"`).',
      'Use an older runner image or a container for old versions.',
    ],
    examples: {
      match: [
        {
          text: "##[error]The version '3.6' with architecture 'x64' was not found for Ubuntu 24.04.",
          captures: { version: '3.6' },
        },
        {
          text: "##[error]Unable to find Node version '99' for platform linux and architecture x64.",
          captures: { version: '99' },
        },
        { text: "##[error]Could not find satisfied version for SemVer '99'." },
      ],
      miss: ['Found in cache @ /opt/hostedtoolcache/node/20.1.0/x64'],
    },
  },
  {
    id: 'github-setup/version-file',
    category: 'config',
    title: "The version file '{file}' does not exist",
    needles: ['version file at', 'version-file', 'the specified node version file', 'version file', 'version is specified'],
    pattern:
      /[Tt]he specified \w{1,12} version file at: (?<file>\S{1,200}) does not exist|No (?:go|node) version is specified|Neither [\w-]{3,30} nor [\w-]{3,40} (?:inputs? )?(?:was|were|is|are) (?:set|specified|provided)/,
    extent: { after: 3 },
    transient: 0.01,
    explanation: 'The action shall read the version from a file that is not there, or finds none or two versions.',
    remedies: [
      'Check out the code first, and correct the path.',
      'Name the version in one place only (`packageManager` or the input).',
    ],
    examples: {
      match: [
        {
          text: '##[error]The specified node version file at: /home/runner/work/cart/cart/.nvmrc does not exist',
          captures: { file: '/home/runner/work/cart/cart/.nvmrc' },
        },
        { text: 'Error: No node version is specified.' },
      ],
      miss: ['Resolved .nvmrc as 20'],
    },
  },
  {
    id: 'github-setup/checkout-ref',
    category: 'config',
    title: "Checkout finds no branch or tag '{symbol}'",
    needles: [
      'a branch or tag with the name',
      "the process '/usr/bin/git' failed",
      'unable to determine if workflow',
      'refs/pull/',
      'not found in this repository',
    ],
    pattern:
      /A branch or tag with the name '(?<symbol>[^'\n]{1,150})' could not be found|couldn't find remote ref refs\/pull\/\d+\/merge/,
    transient: 0.15,
    explanation: 'The ref was deleted or renamed, or the pull request has conflicts and so no merge commit.',
    remedies: ['Rebase the pull request, or re-run from its newest commit.', 'Correct `ref:` of the checkout.'],
    examples: {
      match: [{ text: "##[error]A branch or tag with the name 'dev' could not be found", captures: { symbol: 'dev' } }],
      miss: ['Switched to a new branch dev'],
    },
  },
  {
    id: 'github-setup/dependabot',
    category: 'dependency',
    title: 'Dependabot could not make the update: {code}',
    needles: [
      '_not_possible',
      '_not_found',
      '_not_needed',
      '_not_supported',
      'dependency_file_not_resolvable',
      'pull_request_exists',
      'private_source',
      'git_dependencies_not_reachable',
      'security_update',
      'all_versions_ignored',
    ],
    pattern:
      /\b(?<code>(?:transitive_update|security_update)_not_(?:possible|found|needed|supported)|security_update_\w{3,40}|pull_request_exists_\w{3,40}|private_source_\w{3,40}|git_dependencies_not_reachable|all_versions_ignored|tool_version_not_supported|dependency_file_not_resolvable)\b/,
    extent: { after: 6 },
    transient: 0.06,
    explanation:
      'Dependabot could not raise a version: another package holds it, its files are missing or not readable, or the registry needs a login.',
    remedies: [
      'Read the table of errors; for held versions, raise the package that holds it.',
      'Correct the directory in dependabot.yml, and add registries for private packages.',
    ],
    examples: {
      match: [
        {
          text: '| security_update_not_possible | { "dependency-name": "cart" } |',
          captures: { code: 'security_update_not_possible' },
        },
        { text: '| dependency_file_not_resolvable | {' },
      ],
      miss: ['Dependabot finished the update'],
    },
  },
  {
    id: 'github-setup/dependabot-config',
    category: 'config',
    title: "Dependabot finds no files that it can read: '{code}'",
    needles: ['dependency_file_not_', 'path_dependencies_not_reachable', 'missing_environment_variable'],
    pattern:
      /\b(?<code>dependency_file_not_(?:found|parseable|evaluatable|supported)|path_dependencies_not_reachable|missing_environment_variable)\b/,
    extent: { after: 4 },
    transient: 0.02,
    explanation: 'The directory or ecosystem in dependabot.yml does not fit the repository, or a manifest does not parse.',
    remedies: ['Correct `directory` and `package-ecosystem` in .github/dependabot.yml.'],
    examples: {
      match: [
        {
          text: '| dependency_file_not_found | { "file-path": "/Dockerfile" } |',
          captures: { code: 'dependency_file_not_found' },
        },
      ],
      miss: ['dependency_file_not_resolvable'],
    },
  },
  {
    id: 'github-setup/dependabot-failed',
    category: 'dependency',
    title: 'Dependabot could not make the update',
    needles: ['dependabot encountered'],
    pattern: /Dependabot encountered (?:an error|\d+ errors?|'\d+' error)/,
    role: 'summary',
    extent: { after: 6 },
    transient: 0.1,
    explanation: 'The update job ended with errors; the table below or the lines above name them.',
    remedies: ['Read the table of errors.'],
    examples: {
      match: [{ text: '##[error]Dependabot encountered an error performing the update' }],
      miss: ['Dependabot encountered no change'],
    },
  },
  {
    id: 'github-setup/codeql',
    category: 'compile',
    title: 'CodeQL could not build or analyse the code',
    needles: [
      'codeql',
      'autobuild',
      'code scanning is not enabled',
      'advanced security must be enabled',
      'no source code seen',
      'no code found during the build',
      'analyses from advanced configurations',
    ],
    pattern:
      /We were unable to automatically build your code|No (?:source )?code (?:was )?(?:seen|found) during the build|CodeQL (?:detected code written in|could not process any)|Encountered a fatal error while running "[^"\n]{1,200}codeql|(?:Code scanning|Advanced Security) (?:is not|must be) enabled for this repository|CodeQL analyses from advanced configurations cannot be processed/i,
    extent: { after: 3 },
    transient: 0.05,
    explanation: 'The scanner needs a build that it can watch, and the feature switched on for the repository.',
    remedies: [
      'Give the build steps by hand in place of autobuild, or `build-mode: none`.',
      'Switch off default setup if a workflow does the scan.',
    ],
    examples: {
      match: [
        {
          text: '##[error]We were unable to automatically build your code. Please replace the call to the autobuild action with your custom build steps.',
        },
        { text: '##[error]Advanced Security must be enabled for this repository to use code scanning.' },
      ],
      miss: ['CodeQL scanned 12 out of 12 files'],
    },
  },
]
