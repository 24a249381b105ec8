import type { Rule } from '../model/rule.ts'

/** Test frameworks of C and C++: GoogleTest, Catch2, Boost.Test, doctest, Qt Test, CTest, Meson, Automake, lit. */
export const rules: readonly Rule[] = [
  {
    id: 'gtest/failed',
    category: 'test',
    title: 'GoogleTest: {test} failed',
    needles: ['[  FAILED  ]'],
    pattern: /^(?:[^\n]{0,60}?\s)?\s{0,40}\[  FAILED  \] (?<test>(?!\d+ tests?)[^\s,]{1,250})/,
    transient: 0.15,
    explanation: 'A test of GoogleTest (or cmocka) failed; the assertion stands above the line, after `Failure`.',
    remedies: ['Read the assertion above, and run the binary with `--gtest_filter=<name>`.'],
    examples: {
      match: [{ text: '[  FAILED  ] CartTest.AddsTwo (0 ms)', captures: { test: 'CartTest.AddsTwo' } }],
      miss: ['[  PASSED  ] 10 tests.', '[  FAILED  ] 1 test, listed below:'],
    },
  },
  {
    id: 'gtest/assertion',
    category: 'test',
    title: 'GoogleTest: assertion failed at {file}:{line}',
    needles: [': Failure', '): error: Value of', '): error: Expected'],
    pattern:
      /^(?:[^\n]{0,40}?\s)?(?<file>[^\s:()]{1,200}\.(?:cc|cpp|cxx|c|h|hpp|mm|cu))(?::(?<line>\d+): Failure$|\((?<line2>\d+)\): (?:error: (?:Value of|Expected)|Failure))/,
    extent: {
      while:
        /^(?:\s+\S|Value of|Expected|Actual|Which is|Expected equality|Failed|The difference|To be equal|Death test|Result|C\+\+ exception|\s*$)/,
    },
    transient: 0.12,
    explanation: 'The place and the values of the assertion that failed.',
    remedies: ['Compare the two values below.'],
    examples: {
      match: [{ text: '/srv/cart/cart_test.cc:12: Failure', captures: { file: '/srv/cart/cart_test.cc', line: '12' } }],
      miss: ['[ RUN      ] CartTest.AddsTwo'],
    },
  },
  {
    id: 'catch2/failed',
    category: 'test',
    title: 'Catch2 or doctest: assertion failed at {file}:{line}',
    needles: [': FAILED:', 'FAILED: ', 'is NOT correct!', ': ERROR: test case THREW', 'FATAL ERROR: REQUIRE'],
    pattern:
      /^(?:[^\n]{0,40}?\s)?(?<file>[^\s:()]{1,200}\.(?:cc|cpp|cxx|h|hpp|mm|cu))[:(](?<line>\d+)\)?: (?:FAILED:|FAILED: |(?:FATAL )?ERROR: (?:CHECK|REQUIRE|WARN|test case THREW))/,
    extent: { while: /^\s+\S|^(?:with expansion|due to|explicitly with|values:|  )/ },
    transient: 0.1,
    explanation: 'An assertion did not hold; the expression and its values stand below.',
    remedies: ['Compare the values in the expansion below.'],
    examples: {
      match: [
        { text: 'tests/cart.cpp:12: FAILED:', captures: { file: 'tests/cart.cpp', line: '12' } },
        { text: 'tests/cart.cpp:12: ERROR: CHECK( a == b ) is NOT correct!' },
      ],
      miss: ['All tests passed (12 assertions in 3 test cases)'],
    },
  },
  {
    id: 'boost-test/failed',
    category: 'test',
    title: 'Boost.Test: {test} failed',
    needles: ['error: in "', 'fatal error: in "', 'detected in the test module'],
    pattern:
      /(?:error|fatal error): in "(?<test>[^"\n]{1,200})": (?<message>[^\n]{1,250})|\*\*\* [1-9]\d* failures? (?:is|are) detected in the test module/,
    extent: { after: 1 },
    transient: 0.12,
    explanation: 'A check of Boost.Test failed.',
    remedies: ['Compare the values in brackets; run the binary with `--run_test=<name>`.'],
    examples: {
      match: [
        { text: 'cart_test.cpp(12): error: in "cart/adds": check 1 == 2 has failed [1 != 2]', captures: { test: 'cart/adds' } },
      ],
      miss: ['*** No errors detected'],
    },
  },
  {
    id: 'qtest/failed',
    category: 'test',
    title: 'Qt Test: {test} failed',
    needles: ['FAIL!  : '],
    pattern: /^FAIL! {1,3}: (?<test>[^\s(]{1,200}\([^)]{0,100}\)) (?<message>[^\n]{1,250})/,
    extent: { while: /^\s+\S/ },
    transient: 0.12,
    explanation: 'A comparison or check of Qt Test failed.',
    remedies: ['Compare Actual and Expected below.'],
    examples: {
      match: [{ text: 'FAIL!  : TestCart::adds() Compared values are not the same', captures: { test: 'TestCart::adds()' } }],
      miss: ['PASS   : TestCart::adds()'],
    },
  },
  {
    id: 'ctest/failed',
    category: 'test',
    title: 'CTest: {test} did not pass ({kind})',
    needles: [
      '(Failed)',
      '(Timeout)',
      '(SEGFAULT)',
      '(Not Run)',
      '(Subprocess aborted)',
      '(ILLEGAL)',
      '(Exception',
      '***Failed',
      '***Timeout',
      '***Exception',
      '***Not Run',
    ],
    pattern:
      /^\s*\d+ - (?<test>[^\n]{1,200}?) \((?<kind>Failed|Timeout|SEGFAULT|Not Run|Subprocess aborted|ILLEGAL|Exception[^)\n]{0,30}|OTHER_FAULT|NUMERICAL)\)|Test +#\d+: (?<test2>\S{1,200}) [. ]{0,80}\*\*\*(?<kind2>Failed|Timeout|Exception|Not Run)/,
    transient: 0.15,
    explanation: 'CTest ran a test program and it returned an error, crashed, timed out or was not built.',
    remedies: ['Read its output (`ctest --output-on-failure -R <name>`).'],
    examples: {
      match: [
        { text: '\t  3 - cart_test (Failed)', captures: { test: 'cart_test', kind: 'Failed' } },
        { text: ' 3/10 Test  #3: cart_test ........................***Failed    0.10 sec' },
      ],
      miss: [' 3/10 Test  #3: cart_test ........................   Passed    0.10 sec'],
    },
  },
  {
    id: 'native-tests/summary',
    category: 'test',
    role: 'summary',
    title: 'the native tests have failures',
    needles: [
      'tests failed out of',
      'test failed out of',
      'FAILED TEST',
      'test cases: ',
      '[doctest]',
      '# FAIL: ',
      '# ERROR: ',
      'Errors while running CTest',
      'tests did not pass',
      'Totals: ',
    ],
    pattern:
      /\b\d{1,4}% tests passed, [1-9]\d* tests? failed out of|^\s*[1-9]\d* FAILED TESTS?$|^test cases: [^\n]{0,60}\| *[1-9]\d* failed|\[doctest\] test cases:[^\n]{0,60}\| +[1-9]\d* failed|^# (?:FAIL|ERROR): {1,3}[1-9]|Errors while running CTest|^Totals: \d+ passed, [1-9]\d* failed/,
    extent: { while: /^\s+\d+ - |^The following tests FAILED/ },
    transient: 0.15,
    explanation: 'The count at the end of a run of CTest, GoogleTest, Catch2, doctest, Qt Test or Automake.',
    remedies: ['Read the failures named around it.'],
    examples: {
      match: [{ text: '90% tests passed, 1 tests failed out of 10' }, { text: '# FAIL:  1' }],
      miss: ['100% tests passed, 0 tests failed out of 10', '# FAIL:  0'],
    },
  },
  {
    id: 'automake/test-failed',
    category: 'test',
    title: 'test program {test} failed',
    needles: ['FAIL: ', 'XPASS: ', '  FAIL  ', '  TIMEOUT  ', '  ERROR  '],
    pattern:
      /^(?:FAIL|XPASS): (?<test>[\w./+-]{1,150}(?: \d+)?(?: - [^\n]{1,150})?|LLVM :: [^\n]{1,150})$|^\s*\d+\/\d+ (?<name>\S[^\n]{0,150}?)\s+(?:FAIL|TIMEOUT|ERROR)\s+[\d.]+ ?s/,
    transient: 0.12,
    explanation: 'Automake, lit and Meson name each test program that did not pass.',
    remedies: ['Read its log (tests/<name>.log, meson-logs/testlog.txt).'],
    examples: {
      match: [
        { text: 'FAIL: tests/cart.sh', captures: { test: 'tests/cart.sh' } },
        { text: ' 3/10 cart:unit / adds   FAIL            0.12s   exit status 1' },
      ],
      miss: ['PASS: tests/cart.sh', 'FAIL: test_adds (tests.test_cart.CartTest)'],
    },
  },
]
