import type { Rule } from '../model/rule.ts'

/** Bazel: builds and tests. */
export const rules: readonly Rule[] = [
  {
    id: 'bazel/error',
    category: 'compile',
    title: 'Bazel: {message}',
    needles: [
      'ERROR: /',
      'ERROR: C:',
      'no such package',
      'no such target',
      'ERROR: Analysis of target',
      'ERROR: Skipping',
      'ERROR: error loading',
      'ERROR: Error computing',
      'ERROR: Build did NOT',
    ],
    pattern:
      /^(?:##\[error\])?\s*(?:\([\d:]{8}\) )?ERROR: (?:(?<file>\S{1,250}):(?<line>\d+):\d+: )?(?<message>(?:no such (?:package|target)|Analysis of target|Skipping '|error loading|Error computing|in \S{1,60} rule|\S{1,80} (?:\S{1,150} )?failed: |name '|Traceback|syntax error|invalid|every rule|Couldn't|Executing|Linking|Compiling|GoCompile|Building|Testing)[^\n]{0,300})/,
    extent: { while: /^\s+\S|^(?:ERROR|Use --)|^\S+:\d+:\d+: / },
    transient: 0.04,
    explanation: 'Bazel could not load, analyse or build a target; the output of the action stands below.',
    remedies: ['Read the message of the compiler or rule below it.'],
    examples: {
      match: [
        {
          text: 'ERROR: /srv/cart/BUILD:12:3: Compiling cart/cart.cc failed: (Exit 1): gcc failed: error executing command',
          captures: { line: '12' },
        },
        { text: "ERROR: no such package 'cart/item': BUILD file not found in any of the following directories." },
      ],
      miss: ['INFO: Analyzed target //cart:cart'],
    },
  },
  {
    id: 'bazel/summary',
    category: 'unknown',
    role: 'symptom',
    title: 'Bazel did not complete the build',
    needles: ['Build did NOT complete successfully', 'Build completed, ', 'Executed '],
    pattern:
      /Build did NOT complete successfully|Build completed, \d+ tests? FAILED|^Executed \d+ out of \d+ tests?: [^\n]{0,80}fails? /,
    transient: 0.1,
    explanation: 'Bazel says that something above failed.',
    remedies: ['Read the first ERROR or FAIL above.'],
    examples: {
      match: [{ text: 'ERROR: Build did NOT complete successfully' }],
      miss: ['INFO: Build completed successfully, 12 total actions'],
    },
  },
  {
    id: 'bazel-test/failed',
    category: 'test',
    title: 'Bazel: {test} did not pass ({kind})',
    needles: ['FAIL: //', 'TIMEOUT: //', 'FAILED in ', 'TIMEOUT in ', 'FLAKY: '],
    pattern:
      /(?:^|\s)(?:FAIL|TIMEOUT): (?<test>(?:@[\w~.+-]{0,80})?\/\/\S{1,200}) \(|^(?<target>(?:@[\w~.+-]{0,80})?\/\/\S{1,200})\s+(?:\(cached\) )?(?<kind>FAILED|TIMEOUT)(?: TO BUILD)? in/,
    extent: { after: 1 },
    transient: 0.15,
    explanation: 'Bazel ran a test target and it failed; its log is in the file named.',
    remedies: ['Run it with `--test_output=errors`, or open the test.log named.'],
    examples: {
      match: [
        {
          text: 'FAIL: //cart:adds_test (see /root/.cache/bazel/testlogs/cart/adds_test/test.log)',
          captures: { test: '//cart:adds_test' },
        },
        { text: '//cart:adds_test                              FAILED in 1 out of 2 in 3.2s' },
      ],
      miss: ['//cart:adds_test                              PASSED in 3.2s'],
    },
  },
]
