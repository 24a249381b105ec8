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
]
