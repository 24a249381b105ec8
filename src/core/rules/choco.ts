import type { Rule } from '../model/rule.ts'

/** Chocolatey. */
export const rules: readonly Rule[] = [
  {
    id: 'choco/not-found',
    category: 'dependency',
    title: "Chocolatey finds no package '{package}'",
    needles: ['the package was not found with the source'],
    pattern:
      /(?:^|\s)(?<package>[\w.+-]{1,80}) not installed\. The package was not found with the source|The package was not found with the source\(s\) listed/,
    extent: { after: 3 },
    transient: 0.25,
    explanation:
      'The community feed has no such package or version, or it did not answer: Chocolatey says the same in both cases.',
    remedies: ['Re-run once, and look the package up on community.chocolatey.org.', 'Pin a version that exists.'],
    examples: {
      match: [
        { text: 'cart not installed. The package was not found with the source(s) listed.', captures: { package: 'cart' } },
      ],
      miss: ['Chocolatey installed 1/1 packages.'],
    },
  },
  {
    id: 'choco/network',
    category: 'network',
    title: 'Chocolatey could not reach its feed',
    needles: [
      'unable to load the service index',
      'failed to fetch results from v2 feed',
      'chocolatey.org',
      'the remote server returned an error',
    ],
    pattern:
      /Unable to load the service index for source https?:\/\/(?<host>[\w.-]{1,120})|Failed to fetch results from V2 feed at '[^'\n]{1,200}'|(?:Exception calling|ERROR:)[^\n]{0,200}chocolatey\.org[^\n]{0,100}(?:50\d|timed out|429)/,
    extent: { after: 2 },
    transient: 0.75,
    explanation: 'The package feed is overloaded or limits this address.',
    remedies: ['Re-run later; prefer tools that the runner image has already.', 'Use an internal feed for what every job needs.'],
    examples: {
      match: [
        {
          text: 'Unable to load the service index for source https://community.chocolatey.org/api/v2/.',
          captures: { host: 'community.chocolatey.org' },
        },
      ],
      miss: ['Getting latest version of the Chocolatey package for download from chocolatey.org'],
    },
  },
  {
    id: 'choco/failed',
    category: 'dependency',
    title: 'Chocolatey could not install {package}',
    needles: ['the install of', 'was not successful', 'failures', 'checksum for'],
    pattern:
      /The (?:install|upgrade|uninstall) of (?<package>[\w.+-]{1,80}) was NOT successful|^Failures\s*$|ERROR: Checksum for '[^'\n]{1,250}' did not meet/,
    extent: { before: 1, after: 2 },
    role: 'summary',
    transient: 0.3,
    explanation: 'The installer inside the package failed, or the vendor replaced the file that its checksum was taken of.',
    remedies: [
      'Read the ERROR lines above for the exit code of the installer.',
      'For a checksum, wait for the package to be updated, or pin another version.',
    ],
    examples: {
      match: [{ text: 'The install of cart was NOT successful.', captures: { package: 'cart' } }],
      miss: ['The install of cart was successful.'],
    },
  },
]
