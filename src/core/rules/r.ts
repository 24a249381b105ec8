import type { Rule } from '../model/rule.ts'

/** R: package installation, R CMD check, testthat. */
export const rules: readonly Rule[] = [
  {
    id: 'r/install',
    category: 'compile',
    title: 'R: package {package} did not build',
    needles: [
      'ERROR: compilation failed for package',
      'ERROR: lazy loading failed for package',
      'ERROR: configuration failed for package',
      'ERROR: installing',
      'ERROR: loading failed',
    ],
    pattern: /ERROR: (?:compilation|lazy loading|configuration) failed for package [‘'](?<package>[\w.]{1,80})/,
    extent: { before: 3, after: 1 },
    transient: 0.03,
    explanation:
      'The C, C++ or Fortran code of a package did not compile, its configure script failed, or its R code did not load.',
    remedies: ['Read the compiler or configure output above; install the system library it asks for.'],
    examples: {
      match: [{ text: 'ERROR: compilation failed for package ‘acmecart’', captures: { package: 'acmecart' } }],
      miss: ['* DONE (acmecart)'],
    },
  },
  {
    id: 'testthat/failed',
    category: 'test',
    title: 'testthat: {test} failed',
    needles: ['── ', ' Failure: ', ' Error: ', 'Failure ('],
    pattern:
      /^\s*(?:──|--) (?:\d+\. )?(?:Failure|Error)(?: \(.{1,150}?\))?: (?<test>[^\n]{1,200})|^\s*\d+\. (?:Failure|Error): (?<name>[^\n]{1,200}) \(@[^)\n]{1,120}\)/,
    extent: { while: /^\s*(?:\S(?!─)[^\n]{0,300})$/ },
    transient: 0.1,
    explanation: 'A test of testthat failed or raised; the values stand below its name.',
    remedies: ['Read the difference below, and run `testthat::test_file()` locally.'],
    examples: {
      match: [
        { text: '── Failure (test-cart.R:12:3): adds two items ──────' },
        { text: '1. Failure: adds two items (@test-cart.R#12)', captures: { name: 'adds two items' } },
      ],
      miss: ['══ testthat results  ═════════'],
    },
  },
  {
    id: 'r-check/failed',
    category: 'test',
    role: 'summary',
    title: 'R CMD check found problems: {status}',
    needles: ['Status: ', 'FAILED: ', '[ FAIL ', ' failed.', '... ERROR', 'R CMD check found'],
    pattern:
      /^Status: (?<status>(?:[1-9]\d* ERRORs?)[^\n]{0,60})|\[ (?:FAIL [1-9]\d*|OK: \d+ \| SKIPPED: \d+ \| WARNINGS: \d+ \| FAILED: [1-9]\d*)|Running the tests in [‘'][^’'\n]{1,120}[’'] failed|^Error: R CMD check found|^\* checking (?<check>[^\n]{1,120}) \.\.\. ERROR/,
    extent: { after: 1, while: /^(?:Last \d+ lines|\s+\S)/ },
    transient: 0.08,
    explanation: 'R CMD check sums up what it found; the first ERROR above says what.',
    remedies: ['Read the check that ended in ERROR.'],
    examples: {
      match: [
        { text: 'Status: 1 ERROR, 2 NOTEs', captures: { status: '1 ERROR, 2 NOTEs' } },
        { text: '[ FAIL 1 | WARN 0 | SKIP 2 | PASS 10 ]' },
      ],
      miss: ['Status: OK', '[ FAIL 0 | WARN 0 | SKIP 2 | PASS 10 ]'],
    },
  },
]
