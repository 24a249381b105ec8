import type { Rule } from '../model/rule.ts'

/** Errors of Python programs, as their tracebacks end. */
export const rules: readonly Rule[] = [
  {
    id: 'runtime-python/module-not-found',
    category: 'dependency',
    title: "Python module '{package}' is not installed",
    needles: ['no module named', 'finding module specification for'],
    pattern:
      /(?:(?:ModuleNotFoundError|ImportError|\(?exception): No module named '?|\bpython[\d.]{0,5}(?:\.exe)?: No module named (?!pip\b)'?|: No module named '|Error while finding module specification for ')(?<package>[\w.-]{1,150})/,
    extent: { before: 3 },
    transient: 0.02,
    explanation:
      'An import finds no such module: the package is not among the installed requirements, was renamed, or is installed for another interpreter; or the path of the project’s own code is not set.',
    remedies: [
      'Add it to the requirements of this job (test extras), and install with `python -m pip`.',
      'For your own modules, install the project (`pip install -e .`) or set PYTHONPATH.',
    ],
    examples: {
      match: [
        { text: "ModuleNotFoundError: No module named 'cart'", captures: { package: 'cart' } },
        { text: "E   ModuleNotFoundError: No module named 'importlib.metadata'", captures: { package: 'importlib.metadata' } },
        { text: 'ImportError: No module named requests', captures: { package: 'requests' } },
        { text: '/usr/bin/python3: No module named pytest', captures: { package: 'pytest' } },
      ],
      miss: ['except ModuleNotFoundError:', 'tests/test_no_module_named.py PASSED'],
    },
  },
  {
    id: 'runtime-python/cannot-import',
    category: 'dependency',
    title: "'{symbol}' cannot be imported from '{package}'",
    needles: ['cannot import name', "has no attribute 'ImpImporter'", 'DLL load failed'],
    pattern:
      /ImportError: (?:cannot import name '?(?<symbol>[\w.]{1,80})'?(?: from (?:partially initialized module )?'(?<package>[\w.]{1,100})')?|DLL load failed)|module 'pkgutil' has no attribute 'ImpImporter'/,
    extent: { before: 3 },
    transient: 0.02,
    explanation:
      'The module is there but not this name: another version of the package moved or removed it, or two modules import each other.',
    remedies: [
      'Compare the installed version (`pip freeze`) with a run that passed, and pin it.',
      'For “partially initialized”, break the circle of imports.',
    ],
    examples: {
      match: [
        {
          text: "ImportError: cannot import name 'soft_unicode' from 'markupsafe' (/opt/venv/lib/python3.9/site-packages/markupsafe/__init__.py)",
          captures: { symbol: 'soft_unicode', package: 'markupsafe' },
        },
      ],
      miss: ['# cannot import names lazily here'],
    },
  },
  {
    id: 'runtime-python/distribution',
    category: 'dependency',
    title: 'An installed Python package has the wrong version',
    needles: [
      'distributionnotfound',
      'versionconflict',
      'packagenotfounderror',
      'was compiled against',
      'binary incompatibility',
      'numpy.dtype size changed',
      'compiled using numpy',
      'undefined symbol:',
    ],
    pattern:
      /pkg_resources\.(?:extern\S{0,40}\.)?(?:DistributionNotFound|ContextualVersionConflict|VersionConflict)|PackageNotFoundError: |numpy\.(?:dtype|ndarray) size changed|A module that was compiled using NumPy|ImportError: [^\n]{1,250}: undefined symbol: /,
    extent: { before: 2 },
    transient: 0.02,
    explanation:
      'What is installed does not fit together: a requirement is missing or of another version, or a compiled extension was built against another one.',
    remedies: [
      'Install from a lock file.',
      'Rebuild the extension, or pin the package it was compiled against (often `numpy<2`).',
    ],
    examples: {
      match: [
        {
          text: "pkg_resources.DistributionNotFound: The 'cart>=2' distribution was not found and is required by the application",
        },
        {
          text: 'ValueError: numpy.dtype size changed, may indicate binary incompatibility. Expected 96 from C header, got 88 from PyObject',
        },
      ],
      miss: ['no version conflicts found'],
    },
  },
  {
    id: 'runtime-python/syntax',
    category: 'compile',
    title: 'Python cannot parse a file: {message}',
    needles: ['syntaxerror:', 'indentationerror:', 'taberror:'],
    pattern:
      /(?:^|\s)(?<code>IndentationError|TabError|SyntaxError(?=: (?:invalid syntax|Missing parentheses in call|unmatched|unterminated|EOL while|EOF while|unexpected EOF|f-string|'[a-z ]{1,30}' (?:outside|was never)|'[([{]' was never closed|invalid (?:decimal|character|non-printable|token|escape)|cannot assign|can't assign|expected '|multiple exception types|positional argument|future feature|from __future__|Non-UTF-8|\(unicode error\)|closing parenthesis|leading zeros|no binding|Generator expression|keyword argument|duplicate argument|name '))): (?<message>[^\n]{3,160})/,
    extent: { before: 3 },
    transient: 0.01,
    explanation: 'A file is not valid for this version of Python; syntax of newer versions on an old interpreter does this, too.',
    remedies: ['Go to the file and line above; compare the interpreter’s version with what the code wants.'],
    examples: {
      match: [
        { text: 'E   IndentationError: unexpected indent', captures: { code: 'IndentationError' } },
        { text: 'SyntaxError: invalid syntax', captures: { code: 'SyntaxError' } },
      ],
      miss: ['Uncaught SyntaxError: Unexpected token', 'except SyntaxError as e:'],
    },
  },
  {
    id: 'runtime-python/encoding',
    category: 'config',
    title: 'Python met bytes or characters outside of its encoding',
    needles: ['unicodedecodeerror', 'unicodeencodeerror', 'unsupported locale setting'],
    pattern:
      /^(?:E\s+)?Unicode(?:Decode|Encode)Error: '(?<symbol>[\w-]{1,20})' codec can't|locale\.Error: unsupported locale setting/,
    transient: 0.02,
    explanation: 'The locale of the image is C or the file has another encoding than the program assumes (cp1252 on Windows).',
    remedies: ['Set `PYTHONUTF8=1` or `LANG=C.UTF-8`, and name the encoding in `open()`.'],
    examples: {
      match: [
        {
          text: "UnicodeDecodeError: 'ascii' codec can't decode byte 0xc3 in position 12: ordinal not in range(128)",
          captures: { symbol: 'ascii' },
        },
      ],
      miss: ['handles UnicodeDecodeErrors'],
    },
  },
  {
    id: 'runtime-python/network',
    category: 'network',
    title: 'A Python program could not reach a server: {code}',
    needles: [
      'urlopen error',
      'max retries exceeded',
      'connectionerror:',
      'httpx.connect',
      'sslerror',
      'gaierror',
      'remotedisconnected',
      'chunkedencodingerror',
      'connecttimeout',
      'newconnectionerror',
      'serverdisconnectederror',
      'clientconnectorerror',
    ],
    pattern:
      /^(?:E\s+)?(?:[\w.]{1,80}\.)?(?<code>ConnectionError|ConnectTimeout|ReadTimeout|SSLError|ChunkedEncodingError|URLError|NewConnectionError|ConnectError|ServerDisconnectedError|ClientConnectorError|MaxRetryError|gaierror|RemoteDisconnected): (?![^\n]{0,200}(?:localhost|127\.0\.0\.1|name resolution|Name or service not known|getaddrinfo failed|nodename nor servname))/,
    transient: 0.6,
    explanation: 'A request failed below HTTP: DNS, connection, TLS or a broken transfer.',
    remedies: ['Re-run; give the request a retry with a pause.', 'If it is a test, replace the server by a fake.'],
    examples: {
      match: [
        {
          text: "requests.exceptions.ConnectionError: HTTPSConnectionPool(host='api.acme.example', port=443): Max retries exceeded with url: /cart",
          captures: { code: 'ConnectionError' },
        },
        {
          text: 'urllib.error.URLError: <urlopen error [Errno 110] Connection timed out>',
          captures: { code: 'URLError' },
        },
      ],
      miss: ["requests.exceptions.ConnectionError: HTTPConnectionPool(host='localhost', port=8000): Max retries exceeded"],
    },
  },
  {
    id: 'runtime-python/called-process',
    category: 'unknown',
    title: 'A command started by Python failed',
    needles: ['calledprocesserror'],
    pattern:
      /CalledProcessError: Command (?<command>[^\n]{1,250}?) (?:returned non-zero exit status (?<code>\d{1,10})|died with)/,
    role: 'symptom',
    transient: 0.15,
    explanation: 'A Python script ran a command that ended with an error; the command’s own output stands above.',
    remedies: ['Read what the command printed before the traceback.'],
    examples: {
      match: [
        {
          text: "subprocess.CalledProcessError: Command '['make', 'all']' returned non-zero exit status 2.",
          captures: { command: "'['make', 'all']'", code: '2' },
        },
      ],
      miss: ['except CalledProcessError:'],
    },
  },
  {
    id: 'runtime-python/timeout',
    category: 'timeout',
    title: 'A command started by Python took too long',
    needles: ['timeoutexpired'],
    pattern: /(?:subprocess\.)?TimeoutExpired: Command [^\n]{1,300}? timed out after (?<limit>[\d.]{1,12}) seconds/,
    extent: {
      before: 2,
      while:
        /^(?:$|During handling of the above|The above exception was|Traceback \(most recent|\s{2,40}\S|[A-Z]\w{0,60}(?:Error|Exception): )/,
    },
    transient: 0.5,
    explanation: 'The script gave a command a time limit and it was not done by then.',
    remedies: ['See whether the command hung or was only slow, and raise the limit.'],
    examples: {
      match: [
        { text: "subprocess.TimeoutExpired: Command '['git', 'diff']' timed out after 5 seconds", captures: { limit: '5' } },
      ],
      miss: ['except subprocess.TimeoutExpired:'],
    },
  },
  {
    id: 'runtime-python/exception',
    category: 'crash',
    title: '{code}: {message}',
    needles: ['error: ', 'exception: ', 'error', 'exception'],
    pattern:
      /^(?!(?:java|javax|jakarta|org|com|io|net|kotlin|scala|akka|sun|System)\.)(?!AssertionError)(?<code>(?:[a-zA-Z_][\w]{0,60}\.){0,8}[A-Z]\w{0,60}(?:Error|Exception|Exit|Interrupt|Failure))(?:: (?<message>[^\n]{1,200})|$)/,
    role: 'summary',
    extent: { before: 4 },
    transient: 0.15,
    explanation: 'An exception that nobody caught ended a Python program (or was printed in its form).',
    remedies: ['Read the traceback from the bottom: the last frame of your own code is where to look.'],
    examples: {
      match: [
        { text: "KeyError: 'CART_TOKEN'", captures: { code: 'KeyError', message: "'CART_TOKEN'" } },
        { text: 'acme.errors.CartError: cart is empty', captures: { code: 'acme.errors.CartError' } },
      ],
      miss: ['    raise KeyError(name)', 'Error: cart is empty', 'error: subprocess exited'],
    },
  },
]
