import type { Rule } from '../model/rule.ts'

/** `go test`, gotestsum, testify, Ginkgo. */
export const rules: readonly Rule[] = [
  {
    id: 'go-test/failed',
    category: 'test',
    title: 'go test: {test} failed',
    needles: ['--- FAIL: '],
    pattern: /^(?:[^\n]{0,60}?\s)?\s{0,40}--- FAIL: (?<test>\S{1,250}) \([\d.]+s\)/,
    extent: { while: /^\s+\S/ },
    transient: 0.12,
    explanation: 'A Go test failed; its log lines stand indented below (or above, with -v).',
    remedies: ['Read the `file_test.go:line:` messages, and run `go test -run "<name>" ./...` locally.'],
    examples: {
      match: [{ text: '    --- FAIL: TestCart/adds_two (0.00s)', captures: { test: 'TestCart/adds_two' } }],
      miss: ['--- PASS: TestCart (0.00s)', '--- FAIL: see above'],
    },
  },
  {
    id: 'go-test/assertion',
    category: 'test',
    title: 'Go assertion failed in {file}',
    needles: ['Error Trace:'],
    pattern: /^\s{0,40}(?:\S{1,100}: ?)?\s{0,40}Error Trace:\s{1,40}(?<file>[^\s:]{1,250}):(?<line>\d+)/,
    extent: { before: 1, while: /^\s+(?:\S|$)/ },
    transient: 0.12,
    explanation: 'testify names the place, the two values, and the test.',
    remedies: ['Compare expected and actual below.'],
    examples: {
      match: [
        { text: '        \tError Trace:\t/srv/cart/cart_test.go:12', captures: { file: '/srv/cart/cart_test.go', line: '12' } },
      ],
      miss: ['error trace enabled'],
    },
  },
  {
    id: 'go-test/timeout',
    category: 'timeout',
    title: 'go test ran into its time limit of {limit}',
    needles: ['panic: test timed out after'],
    pattern: /panic: test timed out after (?<limit>[\dhms.]+)/,
    extent: { after: 2, while: /^\s+\S|^running tests:/ },
    transient: 0.4,
    explanation: 'The tests of one package took longer than `-timeout` (10 minutes by default), mostly because one hangs.',
    remedies: [
      'Look at the goroutines below for the test that hangs.',
      'Raise `-timeout` or split the package if it is just slow.',
    ],
    examples: {
      match: [{ text: 'panic: test timed out after 10m0s', captures: { limit: '10m0s' } }],
      miss: ['ok  \tacme.test/cart\t10.0s'],
    },
  },
  {
    id: 'go-test/race',
    category: 'test',
    title: 'the Go race detector found a data race',
    needles: ['WARNING: DATA RACE', 'race detected during execution of test'],
    pattern: /WARNING: DATA RACE|race detected during execution of test/,
    extent: { while: /^\s+\S|^(?:Read|Write|Previous|Goroutine)\b|^$/ },
    transient: 0.3,
    explanation:
      'Two goroutines use the same memory without a lock, and at least one writes. The bug is real even when a re-run passes.',
    remedies: ['Read the two stacks below, and guard the variable with a mutex, a channel or sync/atomic.'],
    examples: { match: [{ text: 'WARNING: DATA RACE' }], miss: ['go test -race ./...'] },
  },
  {
    id: 'go-test/gotestsum',
    category: 'test',
    title: 'go test: {test} failed',
    needles: ['=== FAIL: ', '=== Failed'],
    pattern: /^=== FAIL: (?<package>\S{1,150}) (?<test>\S{1,200}) \(/,
    extent: { while: /^\s+\S/ },
    transient: 0.12,
    explanation: 'gotestsum repeats each failed test with its output.',
    remedies: ['Read its messages below.'],
    examples: {
      match: [{ text: '=== FAIL: cart TestAdds (0.00s)', captures: { test: 'TestAdds' } }],
      miss: ['=== RUN   TestAdds'],
    },
  },
  {
    id: 'go-test/summary',
    category: 'test',
    role: 'summary',
    title: 'go test failed in {package}',
    needles: ['FAIL\t', 'FAIL! -- '],
    pattern: /^(?:[^\n]{0,60}?\s)?FAIL\t(?<package>\S{1,200})\t(?:[\d.]+s|\(cached\))|^FAIL! -- \d+ Passed/,
    transient: 0.12,
    explanation: 'The line per package at the end of `go test`.',
    remedies: ['Read the `--- FAIL` of this package above.'],
    examples: {
      match: [{ text: 'FAIL\tacme.test/cart\t0.012s', captures: { package: 'acme.test/cart' } }],
      miss: ['FAIL\tacme.test/cart [build failed]', 'ok  \tacme.test/cart\t0.012s'],
    },
  },
]
