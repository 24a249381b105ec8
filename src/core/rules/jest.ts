import type { Rule } from '../model/rule.ts'

/** Jest and Vitest. */
export const rules: readonly Rule[] = [
  {
    id: 'jest/test',
    category: 'test',
    title: 'Jest: {test} failed',
    needles: ['  ● '],
    pattern:
      /^(?:[^\n]{0,60}?\s)?\s{2}● (?!Console$| *process\.exit called|Cannot log|Validation |Deprecation|Test suite failed)(?<test>[^\n]{1,220})$/,
    extent: { while: /^\s{4,}\S|^\s*$/ },
    transient: 0.12,
    explanation: 'A test ran and failed; below stand what it expected, what it received, and where.',
    remedies: [
      'Compare expected and received below.',
      'Run `jest -t "<name>"` locally; for an intended change of a snapshot run `jest -u` and commit.',
    ],
    examples: {
      match: [{ text: '  ● Cart › adds two items', captures: { test: 'Cart › adds two items' } }],
      miss: ['  ● Console', '  ● Deprecation Warning:'],
    },
  },
  {
    id: 'jest/suite',
    category: 'test',
    title: 'Jest: a test file could not be run',
    needles: ['● Test suite failed to run', 'Your test suite must contain at least one test'],
    pattern: /● Test suite failed to run|Your test suite must contain at least one test/,
    extent: { while: /^\s{4,}\S|^\s*$/ },
    transient: 0.04,
    explanation:
      'The file threw while it was loaded, so none of its tests ran: a missing module, a syntax Jest does not transform, or a type error.',
    remedies: ['Read the error below the line; it names the file and place.'],
    examples: { match: [{ text: '  ● Test suite failed to run' }], miss: ['Test Suites: 3 passed, 3 total'] },
  },
  {
    id: 'jest/file',
    category: 'test',
    role: 'summary',
    title: 'tests failed in {file}',
    needles: ['FAIL '],
    pattern:
      /^(?:[^\n]{0,60}?\s)?\s{0,40}FAIL {1,2}(?:\|?[\w@/ -]{1,40}\|? )?(?<file>[^\s:|]{1,200}\.(?:[cm]?[jt]sx?|vue|svelte|feature|coffee))(?: > (?<test>[^\n]{1,200}))?(?: \([\d.]+ m?s\))?(?: \[[^\]]{0,200}\])?$/,
    extent: { while: /^\s*$|^(?:\w*Error|AssertionError|Caused by)\b|^\s*[-+❯]|^\s{4,}\S/ },
    transient: 0.12,
    explanation: 'Jest and Vitest name each test file, Vitest also each test, that did not pass.',
    remedies: ['Read the failure that belongs to this file.'],
    examples: {
      match: [
        { text: 'FAIL src/cart.test.ts', captures: { file: 'src/cart.test.ts' } },
        { text: ' FAIL  src/cart.test.ts > Cart > adds two items', captures: { test: 'Cart > adds two items' } },
      ],
      miss: ['PASS src/cart.test.ts', 'FAIL\tacme.test/cart\t0.1s'],
    },
  },
  {
    id: 'jest/timeout',
    category: 'test',
    title: 'a test or hook did not end in time ({ms} ms)',
    needles: [
      'Exceeded timeout of',
      'Test timed out in',
      'Hook timed out in',
      'Timeout - Async callback was not invoked',
      'timeout of ',
    ],
    pattern:
      /Exceeded timeout of (?<ms>\d+) ms for a (?:test|hook)|(?:Test|Hook) timed out in (?<ms2>\d+)ms|Timeout - Async callback was not invoked within|[Tt]imeout of (?<ms3>\d+)ms exceeded/,
    extent: { before: 2, after: 4 },
    transient: 0.4,
    explanation:
      'The test waits for a promise or callback that did not come within the limit: a forgotten await or done(), a missing service, or a slow runner.',
    remedies: [
      'Look for what the test waits on; check that the service it needs is up.',
      'Raise the limit of this test if it is honestly slow in CI.',
    ],
    examples: {
      match: [
        { text: '    thrown: "Exceeded timeout of 5000 ms for a test.', captures: { ms: '5000' } },
        { text: 'Error: Test timed out in 5000ms.' },
        { text: '     Error: timeout of 2000ms exceeded. Ensure the done() callback is being called in this test.' },
      ],
      miss: ['using a timeout of 2000ms'],
    },
  },
  {
    id: 'jest/snapshot',
    category: 'test',
    title: 'a snapshot does not match, or is missing',
    needles: [
      'snapshot failed',
      'snapshots failed',
      'New snapshot was not written',
      'does not match stored snapshot',
      'mismatched',
    ],
    pattern:
      /› [1-9]\d* snapshots? failed|New snapshot was not written|does not match stored snapshot|Error: Snapshot `[^`\n]{1,200}` mismatched/,
    extent: { after: 8 },
    transient: 0.03,
    explanation:
      'What the code prints or renders differs from the copy in the repository; in CI new snapshots are never written.',
    remedies: ['Look at the difference; if it is intended, update with `-u` and commit the snapshot files.'],
    examples: {
      match: [{ text: ' › 1 snapshot failed.' }, { text: 'Error: Snapshot `Cart > renders 1` mismatched' }],
      miss: [' › 1 snapshot written.', 'Snapshots:   3 passed, 3 total'],
    },
  },
  {
    id: 'jest/transform',
    category: 'config',
    title: 'Jest does not understand the syntax of a file',
    needles: ['Jest encountered an unexpected token', 'Jest failed to parse a file'],
    pattern: /Jest encountered an unexpected token|Jest failed to parse a file/,
    extent: { after: 20, while: /^\s{4,}\S|^\s*$/ },
    transient: 0.01,
    explanation: 'A file is not plain JavaScript for Node and no transform was applied, often an ES module in node_modules.',
    remedies: ['Transform it: add the package to `transformIgnorePatterns`, or set up babel-jest, ts-jest or @swc/jest.'],
    examples: { match: [{ text: '    Jest encountered an unexpected token' }], miss: ['Determining test suites to run...'] },
  },
  {
    id: 'jest/no-tests',
    category: 'config',
    title: 'the test runner found no tests',
    needles: ['No tests found, exiting with code 1', 'No test files found, exiting with code 1', 'No test files found'],
    pattern: /No tests found, exiting with code 1|No test files found, exiting with code 1|^Error: No test files found/,
    extent: { after: 6 },
    transient: 0.01,
    explanation: 'No file matches the pattern of the runner, so it stops rather than be green for nothing.',
    remedies: ['Check the path given and `testMatch`/`include`; use `--passWithNoTests` if none is fine.'],
    examples: { match: [{ text: 'No tests found, exiting with code 1' }], miss: ['No tests found, exiting with code 0'] },
  },
  {
    id: 'jest/summary',
    category: 'test',
    role: 'summary',
    title: '{failed} tests failed',
    needles: ['failed'],
    pattern: /^(?:##\[error\])?\s*(?:Tests|Test Suites|Test Files|Snapshots):?\s{1,12}(?<failed>[1-9]\d*) failed\b/,
    extent: { after: 3 },
    transient: 0.12,
    explanation: 'The count at the end of a run of Jest or Vitest.',
    remedies: ['Read the failures above it.'],
    examples: {
      match: [
        { text: 'Tests:       1 failed, 10 passed, 11 total', captures: { failed: '1' } },
        { text: ' Test Files  1 failed | 3 passed (4)' },
      ],
      miss: ['Tests:       11 passed, 11 total'],
    },
  },
]
