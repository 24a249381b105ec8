import type { Rule } from '../model/rule.ts'

/** JUnit, TestNG, Spock as Maven Surefire, Gradle and the console launcher print them. */
export const rules: readonly Rule[] = [
  {
    id: 'surefire/failed',
    category: 'test',
    title: 'JUnit: {test} failed',
    needles: ['<<< FAILURE!', '<<< ERROR!'],
    pattern:
      /^(?:\[ERROR\] )?\s{0,12}(?<test>(?!Tests run:|There )\S[^\n]{0,250}?)\s{1,8}(?:--|-)? ?Time elapsed: [\d.,]{1,12} ?s(?:ec)?\s{1,8}<<< (?<kind>FAILURE|ERROR)!/,
    extent: { after: 1, while: /^(?:\s+at |\s+\.\.\. |Caused by|\s+\S|[\w.$]+(?:Exception|Error|Failure)\b)/ },
    transient: 0.12,
    explanation: 'A test failed (FAILURE: an assertion) or threw (ERROR); exception and stack stand below.',
    remedies: [
      'Read the exception and the first line of the stack that is your own code.',
      'Run `mvn test -Dtest=<Class>#<method>` locally.',
    ],
    examples: {
      match: [
        {
          text: '[ERROR] com.acme.CartTest.adds  Time elapsed: 0.012 s  <<< FAILURE!',
          captures: { test: 'com.acme.CartTest.adds' },
        },
        { text: 'adds(com.acme.CartTest)  Time elapsed: 0.01 sec  <<< ERROR!' },
        { text: '[ERROR] com.acme.CartTest.adds -- Time elapsed: 0.012 s <<< FAILURE!' },
      ],
      miss: ['Tests run: 3, Failures: 1, Errors: 0, Skipped: 0, Time elapsed: 0.1 s <<< FAILURE! - in com.acme.CartTest'],
    },
  },
  {
    id: 'surefire/list',
    category: 'test',
    title: 'JUnit: {test} failed',
    needles: ['[ERROR]   ', '[ERROR]     Run '],
    pattern:
      /^\[ERROR\] {2,6}(?:Run \d+: )?(?<test>[A-Z][\w$]{0,150}(?:\.|>)[\w$.>\-:[\]() ]{1,200}?:?\d*)(?: »|:\d+|->| expected| [A-Z]\w+(?:Exception|Error))[^\n]{0,300}$/,
    transient: 0.12,
    explanation: 'Surefire repeats each failed test with the reason at the end of the run.',
    remedies: ['Find the stack of this test above, or in target/surefire-reports.'],
    examples: {
      match: [
        { text: '[ERROR]   CartTest.adds:12 expected: <1> but was: <2>' },
        { text: '[ERROR]   CartDaoTest.opens » IllegalState No store is configured' },
      ],
      miss: ['[ERROR]   location: class com.acme.Cart', '[ERROR]   symbol:   method add()'],
    },
  },
  {
    id: 'junit/assertion',
    category: 'test',
    title: 'assertion failed: {message}',
    needles: [
      'AssertionFailedError',
      'ComparisonFailure',
      'java.lang.AssertionError',
      'kotlin.AssertionError',
      'ConditionFailedWithExceptionError',
      'SpockComparisonFailure',
      'Condition not satisfied:',
      'MultipleFailuresError',
      'WantedButNotInvoked',
      'ComparisonFailException',
    ],
    pattern:
      /(?:^|\s)(?:(?:org\.opentest4j|junit\.framework|org\.junit|java\.lang|kotlin|org\.spockframework\.runtime|org\.mockito\.exceptions\.verification|munit|org\.assertj\.core\.error)\.[\w.]{0,60}(?:AssertionFailedError|ComparisonFailure|AssertionError|MultipleFailuresError|WantedButNotInvoked|ComparisonFailException)(?:: (?<message>[^\n]{0,300}))?|Condition not satisfied:)\s*$/,
    extent: { before: 1, while: /^\s+(?:\S|$)|^$|^Caused by/ },
    transient: 0.12,
    explanation: 'An assertion of a Java, Kotlin, Groovy or Scala test did not hold.',
    remedies: ['Compare expected and actual; the first line of the stack in your own package is the test.'],
    examples: {
      match: [
        {
          text: 'org.opentest4j.AssertionFailedError: expected: <true> but was: <false>',
          captures: { message: 'expected: <true> but was: <false>' },
        },
        { text: '    java.lang.AssertionError: 12 -> 14' },
      ],
      miss: ['throw new java.lang.AssertionError("x");'],
    },
  },
  {
    id: 'gradle-test/failed',
    category: 'test',
    title: '{class} > {test} failed',
    needles: [' FAILED'],
    pattern: /^(?:[^\n]{0,40}?\s)?(?<class>[\w.$]{2,200}(?: > [^>\n]{1,150}){0,4}) > (?<test>(?!Task )[^>\n]{1,200}) FAILED$/,
    extent: { while: /^\s+\S/ },
    transient: 0.12,
    explanation: 'Gradle names a failed test as `Class > method FAILED`, with the exception below.',
    remedies: [
      'Read the exception below; the full stack is in build/reports/tests.',
      'Run `gradle test --tests <Class.method>` locally.',
    ],
    examples: {
      match: [
        { text: 'com.acme.CartTest > adds FAILED', captures: { class: 'com.acme.CartTest', test: 'adds' } },
        { text: 'CartTest > Adding > adds two items() FAILED' },
      ],
      miss: ['> Task :app:test FAILED'],
    },
  },
  {
    id: 'junit/console',
    category: 'test',
    title: 'JUnit: {test} failed',
    needles: [' [X] ', '    => ', 'FAILED: '],
    pattern:
      /^(?:[│├└─'+|\s-]{2,40}) (?<test>[^\n]{1,200}) \[X\] (?<message>[^\n]{1,200})$|^FAILED: (?<method>\w{1,150})(?:\([^\n]{0,100}\))?$/,
    extent: { while: /^\s+\S|^[\w.]+(?:Exception|Error)\b/ },
    transient: 0.12,
    explanation: 'The console launcher of JUnit marks failed tests with [X]; TestNG writes `FAILED: method`.',
    remedies: ['Read its exception below or in the list of failures.'],
    examples: {
      match: [
        { text: "|   '-- adds() [X] expected: <1> but was: <2>", captures: { test: 'adds()' } },
        { text: 'FAILED: addsTwoItems' },
      ],
      miss: ["|   '-- adds() [OK]"],
    },
  },
  {
    id: 'surefire/fork',
    category: 'crash',
    title: 'the JVM that ran the tests ended without a result',
    needles: [
      'The forked VM terminated without',
      'VM crash or System.exit called',
      'Crashed tests:',
      'Test JVM crashed',
      'The VM terminated without',
    ],
    pattern:
      /The forked VM terminated without (?:saying properly|properly saying)|VM crash or System\.exit called|^(?:\[ERROR\] )?\s*Crashed tests:/,
    extent: { after: 4 },
    transient: 0.35,
    explanation:
      'The process of the tests died: it was killed for memory, crashed in native code, or some code called System.exit.',
    remedies: [
      'Look for an out-of-memory kill or an hs_err_pid file.',
      'Give the fork more memory (argLine -Xmx) or fewer forks.',
    ],
    examples: {
      match: [{ text: '[ERROR] The forked VM terminated without properly saying goodbye. VM crash or System.exit called?' }],
      miss: ['[INFO] forkCount: 1'],
    },
  },
  {
    id: 'surefire/timeout',
    category: 'timeout',
    title: 'the tests exceeded the time limit of the fork',
    needles: ['There was a timeout or other error in the fork', 'There was a timeout in the fork', 'TestTimedOutException'],
    pattern: /There was a timeout (?:or other error )?in the fork/,
    transient: 0.4,
    explanation: 'forkedProcessTimeoutInSeconds ended the JVM because the tests did not finish.',
    remedies: ['Find the test that was running last, and what it waits for.'],
    examples: {
      match: [{ text: '[ERROR] There was a timeout or other error in the fork' }],
      miss: ['org.junit.runners.model.TestTimedOutException: test timed out after 100 milliseconds'],
    },
  },
  {
    id: 'junit/summary',
    category: 'test',
    role: 'summary',
    title: 'tests failed: {count}',
    needles: [
      'Tests run:',
      'tests completed,',
      'There were failing tests',
      'There were test failures',
      'Total tests run:',
      'tests failed',
      'Failed tests:',
      'Tests in error',
    ],
    pattern:
      /^(?:\[\w+\] )?\s*(?<count>Tests run: \d+, {1,2}Failures: (?:[1-9]\d*, {1,2}Errors: \d+|0, {1,2}Errors: [1-9]\d*)[^\n]{0,60})|^(?<completed>\d+ tests? completed, [1-9]\d* failed)|^> There were failing tests|^Total tests run: \d+, (?:Passes: \d+, )?Failures: [1-9]|^(?:\[ERROR\] )?(?:Failed tests:|Tests in error:)/,
    extent: { after: 1 },
    transient: 0.12,
    explanation: 'The count of a test run under Maven, Gradle or TestNG.',
    remedies: ['Read the failed tests named around it.'],
    examples: {
      match: [
        { text: '[ERROR] Tests run: 10, Failures: 1, Errors: 0, Skipped: 0' },
        { text: '10 tests completed, 1 failed', captures: { completed: '10 tests completed, 1 failed' } },
      ],
      miss: ['[INFO] Tests run: 10, Failures: 0, Errors: 0, Skipped: 0'],
    },
  },
]
