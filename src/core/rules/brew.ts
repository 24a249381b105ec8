import type { Rule } from '../model/rule.ts'

/** Homebrew, on macOS and Linux. */
export const rules: readonly Rule[] = [
  {
    id: 'brew/no-formula',
    category: 'dependency',
    title: "Homebrew has no formula or cask '{package}'",
    needles: [
      'no available formula',
      'no available cask',
      'no formulae found',
      'no cask with this name',
      "cask '",
      'has been disabled',
      'no casks found',
      'is unavailable',
    ],
    pattern:
      /Error: (?:No available formula(?: or cask)?(?: with the name)? "?|Cask '|(?=[\w.+@/-]{1,80} has been disabled)|No formulae (?:or casks )?found for )(?<package>[\w.+@/-]{1,80})(?:"|'| has been disabled|\.|$)/,
    extent: { after: 2 },
    transient: 0.03,
    explanation: 'Homebrew removed, renamed or disabled this formula; it keeps only current versions.',
    remedies: [
      'Look up the new name or a versioned formula (`name@1.2`) on formulae.brew.sh.',
      'Install the tool from its own release instead.',
    ],
    examples: {
      match: [
        { text: 'Error: No available formula with the name "cart@1".', captures: { package: 'cart@1' } },
        { text: 'Error: openssl@1.1 has been disabled because it is not supported upstream! It was disabled on 2024-10-24.' },
      ],
      miss: ['Warning: cart has been deprecated!'],
    },
  },
  {
    id: 'brew/link',
    category: 'runner',
    title: 'Homebrew could not link a formula',
    needles: ['brew link', 'could not symlink'],
    pattern: /Error: The `brew link` step did not complete successfully|^Could not symlink /,
    extent: { after: 4 },
    transient: 0.2,
    explanation:
      'A file of the formula is in the way in the prefix, mostly the tools that the runner image installed by other means (Python, Node).',
    remedies: ['Use `brew install --overwrite` or `brew link --overwrite NAME`.', 'Do not install what the image already has.'],
    examples: {
      match: [{ text: 'Error: The `brew link` step did not complete successfully' }],
      miss: ['If you need to link it, run: brew link cart'],
    },
  },
  {
    id: 'brew/download',
    category: 'network',
    title: 'Homebrew could not download a bottle or source',
    needles: [
      'failed to download resource',
      'download failed on',
      'failed to fetch',
      'bottle missing',
      'sha256 mismatch',
      'failure while executing; `git',
      'fetching /',
      'download failed:',
    ],
    pattern:
      /Error: (?:(?:[\w.+@-]{1,80}: )?Failed to download resource "(?<package>[^"\n]{1,80})|Download failed on (?:Cask|Formula)|SHA-?256 mismatch|Failure while executing; `git|Fetching \S{1,200} failed)/i,
    extent: { after: 3 },
    transient: 0.65,
    explanation:
      'A file did not arrive or has another checksum than the formula says, because the transfer failed or the file changed upstream.',
    remedies: ['Re-run; run `brew update` first so that the formula is current.'],
    examples: {
      match: [
        {
          text: 'Error: cart: Failed to download resource "cart_bottle_manifest"',
          captures: { package: 'cart_bottle_manifest' },
        },
        { text: 'Error: SHA256 mismatch' },
      ],
      miss: ['==> Fetching cart'],
    },
  },
  {
    id: 'brew/failed',
    category: 'dependency',
    title: 'Homebrew failed: {message}',
    needles: [
      'error: an exception occurred',
      'has failed!',
      'error: cannot install',
      'unsatisfied requirements',
      'error: your',
      'build error',
      'refusing to',
      'error: another active homebrew',
      'is already installed',
    ],
    pattern:
      /^Error: (?<message>An exception occurred within a child process|`brew \w{1,20}` has failed!|Cannot install (?:in Homebrew|under Rosetta|[\w@.+-]{1,80})[^\n]{0,80}|Your (?:Xcode|Command Line Tools)[^\n]{0,80}|An unsatisfied requirement failed|Another active Homebrew[^\n]{0,60}|[\w@.+-]{1,80} [\d._]{1,20} is already installed)/,
    role: 'summary',
    extent: { after: 3 },
    transient: 0.2,
    explanation: 'brew ended with an error; the next lines say which formula and why.',
    remedies: [
      'Read the lines below; run `brew update` before the install.',
      'If the formula is installed already, use `brew upgrade` or `brew install … || true`.',
    ],
    examples: {
      match: [
        { text: 'Error: An exception occurred within a child process:' },
        { text: 'Error: cart 1.2.3 is already installed' },
      ],
      miss: ['Warning: cart 1.2.3 is already installed and up-to-date.'],
    },
  },
]
