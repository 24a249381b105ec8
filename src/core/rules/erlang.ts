import type { Rule } from '../model/rule.ts'

/** Erlang: erlc, rebar3, EUnit, Common Test. */
export const rules: readonly Rule[] = [
  {
    id: 'erlang/compile',
    category: 'compile',
    title: 'Erlang: {message} ({file}:{line})',
    needles: ['.erl:', '.hrl:', '.yrl:'],
    pattern:
      /^(?:##\[error\])?\s*(?<file>[^\s:()]{1,200}\.[ehyx]rl):(?<line>\d+)(?::\d+)?: (?!Warning:|warning:|\d)(?<message>[A-Za-z][^\n]{2,250})/,
    extent: { while: /^%|^\s+%|^\s*\^/ },
    transient: 0.01,
    explanation:
      'The Erlang compiler rejects this line; a message without "Warning:" is an error, also when warnings count as errors.',
    remedies: ['Correct the line named.'],
    examples: {
      match: [
        { text: 'src/cart.erl:12:5: function add/2 undefined', captures: { file: 'src/cart.erl', line: '12' } },
        { text: 'cart.erl:31: import lists:sum/1 is unused' },
      ],
      miss: ['src/cart.erl:12: Warning: variable X is unused', 'cart.erl:12'],
    },
  },
  {
    id: 'rebar3/failed',
    category: 'dependency',
    title: 'rebar3: a dependency or plug-in could not be fetched',
    needles: [
      '===> Failed to fetch',
      '===> Package not found',
      'not found in any repo',
      '===> Bad dependency',
      '===> Unable to verify',
    ],
    pattern:
      /===> (?:Failed to fetch|Package not found|Package \S{1,80} not found in any repo|Dependency failure|Bad dependency|Unable to verify)/,
    extent: { after: 2 },
    transient: 0.3,
    explanation: 'rebar3 could not get a package from Hex or git.',
    remedies: ['Check the name and version in rebar.config; run again if Hex did not answer.'],
    examples: {
      match: [{ text: '===> Failed to fetch and copy dep: {git,"https://git.acme.test/cart.git",{tag,"1.0"}}' }],
      miss: ['===> Fetching cart v1.0.0'],
    },
  },
  {
    id: 'rebar3/compile',
    category: 'compile',
    role: 'summary',
    title: 'rebar3: {message}',
    needles: [
      '===> Compiling ',
      '===> Compilation failed',
      '===> Warnings occurred running dialyzer',
      '===> Cover ',
      '===> Errors loading',
    ],
    pattern: /===> (?<message>Compiling \S{1,200} failed|Compilation failed[^\n]{0,100}|Warnings occurred running dialyzer: \d+)/,
    extent: { after: 4 },
    transient: 0.02,
    explanation: 'rebar3 names the file or tool that failed.',
    remedies: ['Read the compiler message around it.'],
    examples: {
      match: [{ text: '===> Compiling src/cart.erl failed', captures: { message: 'Compiling src/cart.erl failed' } }],
      miss: ['===> Compiling cart'],
    },
  },
  {
    id: 'eunit/failed',
    category: 'test',
    title: 'EUnit: {test} failed',
    needles: ['*failed*'],
    pattern: /^\s{0,40}(?<test>[\w:.'\- ]{1,200}?)\s?(?:\([^)\n]{0,100}\))?\.{2,}(?:\[[\d.]+ s\] )?\*failed\*/,
    extent: { while: /^\s*(?:in function|in call|\*\*|\S.{0,200}$)/ },
    transient: 0.1,
    explanation: 'A test of EUnit failed; the reason stands below it.',
    remedies: ['Compare expected and value below.'],
    examples: {
      match: [{ text: 'cart_tests: adds_test...*failed*', captures: { test: 'cart_tests: adds_test' } }],
      miss: ['cart_tests: adds_test...ok'],
    },
  },
  {
    id: 'common-test/failed',
    category: 'test',
    title: 'Common Test: {suite} {test} failed',
    needles: ['_SUITE', '*** FAILED test case'],
    pattern:
      /^(?:%%% )?(?<suite>\w{1,100}_SUITE)(?: ==> |:)(?<test>[\w./]{1,150})(?:: FAILED| failed on line \d+)|\*\*\* FAILED test case \d+ of \d+/,
    extent: { after: 1, while: /^(?:Reason|%%%|\s+\S)/ },
    transient: 0.15,
    explanation: 'A test case of Common Test failed.',
    remedies: ['Read the reason below, or the log of this case in the ct_logs folder.'],
    examples: {
      match: [
        { text: 'cart_SUITE:adds_two failed on line 12', captures: { suite: 'cart_SUITE', test: 'adds_two' } },
        { text: '%%% cart_SUITE ==> adds_two: FAILED' },
      ],
      miss: ['%%% cart_SUITE ==> adds_two: OK'],
    },
  },
]
