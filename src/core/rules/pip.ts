import type { Rule } from '../model/rule.ts'

/** pip, setuptools, conda. */
export const rules: readonly Rule[] = [
  {
    id: 'pip/no-version',
    category: 'dependency',
    title: 'pip finds no version of {package}',
    needles: ['Could not find a version that satisfies', 'No matching distribution found for', 'No local packages or'],
    pattern:
      /Could not find a version that satisfies the requirement (?<package>[^\s(;]{1,150})|No matching distribution found for (?<package2>[^\s(;]{1,150})|No local packages or working download links found for (?<package3>\S{1,150})/,
    extent: { before: 1, after: 1 },
    transient: 0.06,
    explanation:
      'The index has no release of the package that fits the requirement, this Python and this platform. "(from versions: none)" means that it has none at all, or could not be reached.',
    remedies: [
      'Check the name and version, and which Python versions the release supports.',
      'For a private package, set the index URL and credentials.',
    ],
    examples: {
      match: [
        {
          text: 'ERROR: Could not find a version that satisfies the requirement acme-cart==9.0 (from versions: 1.0, 2.0)',
          captures: { package: 'acme-cart==9.0' },
        },
        { text: 'ERROR: No matching distribution found for acme-cart==9.0' },
      ],
      miss: ['Collecting acme-cart==9.0'],
    },
  },
  {
    id: 'pip/conflict',
    category: 'dependency',
    title: 'pip: the requirements contradict each other',
    needles: [
      'have conflicting dependencies',
      'ResolutionImpossible',
      'ContextualVersionConflict',
      'pkg_resources.VersionConflict',
      'DistributionNotFound: The',
      'Double requirement given',
    ],
    pattern:
      /these package versions have conflicting dependencies|ResolutionImpossible|(?:ContextualVersionConflict|pkg_resources\.VersionConflict): |DistributionNotFound: The '(?<package>[^'\n]{1,100})' distribution was not found|Double requirement given/,
    extent: { before: 1, while: /^\s+\S|^The conflict is|^\s*$|^To fix this|^\d\. / },
    transient: 0.02,
    explanation: 'Two packages ask for versions of a third that no single version satisfies.',
    remedies: [
      'Loosen or align the pins that the lines below name.',
      'Compile a lock (pip-compile, uv) so that it does not change under you.',
    ],
    examples: {
      match: [{ text: 'ERROR: Cannot install acme and cart because these package versions have conflicting dependencies.' }],
      miss: ["ERROR: pip's dependency resolver does not currently take into account all the packages that are installed."],
    },
  },
  {
    id: 'pip/python-version',
    category: 'dependency',
    title: 'pip: {package} does not support this Python',
    needles: [
      'requires a different Python',
      "requires Python '",
      'is not supported on this platform',
      'is not a supported wheel on this platform',
    ],
    pattern:
      /Package '(?<package>[^'\n]{1,100})' requires a different Python: |(?:^|\s)(?<package2>\S{1,100}) requires Python '[^'\n]{1,60}' but the running Python is|is not a supported wheel on this platform/,
    transient: 0.01,
    explanation: 'The package declares the Python versions it runs on, and this is not one of them.',
    remedies: ['Run on a supported Python, or pin the package to a release that supports this one.'],
    examples: {
      match: [
        {
          text: "ERROR: Package 'acme-cart' requires a different Python: 3.7.17 not in '>=3.8'",
          captures: { package: 'acme-cart' },
        },
      ],
      miss: [
        "Link requires a different Python (3.7.17 not in: '>=3.8'): https://files.acme.test/cart.tar.gz",
        'Ignored the following versions that require a different python version: 2.0 Requires-Python >=3.8',
      ],
    },
  },
  {
    id: 'pip/hash',
    category: 'dependency',
    title: 'pip: a package does not match its hash',
    needles: ['DO NOT MATCH THE HASHES', 'Hashes are required in --require-hashes', 'In --require-hashes mode'],
    pattern:
      /THESE PACKAGES DO NOT MATCH THE HASHES|Hashes are required in --require-hashes mode|In --require-hashes mode, all requirements must/,
    extent: { after: 5 },
    transient: 0.15,
    explanation: 'The file has another hash than the requirements list, or a requirement has no hash.',
    remedies: ['Compile the requirements again with hashes and review the change; a corrupt download passes on re-run.'],
    examples: {
      match: [
        {
          text: 'ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE. If you have updated the package versions',
        },
      ],
      miss: ['Using cached acme-1.0.whl'],
    },
  },
  {
    id: 'pip/build',
    category: 'dependency',
    title: 'pip could not build {package}',
    needles: [
      'Could not build wheels for',
      'Failed to build installable wheels',
      'metadata-generation-failed',
      'python setup.py egg_info',
      'setup.py egg_info"',
      'legacy-install-failure',
      "Cannot import 'setuptools",
      'BackendUnavailable',
      'Failed to build ',
    ],
    pattern:
      /Could not build wheels for (?<package>[^\s,]{1,100})|Failed to build installable wheels for some pyproject\.toml based projects \((?<package2>[^)\n]{1,150})\)|error: (?:metadata-generation-failed|legacy-install-failure)|Command (?:errored out with exit status \d+: |")\S{0,150}[^\n]{0,20}setup\.py[^\n]{0,20} egg_info|BackendUnavailable/,
    extent: { before: 2, after: 4 },
    transient: 0.04,
    explanation:
      'There is no wheel for this Python and platform, so pip builds from source, and that failed: no compiler, header or system library, or a package too old for this Python.',
    remedies: [
      'Read the compiler output above; install what it misses.',
      'Use a version of the package (or of Python) for which a wheel exists.',
    ],
    examples: {
      match: [
        {
          text: 'ERROR: Could not build wheels for acme-cart, which is required to install pyproject.toml-based projects',
          captures: { package: 'acme-cart' },
        },
        { text: 'error: metadata-generation-failed' },
      ],
      miss: ['  ERROR: Failed building wheel for acme-cart', 'Successfully built acme-cart'],
    },
  },
  {
    id: 'pip/subprocess',
    category: 'dependency',
    role: 'summary',
    title: 'pip: a build step of a package failed',
    needles: ['error: subprocess-exited-with-error', 'Failed building wheel for', 'ERROR: Command errored out with exit status'],
    pattern:
      /error: subprocess-exited-with-error|ERROR: Failed building wheel for (?<package>\S{1,100})|ERROR: Command errored out with exit status/,
    extent: { after: 6 },
    transient: 0.04,
    explanation: 'pip shows the output of the step that failed.',
    remedies: ['Read the last lines of that output.'],
    examples: {
      match: [{ text: '  error: subprocess-exited-with-error' }],
      miss: ['Building wheels for collected packages: acme'],
    },
  },
  {
    id: 'pip/usage',
    category: 'config',
    title: 'pip: {message}',
    needles: [
      'Could not open requirements file',
      'Invalid requirement',
      'is not installable. ',
      'externally-managed-environment',
      'does not appear to be a Python project',
      'Could not open requirement file',
      'no such option: ',
    ],
    pattern:
      /(?<message>Could not open requirements? file[^\n]{0,150}|ERROR: Invalid requirement: [^\n]{1,150}|Directory '[^'\n]{1,150}' is not installable\.[^\n]{0,100}|error: externally-managed-environment|does not appear to be a Python project[^\n]{0,100})/,
    extent: { after: 3 },
    transient: 0.01,
    explanation:
      'The call of pip is wrong: a file or project is not there, a requirement is not readable, or the system Python may not be changed.',
    remedies: ['Correct the path or requirement; for externally-managed environments install into a virtual environment.'],
    examples: {
      match: [
        { text: "ERROR: Could not open requirements file: [Errno 2] No such file or directory: 'requirements-dev.txt'" },
        { text: 'error: externally-managed-environment' },
      ],
      miss: ['Requirement already satisfied: acme'],
    },
  },
  {
    id: 'pip/network',
    category: 'network',
    title: 'pip could not download from {host}',
    needles: [
      'ReadTimeoutError: HTTPSConnectionPool',
      'due to an OSError: HTTPSConnectionPool',
      'due to an EnvironmentError: HTTPSConnectionPool',
      'IncompleteRead(',
      'There was a problem confirming the ssl certificate',
      'ERROR: HTTP error 5',
    ],
    pattern:
      /^(?:[^\n]{0,40}?\s)?(?:pip\._vendor\.\S{0,60}|requests\.exceptions\.|urllib3\.exceptions\.)(?:ReadTimeoutError|ConnectionError|ProtocolError|IncompleteRead|ConnectTimeout\w*)[:(] ?(?:HTTPS?ConnectionPool\(host='(?<host>[^'\n]{1,100})')?|Could not install packages due to an (?:OSError|EnvironmentError): HTTPS?ConnectionPool\(host='(?<host2>[^'\n]{1,100})'|ERROR: HTTP error 5\d\d while getting/,
    extent: { after: 1 },
    transient: 0.8,
    explanation: 'The connection to the package index failed after several attempts.',
    remedies: ['Run again; cache pip downloads, raise `--timeout` and `--retries` if it recurs.'],
    examples: {
      match: [
        {
          text: "pip._vendor.urllib3.exceptions.ReadTimeoutError: HTTPSConnectionPool(host='files.pythonhosted.org', port=443): Read timed out.",
          captures: { host: 'files.pythonhosted.org' },
        },
      ],
      miss: [
        "WARNING: Retrying (Retry(total=4)) after connection broken by 'ReadTimeoutError(\"HTTPSConnectionPool(host='pypi.org', port=443)\")'",
      ],
    },
  },
]
