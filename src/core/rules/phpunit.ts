import type { Rule } from '../model/rule.ts'

/** PHPUnit, Pest, Codeception, PHP's own .phpt tests. */
export const rules: readonly Rule[] = [
  {
    id: 'phpunit/failed',
    category: 'test',
    title: 'PHPUnit: {test} failed',
    needles: ['::test', '::it_', '::should', 'Test::', 'Cest:', 'Test.php:'],
    pattern: /^(?:##\[error\])?\s*\d+\) (?<test>[A-Za-z_\\]\w*(?:\\\w+){0,15}(?:::|: )[^\n]{1,300})$/,
    extent: { after: 2, while: /^(?:\S[^\n]*|\s+\S)$/ },
    transient: 0.1,
    explanation: 'PHPUnit numbers each failure and error; the reason and the place stand below it.',
    remedies: ['Read the reason below, and run `phpunit --filter <method>` locally.'],
    examples: {
      match: [{ text: '1) Acme\\CartTest::testAddsTwo', captures: { test: 'Acme\\CartTest::testAddsTwo' } }],
      miss: ['1) Install the package'],
    },
  },
  {
    id: 'phpunit/assertion',
    category: 'test',
    title: 'PHPUnit: {message}',
    needles: ['Failed asserting that'],
    pattern: /^\s*(?:\S{1,80}: )?(?<message>Failed asserting that [^\n]{1,250})/,
    extent: { before: 1, while: /^(?:\S[^\n]*|\s+\S)$/ },
    transient: 0.1,
    explanation: 'An assertion of a PHP test did not hold.',
    remedies: ['Compare expected (-) and actual (+) below.'],
    examples: {
      match: [
        {
          text: 'Failed asserting that two arrays are equal.',
          captures: { message: 'Failed asserting that two arrays are equal.' },
        },
      ],
      miss: ['OK (3 tests, 5 assertions)'],
    },
  },
  {
    id: 'pest/failed',
    category: 'test',
    title: 'Pest: {test} failed',
    needles: ['FAILED  ', ' ⨯ '],
    pattern: /^\s*FAILED  (?<test>[\w\\]{1,150} > [^\n]{1,200}?)\s*(?:\w+)?$|^\s{2,40}⨯ (?<name>[^\n]{1,200})$/,
    extent: { while: /^\s*$|^\s+\S/ },
    transient: 0.1,
    explanation: 'A test of Pest (or of `artisan test`) failed.',
    remedies: ['Read the reason below.'],
    examples: {
      match: [
        { text: '   FAILED  Tests\\Feature\\CartTest > it adds two items' },
        { text: '  ⨯ it adds two items', captures: { name: 'it adds two items' } },
      ],
      miss: ['  ✓ it adds two items'],
    },
  },
  {
    id: 'phpunit/summary',
    category: 'test',
    role: 'summary',
    title: 'PHPUnit: {count}',
    needles: ['FAILURES!', 'ERRORS!', 'Assertions: ', '  Tests:  '],
    pattern:
      /^(?:##\[error\])?\s*(?:FAILURES!|ERRORS!)$|^\s*(?<count>Tests: \d+, Assertions: \d+, [^\n]{0,60}(?:Failures|Errors): [1-9][^\n]{0,60})|^\s*Tests:\s+[1-9]\d* failed,/,
    extent: { after: 1 },
    transient: 0.1,
    explanation: 'The count at the end of a PHPUnit run.',
    remedies: ['Read the numbered failures above it.'],
    examples: {
      match: [
        { text: 'Tests: 10, Assertions: 20, Failures: 1.', captures: { count: 'Tests: 10, Assertions: 20, Failures: 1.' } },
      ],
      miss: ['Tests: 10, Assertions: 20, Skipped: 1.'],
    },
  },
]
