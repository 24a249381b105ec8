import type { Rule } from '../model/rule.ts'

/** Conda and its siblings. */
export const rules: readonly Rule[] = [
  {
    id: 'conda/unsatisfiable',
    category: 'dependency',
    title: 'conda cannot solve the environment',
    needles: [
      'PackagesNotFoundError',
      'ResolvePackageNotFound',
      'UnsatisfiableError',
      'Could not solve for environment specs',
      'LibMambaUnsatisfiableError',
      'nothing provides ',
    ],
    pattern:
      /(?:PackagesNotFoundError|ResolvePackageNotFound|(?:LibMamba)?UnsatisfiableError)\b|Could not solve for environment specs/,
    extent: { after: 2, while: /^\s*[-└├│]|^\s+\S|^\s*$/ },
    transient: 0.05,
    explanation: 'A package is in none of the channels, or no set of versions fits all specs on this platform.',
    remedies: [
      'Read which spec conflicts below; loosen it or add the channel (conda-forge).',
      'Use a lock file (conda-lock) in CI.',
    ],
    examples: {
      match: [{ text: 'PackagesNotFoundError: The following packages are not available from current channels:' }],
      miss: ['Solving environment: ...working... done'],
    },
  },
  {
    id: 'conda/config',
    category: 'config',
    title: 'conda: {message}',
    needles: [
      'EnvironmentFileNotFound',
      'EnvironmentNameNotFound',
      'EnvironmentLocationNotFound',
      "has not been properly configured to use 'conda activate'",
      'CondaValueError',
      'SpecNotFound',
    ],
    pattern:
      /(?<message>(?:EnvironmentFileNotFound|EnvironmentNameNotFound|EnvironmentLocationNotFound|CondaValueError|SpecNotFound): [^\n]{1,200}|has not been properly configured to use 'conda activate')/,
    transient: 0.02,
    explanation: 'The environment or its file is not there, or the shell of the step was not prepared for conda.',
    remedies: ['Correct the name or path; use a login shell (`bash -el {0}`) or `conda run`.'],
    examples: {
      match: [{ text: "EnvironmentFileNotFound: '/srv/cart/environment.yml' file not found" }],
      miss: ['conda activate cart'],
    },
  },
  {
    id: 'conda/network',
    category: 'network',
    title: 'conda could not download from a channel',
    needles: ['CondaHTTPError', 'CondaSSLError', 'ChecksumMismatchError', 'Download error (', 'CondaConnectionError'],
    pattern:
      /^(?:##\[error\])?\s*(?:CondaHTTPError|CondaSSLError|CondaConnectionError|ChecksumMismatchError): |critical libmamba[^\n]{0,40}Download error/,
    extent: { after: 4 },
    transient: 0.75,
    explanation: 'A channel did not answer, or what came was damaged.',
    remedies: ['Run again; cache the packages directory if it recurs.'],
    examples: {
      match: [
        {
          text: 'CondaHTTPError: HTTP 000 CONNECTION FAILED for url <https://conda.anaconda.org/conda-forge/noarch/repodata.json>',
        },
      ],
      miss: ['Downloading and Extracting Packages'],
    },
  },
]
