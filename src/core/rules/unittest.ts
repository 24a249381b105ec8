import type { Rule } from '../model/rule.ts'

/** Python’s unittest and doctest. */
export const rules: readonly Rule[] = [
  {
    id: 'unittest/failed',
    category: 'test',
    title: 'unittest: {test} failed',
    needles: ['FAIL: ', 'ERROR: '],
    pattern:
      /^(?<kind>FAIL|ERROR): (?<test>(?:test\w{0,150}|setUp\w{0,20}|tearDown\w{0,20}|runTest|\w{1,80}) \([\w.]{1,200}\)[^\n]{0,80}|[\w.]{1,100}\.test\w{1,100}|(?:Failure|Doctest): ?[^\n]{1,200})$/,
    extent: { after: 1, while: /^(?:-{20,}|Traceback|\s+|\w[\w.]*(?:Error|Exception|Failed)\b|$)/ },
    transient: 0.12,
    explanation: 'A test of a unittest runner failed (FAIL: an assertion) or raised (ERROR).',
    remedies: ['Read the traceback below, and run that test locally (`python -m unittest <module>`).'],
    examples: {
      match: [
        { text: 'FAIL: test_adds (tests.test_cart.CartTest)', captures: { test: 'test_adds (tests.test_cart.CartTest)' } },
        { text: 'ERROR: test_adds (tests.test_cart.CartTest.test_adds)' },
      ],
      miss: ['ERROR: Could not find a version', 'test_adds (tests.test_cart.CartTest) ... ok'],
    },
  },
  {
    id: 'unittest/import',
    category: 'dependency',
    title: 'unittest could not import {test}',
    needles: ['unittest.loader._FailedTest', 'ImportError: Failed to import test module'],
    pattern:
      /ERROR: (?<test>\S{1,200}) \(unittest\.loader\._FailedTest|ImportError: Failed to import test module: (?<module>\S{1,200})/,
    extent: { after: 2, while: /^(?:-{20,}|Traceback|\s+|\w[\w.]*(?:Error|Exception)\b|ImportError)/ },
    transient: 0.03,
    explanation: 'The test file could not be imported, so none of its tests ran.',
    remedies: ['Read the import error below; install the missing module or correct the import.'],
    examples: {
      match: [
        { text: 'ERROR: tests.test_cart (unittest.loader._FailedTest)' },
        { text: 'ImportError: Failed to import test module: tests.test_cart', captures: { module: 'tests.test_cart' } },
      ],
      miss: ['import unittest'],
    },
  },
  {
    id: 'unittest/summary',
    category: 'test',
    role: 'summary',
    title: 'unittest: {count}',
    needles: ['FAILED ('],
    pattern:
      /^(?:##\[error\])?\s*FAILED \((?<count>(?:failures|errors|unexpected successes|SKIP|skipped|expected failures)=\d[^\n)]{0,100})\)/,
    extent: { before: 2 },
    transient: 0.12,
    explanation: 'The count at the end of a unittest run.',
    remedies: ['Read the failures above it.'],
    examples: {
      match: [{ text: 'FAILED (failures=2, errors=1)', captures: { count: 'failures=2, errors=1' } }],
      miss: ['OK (skipped=2)'],
    },
  },
  {
    id: 'doctest/failed',
    category: 'test',
    title: 'doctest failed in {file}',
    needles: ['***Test Failed***', ', in ', 'items had failures'],
    pattern:
      /^File "(?<file>[^"]{1,200})", line (?<line>\d+), in (?!<module>|\w+$)(?<test>[\w.]{1,150})$|\*\*\*Test Failed\*\*\* \d+ failures?/,
    extent: { while: /^(?:Failed example|Expected|Got|\s{4})/ },
    transient: 0.05,
    explanation: 'An example in a docstring or document prints something else than the text says.',
    remedies: ['Compare Expected and Got below, and correct the code or the example.'],
    examples: {
      match: [
        { text: 'File "cart.py", line 12, in cart.Cart.add', captures: { test: 'cart.Cart.add' } },
        { text: '***Test Failed*** 2 failures.' },
      ],
      miss: ['  File "cart.py", line 12, in add', 'File "cart.py", line 12, in <module>'],
    },
  },
]
