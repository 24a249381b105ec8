import type { Rule } from '../model/rule.ts'

/** Mocha, Jasmine, Karma, AVA, tap, node:test and other JavaScript runners. */
export const rules: readonly Rule[] = [
  {
    id: 'mocha/failing',
    category: 'test',
    role: 'summary',
    title: '{failed} mocha tests failed',
    needles: [' failing'],
    pattern: /^(?:##\[error\])?\s{0,12}(?<failed>[1-9]\d*) failing$/,
    extent: { after: 3, while: /^\s{4,}\S|^\s*$/ },
    transient: 0.12,
    explanation: 'Mocha (and Cypress) list each failed test after this count.',
    remedies: ['Read the numbered failures below.'],
    examples: { match: [{ text: '  3 failing', captures: { failed: '3' } }], miss: ['  12 passing (40ms)', '  0 failing'] },
  },
  {
    id: 'js/assertion',
    category: 'test',
    title: 'assertion failed: {message}',
    needles: ['AssertionError', 'ERR_ASSERTION', 'JestAssertionError', 'AssertionFailedError'],
    pattern:
      /^(?:##\[error\])?\s*(?:Uncaught |error: )?AssertionError(?: \[ERR_ASSERTION\](?: \[ERR_ASSERTION\])?)?(?: \[ERR_ASSERTION\])?: (?<message>[^\n]{1,300})/,
    extent: { before: 2, while: /^\s*$|^\s*[-+] |^\s{4,}\S|^\s*[-+](?:expected|actual)/ },
    transient: 0.12,
    explanation: 'An assertion of a test (node:assert, chai, Vitest, or Python) did not hold.',
    remedies: ['Compare expected and actual; the stack below names the line of the test.'],
    examples: {
      match: [
        { text: '     AssertionError: expected 1 to equal 2', captures: { message: 'expected 1 to equal 2' } },
        { text: '      AssertionError [ERR_ASSERTION]: Expected values to be strictly equal:' },
      ],
      miss: ['const { AssertionError } = require("assert")'],
    },
  },
  {
    id: 'mocha/timeout',
    category: 'test',
    title: 'Cypress gave up: {message}',
    needles: ['Timed out retrying', 'CypressError'],
    pattern: /(?:AssertionError|CypressError): (?<message>Timed out retrying[^\n]{0,200}|`?cy\.[^\n]{1,200})/,
    extent: { before: 2, after: 4 },
    transient: 0.35,
    explanation: 'Cypress waited for an element or condition of the page that never came.',
    remedies: ['Look at the screenshot or video of the test; check that the page loaded at all.'],
    examples: {
      match: [
        { text: 'AssertionError: Timed out retrying after 4000ms: Expected to find element: `#cart`, but never found it.' },
      ],
      miss: ['cy.visit timed out once, retrying'],
    },
  },
  {
    id: 'node-test/failing',
    category: 'test',
    role: 'summary',
    title: 'node:test reports failing tests',
    needles: ['✖ failing tests:', '# fail ', 'ℹ fail '],
    pattern: /^\s*✖ failing tests:|^(?:# |ℹ )fail [1-9]\d*$/,
    extent: { after: 4, while: /^\s+\S|^test at |^✖ / },
    transient: 0.12,
    explanation: 'The runner of Node lists the tests that failed after this line.',
    remedies: ['Read the failures it lists.'],
    examples: { match: [{ text: '✖ failing tests:' }, { text: 'ℹ fail 2' }], miss: ['ℹ fail 0'] },
  },
  {
    id: 'karma/failed',
    category: 'test',
    title: 'Karma: {test} failed',
    needles: [' FAILED'],
    pattern:
      /^(?:##\[error\])?\s*(?:Chrome|HeadlessChrome|ChromeHeadless|Firefox|Safari|Edge|PhantomJS|Electron|jsdom|Chromium|Mobile Safari|IE)[\w .]{0,40}\([^)]{1,60}\):? (?<test>(?!Executed)[^\n]{1,200}) FAILED$/,
    extent: { while: /^\s+\S/ },
    transient: 0.15,
    explanation: 'A test that Karma ran in a browser failed.',
    remedies: ['Read the expectation and stack below the name.'],
    examples: {
      match: [
        {
          text: 'Chrome Headless 120.0.0.0 (Linux x86_64) Cart adds two items FAILED',
          captures: { test: 'Cart adds two items' },
        },
      ],
      miss: ['Chrome Headless 120.0.0.0 (Linux x86_64): Executed 3 of 10 SUCCESS'],
    },
  },
  {
    id: 'karma/browser',
    category: 'runner',
    title: 'Karma lost, or could not start, the browser',
    needles: [
      'have not captured in',
      'Disconnected, because no message in',
      'Disconnected reconnect failed',
      'Cannot start Chrome',
      'No binary for Chrom',
      'Cannot start Firefox',
      'DISCONNECTED',
    ],
    pattern:
      /have not captured in \d+ ms, killing|Disconnected,? (?:because no message in \d+ ms|reconnect failed)|Cannot start (?:Chrom\w{0,12}|Firefox\w{0,10}|PhantomJS)|No binary for Chrom\w{1,12} browser on your platform|(?:Executed \d+ of \d+.{0,40} )DISCONNECTED/,
    extent: { after: 3 },
    transient: 0.5,
    explanation:
      'The browser did not start, or stopped answering: it is missing, lacks the sandbox flags of a container, or ran out of memory.',
    remedies: [
      'Install the browser on the runner and set CHROME_BIN; use `--no-sandbox` in containers.',
      'Raise `browserNoActivityTimeout`, or run again.',
    ],
    examples: {
      match: [{ text: 'ChromeHeadless have not captured in 60000 ms, killing.' }],
      miss: ['Launching browsers ChromeHeadless with concurrency unlimited'],
    },
  },
  {
    id: 'js/test-summary',
    category: 'test',
    role: 'summary',
    title: 'the JavaScript test run has failures',
    needles: [' failure', ' FAILED)', 'tests failed', 'test failed', '# failed ', '# fail  '],
    pattern:
      /^\s*\d+ specs?, [1-9]\d* failures?\b|Executed \d+ of \d+ .{0,30}\([1-9]\d* FAILED\)|^\s*[1-9]\d* (?:tests?|hooks?) failed$|^# fail(?:ed)? {1,3}[1-9]\d*$|✖\s+[1-9]\d* of \d+ failed \(\d+%\)/,
    transient: 0.12,
    explanation: 'The count at the end of a run of Jasmine, Karma, AVA, tap, QUnit or Cypress.',
    remedies: ['Read the failures above it.'],
    examples: { match: [{ text: '10 specs, 1 failure' }, { text: '  1 test failed' }], miss: ['10 specs, 0 failures'] },
  },
  {
    id: 'tap/not-ok',
    category: 'test',
    title: 'test failed: {test}',
    needles: ['not ok '],
    pattern:
      /^(?:##\[error\])?\s*not ok \d+ ?(?:- )?(?<test>(?![^\n]{0,300}# (?:TODO|SKIP|skip|todo))[^\n]{0,300}?)(?: # time=[\d.]+m?s)?(?: \{)?$/,
    extent: { while: /^\s*#|^\s+(?:---|\.\.\.|[\w-]+:|at |-)|^\s{4,}\S/ },
    transient: 0.12,
    explanation: 'A line of the Test Anything Protocol (Perl, bats, tap, node:test, pg_prove): this test did not pass.',
    remedies: ['Read the diagnostic below it, or the output just above.'],
    examples: {
      match: [{ text: 'not ok 7 - adds two items', captures: { test: 'adds two items' } }, { text: 'not ok 2 cart adds' }],
      miss: ['not ok 4 - later # TODO not written', 'ok 4 - adds'],
    },
  },
  {
    id: 'bats/failed',
    category: 'test',
    title: 'bats: {file} line {line} failed',
    needles: ['(in test file ', '(from function `'],
    pattern: /^#? ?\((?:in test file|from function `\S{1,80}' in (?:test )?file) (?<file>[^\s,]{1,200}), line (?<line>\d+)/,
    extent: { before: 1, while: /^#| `/ },
    transient: 0.1,
    explanation: 'A command of a bats test returned an error; the line below quotes it.',
    remedies: ['Read the quoted command and its output below.'],
    examples: {
      match: [{ text: '# (in test file test/cart.bats, line 12)', captures: { file: 'test/cart.bats', line: '12' } }],
      miss: ['# Running cart.bats'],
    },
  },
]
