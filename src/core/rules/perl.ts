import type { Rule } from '../model/rule.ts'

/** Perl: compile errors, CPAN clients, Test::More and prove. */
export const rules: readonly Rule[] = [
  {
    id: 'perl/compile',
    category: 'compile',
    title: 'Perl: {message}',
    needles: [
      'Global symbol "',
      'not allowed while "strict',
      'syntax error at ',
      'BEGIN failed--compilation aborted',
      ' had compilation errors',
      'Execution of ',
    ],
    pattern:
      /(?<message>Global symbol "[^"]{1,80}" requires explicit package name|Bareword "[^"]{1,80}" not allowed while "strict \w+" in use|^syntax error at \S{1,200} line \d+)/,
    extent: { after: 3 },
    transient: 0.01,
    explanation: 'The Perl source does not compile.',
    remedies: ['Correct the line named.'],
    examples: {
      match: [
        {
          text: 'Global symbol "$cart" requires explicit package name (did you forget to declare "my $cart"?) at cart.pl line 12.',
        },
        { text: 'syntax error at cart.pl line 12, near "}"' },
      ],
      miss: ['cart.pl syntax OK'],
    },
  },
  {
    id: 'cpan/failed',
    category: 'dependency',
    title: 'CPAN: {package} could not be installed',
    needles: [
      '! Installing the dependencies failed',
      "! Couldn't find module or a distribution",
      '! Installing ',
      '! Configure failed for',
      '! Bailing out the installation',
    ],
    pattern:
      /^! (?:Installing (?:the dependencies failed|(?<package>\S{1,120}) failed)|Couldn't find module or a distribution (?<module>\S{1,120})|Configure failed for (?<dist>\S{1,150}?)\.(?: |$)|Bailing out the installation for)/,
    extent: { after: 2 },
    transient: 0.15,
    explanation: 'A module or one of its prerequisites failed to configure, build or pass its tests.',
    remedies: ['Read the build.log that is named; a C library or header is often missing.'],
    examples: {
      match: [
        { text: "! Installing the dependencies failed: Module 'Acme::Cart' is not installed" },
        {
          text: '! Configure failed for Acme-Cart-1.0. See /root/.cpanm/work/1/build.log for details.',
          captures: { dist: 'Acme-Cart-1.0' },
        },
      ],
      miss: ['Successfully installed Acme-Cart-1.0'],
    },
  },
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
