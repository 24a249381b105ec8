import type { Rule } from '../model/rule.ts'

/** Mocha, Jasmine, AVA and what JavaScript assertions print. */
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
]
