import type { Rule } from '../model/rule.ts'

/** Perl’s tests: Test::More and prove. */
export const rules: readonly Rule[] = [
  {
    id: 'perl-test/failed',
    category: 'test',
    title: 'Perl test failed: {test}',
    needles: ['#   Failed test', '#     Failed test', 'Failed test '],
    pattern: /^\s*#\s+Failed test (?:'(?<test>[^'\n]{1,250})|at |\()/,
    extent: { while: /^\s*#/ },
    transient: 0.1,
    explanation: 'An assertion of Test::More failed; the place and values stand below.',
    remedies: ['Compare got and expected below; run `prove -lv <file>` locally.'],
    examples: {
      match: [{ text: "#   Failed test 'adds two items'", captures: { test: 'adds two items' } }],
      miss: ["#   Failed (TODO) test 'later'"],
    },
  },
  {
    id: 'prove/file',
    category: 'test',
    title: 'prove: {file} failed',
    needles: ['Failed ', 'Dubious, test returned', 'Looks like you', 'Looks like your test'],
    pattern:
      /^(?<file>\S{1,200}\.t) \.{2,}.{0,60}?(?:Failed \d+\/\d+ subtests|Dubious, test returned)|^\s*Failed \d+\/\d+ subtests|^# Looks like you(?:r test exited with \d+|r test died| failed \d+ tests? of \d+| planned \d+ tests? but)|Dubious, test returned \d+/,
    extent: { before: 2 },
    transient: 0.15,
    explanation: 'A test file failed some of its tests, or ended without finishing them.',
    remedies: ['Read the diagnostics above it; run `prove -lv <file>` locally.'],
    examples: {
      match: [
        { text: '# Looks like you failed 1 test of 3.' },
        { text: 't/cart.t .. Failed 1/3 subtests', captures: { file: 't/cart.t' } },
      ],
      miss: ['t/cart.t .. ok'],
    },
  },
  {
    id: 'prove/summary',
    category: 'test',
    role: 'summary',
    title: 'the Perl tests failed',
    needles: ['Result: FAIL', 'test programs. ', 'Failed 1/', 'Test Summary Report'],
    pattern: /^Result: FAIL$|^Failed \d+\/\d+ test programs/,
    extent: { before: 3 },
    transient: 0.12,
    explanation: 'The end of a run of prove.',
    remedies: ['Read the failures above it.'],
    examples: {
      match: [{ text: 'Result: FAIL' }, { text: 'Failed 1/10 test programs. 1/30 subtests failed.' }],
      miss: ['Result: PASS'],
    },
  },
]
