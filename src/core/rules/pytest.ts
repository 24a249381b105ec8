import type { Rule } from '../model/rule.ts'

/** pytest and its plug-ins. */
export const rules: readonly Rule[] = [
  {
    id: 'pytest/failed',
    category: 'test',
    title: 'pytest: {test} failed',
    needles: ['FAILED '],
    pattern:
      /(?:^|\s)FAILED (?:\[ *[\d.]+[%s]\] |[A-Z]{3,20}: )?(?<file>[^\s:]{1,200}\.pyi?)::(?<test>[^\n]{1,200}?)(?: - (?<message>[^\n]{0,300})|$)/,
    transient: 0.12,
    explanation: 'A test ran and failed; pytest repeats each failure in the short summary at the end.',
    remedies: [
      'Read the traceback of this test above the summary (lines that start with `E`).',
      'Run `pytest <file>::<test>` locally.',
    ],
    examples: {
      match: [
        {
          text: 'FAILED tests/test_cart.py::test_adds[2-3] - assert 4 == 5',
          captures: { file: 'tests/test_cart.py', test: 'test_adds[2-3]' },
        },
        { text: '[gw0] [ 50%] FAILED tests/test_cart.py::test_adds' },
        { text: 'FAILED AGAIN: tests/test_cart.py::TestCart::test_adds', captures: { test: 'TestCart::test_adds' } },
      ],
      miss: ['tests/test_cart.py::test_adds PASSED', 'FAILED (failures=2)'],
    },
  },
  {
    id: 'pytest/error',
    category: 'test',
    title: 'pytest: error in the set-up or import of {file}',
    needles: ['ERROR ', 'ERRORS'],
    pattern:
      /^(?:##\[error\])?\s*(?:ERROR (?<file>[^\s:]{1,200}\.py)(?:::(?<test>\S{1,200}))?(?: - (?<message>[^\n]{0,300}))?|_{3,60} ERROR (?:collecting|at (?:setup|teardown) of) (?<what>[^\n]{1,150}?) _{3,60})$/,
    extent: { while: /^(?:ImportError|Hint|Traceback|E  |\s{2,}\S|\S+\.py:\d+)/ },
    transient: 0.08,
    explanation: 'pytest could not import the test file or run a fixture, so the test did not run at all.',
    remedies: [
      'Read the `E` lines: a missing module means that the environment lacks a dependency.',
      'Import the file with Python locally.',
    ],
    examples: {
      match: [
        {
          text: "ERROR tests/test_cart.py - ModuleNotFoundError: No module named 'acme'",
          captures: { file: 'tests/test_cart.py' },
        },
        { text: '_______ ERROR collecting tests/test_cart.py _______' },
      ],
      miss: ['ERROR    cart:cart.py:12 no item'],
    },
  },
  {
    id: 'pytest/assertion',
    category: 'test',
    title: 'pytest: {message}',
    needles: ['E   '],
    pattern:
      /^(?:\[[^\]]{1,30}\] )?\s{0,12}E {3,}(?<message>(?:[\w.]{1,80}(?:Error|Exception|Failed|Warning|Exit|Interrupt)\b|assert |Failed: |AssertionError)[^\n]{0,300})/,
    extent: { before: 6, while: /^\s*E  |^\s*$|^[^\s:]+\.py:\d+/ },
    transient: 0.12,
    explanation: 'The line with `E` is what pytest saw when the test failed: the assertion with its values, or the error raised.',
    remedies: ['Compare the two sides of the assertion; the lines with `E` below show the difference.'],
    examples: {
      match: [
        { text: 'E       assert 4 == 5' },
        { text: 'E   ValueError: no such item', captures: { message: 'ValueError: no such item' } },
      ],
      miss: ['E       +  where 4 = add(2, 2)'],
    },
  },
  {
    id: 'pytest/section',
    category: 'test',
    title: 'pytest: {test} failed',
    needles: ['____ '],
    pattern: /^_{4,80} (?<test>(?:Test\w{0,150}\.|test_|\w{1,150}\.test)[^\s_]?\S{0,250}) _{4,80}$/,
    extent: { while: /^\S[^\n]{0,300}$|^\s+\S|^\s*$/ },
    transient: 0.12,
    explanation: 'The report of one failed test begins here; its traceback follows.',
    remedies: ['Read the traceback below: the line with `>` is where it failed, `E` says why.'],
    examples: {
      match: [{ text: '____________ TestCart.test_adds[2] ____________', captures: { test: 'TestCart.test_adds[2]' } }],
      miss: ['____________ summary ____________', '____________ coverage: platform linux ____________'],
    },
  },
  {
    id: 'pytest/interrupted',
    category: 'cancelled',
    title: 'pytest was interrupted',
    needles: ['! KeyboardInterrupt !'],
    pattern: /^!{3,80} KeyboardInterrupt !{3,80}$/,
    extent: { after: 2 },
    transient: 0.5,
    explanation: 'Something sent an interrupt while the tests ran: a time limit, or a job that was cancelled.',
    remedies: ['Look for a time-out or a cancellation before this line, and at the test that was running.'],
    examples: {
      match: [{ text: '!!!!!!!!!!!!!!!! KeyboardInterrupt !!!!!!!!!!!!!!!!' }],
      miss: ['except KeyboardInterrupt:'],
    },
  },
  {
    id: 'pytest/fixture',
    category: 'test',
    title: "pytest: fixture '{symbol}' not found",
    needles: ["fixture '"],
    pattern: /^\s*E {3,}fixture '(?<symbol>[^']{1,100})' not found/,
    extent: { after: 2 },
    transient: 0.02,
    explanation: 'A test asks for a fixture that neither conftest.py nor an installed plug-in defines.',
    remedies: ['Install the plug-in that brings the fixture, or correct its name.'],
    examples: {
      match: [{ text: "E       fixture 'benchmark' not found", captures: { symbol: 'benchmark' } }],
      miss: ["fixture 'cart' ready"],
    },
  },
  {
    id: 'pytest/usage',
    category: 'config',
    title: 'pytest does not accept its options: {message}',
    needles: ['pytest', 'py.test', 'ERROR: file or directory not found', 'ERROR: not found:'],
    pattern:
      /\b(?:pytest(?:\.py)?|py\.test|__main__\.py): error: (?<message>[^\n]{1,200})|^(?:##\[error\])?\s*ERROR: (?:file or directory not found|not found): (?<file>\S{1,200})|pytest\.PytestUnknownMarkWarning: .{0,100}E  |^ERROR: .{0,120}(?:unknown configuration option|Unknown config option)/,
    extent: { before: 1, after: 3 },
    transient: 0.01,
    explanation:
      'The command line or configuration of pytest is wrong, often an option of a plug-in that is not installed (`--cov` needs pytest-cov).',
    remedies: ['Install the plug-in, or remove the option from the command or the configuration (addopts).'],
    examples: {
      match: [
        { text: 'pytest: error: unrecognized arguments: --cov=cart' },
        { text: 'ERROR: file or directory not found: tests/unit', captures: { file: 'tests/unit' } },
      ],
      miss: ['$ pytest --cov=cart'],
    },
  },
  {
    id: 'pytest/crash',
    category: 'crash',
    title: 'pytest itself, or one of its workers, crashed',
    needles: ['INTERNALERROR>', 'node down: Not properly terminated', ' crashed while running'],
    pattern:
      /^INTERNALERROR> (?!Traceback|  )\S|node down: Not properly terminated|worker '?(?<worker>\w{1,20})'? crashed while running (?<test>[^\n]{1,200})/,
    extent: { before: 3 },
    transient: 0.3,
    explanation:
      'The process that ran the tests ended without a result: a plug-in raised, or a test killed its worker (out of memory, segmentation fault, os._exit).',
    remedies: [
      'Run the named test alone, without xdist (`-p no:xdist`).',
      'Look for a segmentation fault or an out-of-memory kill around this line.',
    ],
    examples: {
      match: [{ text: 'INTERNALERROR> KeyError: cart' }, { text: '[gw1] node down: Not properly terminated' }],
      miss: ['INTERNALERROR> Traceback (most recent call last):'],
    },
  },
  {
    id: 'pytest/summary',
    category: 'test',
    role: 'summary',
    title: 'pytest: {count}',
    needles: [' failed', ' error'],
    pattern: /^(?:##\[error\])?=* ?(?<count>(?:(?:[1-9]\d* (?:failed|errors?))(?:, )?)[^\n=]{0,120}) in \d[\d.:]{0,12}m?s/,
    transient: 0.12,
    explanation: 'The count at the end of a pytest run.',
    remedies: ['Read the failures above it.'],
    examples: {
      match: [{ text: '========= 1 failed, 3 passed in 1.20s =========', captures: { count: '1 failed, 3 passed' } }],
      miss: ['========= 3 passed in 1.20s ========='],
    },
  },
  {
    id: 'pytest/collection-interrupted',
    category: 'test',
    role: 'summary',
    title: 'pytest stopped while it collected the tests',
    needles: ['during collection', 'no tests ran in', 'collected 0 items'],
    pattern: /Interrupted: \d+ errors? during collection|^=* ?no tests ran in \d/,
    extent: { before: 3 },
    transient: 0.03,
    explanation: 'Test files could not be imported, or none was found, so that nothing ran.',
    remedies: ['Read the errors of the collection above.', 'Check the paths and the `-k`/`-m` selection.'],
    examples: { match: [{ text: '!!!!!!!! Interrupted: 1 error during collection !!!!!!!!' }], miss: ['collected 12 items'] },
  },
]
