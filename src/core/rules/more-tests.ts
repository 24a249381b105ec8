import type { Rule } from '../model/rule.ts'

/** Test runners of Lua, Julia, PowerShell, Vim, OCaml, Bazel. */
export const rules: readonly Rule[] = [
  {
    id: 'busted/failed',
    category: 'test',
    title: 'busted: {file} failed',
    needles: ['Failure → ', 'Failure -> ', 'Error → ', 'Error -> '],
    pattern: /^(?:Failure|Error) (?:→|->) (?<file>\S{1,200}) @ (?<line>\d+)/,
    extent: { while: /^\S|^\s+\S/ },
    transient: 0.1,
    explanation: 'A spec of busted failed (Failure) or raised (Error).',
    remedies: ['Compare passed in and expected below.'],
    examples: {
      match: [{ text: 'Failure → spec/cart_spec.lua @ 12', captures: { file: 'spec/cart_spec.lua', line: '12' } }],
      miss: ['10 successes / 0 failures / 0 errors / 0 pending'],
    },
  },
  {
    id: 'julia-test/failed',
    category: 'test',
    title: 'Julia: test failed at {file}:{line}',
    needles: ['Test Failed at', 'Error During Test at', 'Some tests did not pass', 'errored during testing'],
    pattern:
      /(?:Test Failed|Error During Test) at (?<file>[^\s:]{1,250}):(?<line>\d+)|Some tests did not pass: \d+ passed|ERROR: Package \S{1,80} errored during testing/,
    extent: { while: /^\s+\S/ },
    transient: 0.1,
    explanation: 'A `@test` of Julia was false or raised.',
    remedies: ['Read Expression and Evaluated below.'],
    examples: {
      match: [{ text: 'adds two: Test Failed at /srv/cart/test/runtests.jl:12', captures: { line: '12' } }],
      miss: ['     Testing Cart tests passed'],
    },
  },
  {
    id: 'pester/failed',
    category: 'test',
    title: 'Pester: {test} failed',
    needles: ['[-] '],
    pattern: /^\s*\[-\] (?<test>[^\n]{1,250}?)(?: \d[\d.,]*m?s(?: \([^)\n]{1,40}\))?| -> [^\n]{1,200})?$/,
    extent: { while: /^\s{2,}(?!\[)\S|^(?:Expected|Actual|at |But was)/ },
    transient: 0.1,
    explanation: 'Pester marks each failed test with [-]; what it expected stands below.',
    remedies: ['Read the expectation and place below.'],
    examples: {
      match: [{ text: '  [-] adds two items 12ms (10ms|2ms)', captures: { test: 'adds two items' } }],
      miss: ['  [+] adds two items 12ms'],
    },
  },
  {
    id: 'pester/summary',
    category: 'test',
    role: 'summary',
    title: 'Pester: {failed} failed',
    needles: ['Tests Passed:', 'Tests completed in'],
    pattern: /Tests Passed: \d+,? Failed: (?<failed>[1-9]\d*)/,
    transient: 0.1,
    explanation: 'The count at the end of a Pester run.',
    remedies: ['Read the tests marked [-] above.'],
    examples: {
      match: [{ text: 'Tests Passed: 9, Failed: 1, Skipped: 0 NotRun: 0', captures: { failed: '1' } }],
      miss: ['Tests Passed: 10, Failed: 0, Skipped: 0'],
    },
  },
  {
    id: 'vim-test/failed',
    category: 'test',
    title: 'Vim script test failed: {test}',
    needles: ['Found errors in Test_', 'Caught exception in Test_', 'vim-test', ' FAILED'],
    pattern: /(?:Found errors|Caught exception) in (?<test>Test_\w{1,120})\(\)/,
    extent: { while: /^\s+(?:Run \d|function |command line|Caught|Flaky)/ },
    transient: 0.3,
    explanation: 'A test in the style of the tests of Vim itself recorded an error.',
    remedies: ['Read expected and actual below.'],
    examples: {
      match: [{ text: '\tFound errors in Test_cart_adds():', captures: { test: 'Test_cart_adds' } }],
      miss: ['Executing Test_cart_adds()'],
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
