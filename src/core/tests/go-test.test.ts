import { expect, it } from 'vitest'
import { framework } from './go-test.ts'
import { textLines } from './lines/text-lines.ts'

it('reads plain output, package by package', () => {
  const log = `
--- FAIL: TestTax (0.00s)
    cart_test.go:3: got 1, want 2
--- FAIL: TestTable (0.00s)
    --- FAIL: TestTable/a_b (0.00s)
        cart_test.go:5: no
FAIL
FAIL	example.com/cart	0.002s
ok  	example.com/money	0.001s
FAIL	example.com/broken [build failed]
FAIL`
  expect(framework.parse(textLines(log))).toEqual({
    framework: 'go-test',
    total: 3,
    passed: 0,
    failed: 3,
    skipped: 0,
    failedTests: [
      { name: 'example.com/cart.TestTax', message: 'got 1, want 2', lines: [2, 3], file: 'cart_test.go', line: 3 },
      { name: 'example.com/cart.TestTable', lines: [4, 4] },
      { name: 'example.com/cart.TestTable/a_b', message: 'no', lines: [5, 6], file: 'cart_test.go', line: 5 },
    ],
  })
})

it('reads -v, where a message stands above its result', () => {
  const log = `
=== RUN   TestTax
    cart_test.go:3: got 1, want 2
--- FAIL: TestTax (0.00s)
=== RUN   TestEmpty
--- PASS: TestEmpty (0.00s)
=== RUN   TestLater
--- SKIP: TestLater (0.00s)
FAIL
FAIL	example.com/cart	0.002s`
  expect(framework.parse(textLines(log))).toEqual({
    framework: 'go-test',
    total: 3,
    passed: 1,
    failed: 1,
    skipped: 1,
    failedTests: [{ name: 'example.com/cart.TestTax', message: 'got 1, want 2', lines: [2, 4], file: 'cart_test.go', line: 3 }],
  })
})

it('reads -json', () => {
  const log = `
{"Action":"run","Package":"example.com/cart","Test":"TestTax"}
{"Action":"output","Package":"example.com/cart","Test":"TestTax","Output":"    cart_test.go:3: got 1\\n"}
{"Action":"fail","Package":"example.com/cart","Test":"TestTax","Elapsed":0}
{"Action":"pass","Package":"example.com/cart","Test":"TestEmpty","Elapsed":0}
{"Action":"fail","Package":"example.com/cart","Elapsed":0.1}
{"Action":"broken"`
  expect(framework.parse(textLines(log))).toEqual({
    framework: 'go-test',
    total: 2,
    passed: 1,
    failed: 1,
    skipped: 0,
    failedTests: [{ name: 'example.com/cart.TestTax', message: 'got 1', lines: [3, 4], file: 'cart_test.go', line: 3 }],
  })
})

it('blames the test that was running when a package crashed', () => {
  const log = `
=== RUN   TestNil
panic: boom

goroutine 1 [running]:
FAIL	example.com/crash	0.002s
panic: test timed out after 1s
running tests:
	TestSlow (1s)

FAIL	example.com/slow	1.002s`
  expect(framework.parse(textLines(log))).toEqual({
    framework: 'go-test',
    total: 2,
    passed: 0,
    failed: 2,
    skipped: 0,
    failedTests: [
      { name: 'example.com/crash.TestNil', message: 'panic: boom', lines: [3, 3] },
      { name: 'example.com/slow.TestSlow', message: 'panic: test timed out after 1s', lines: [9, 9] },
    ],
  })
})

it('leaves it to gotestsum', () => {
  const log = `
--- FAIL: TestTax (0.00s)
FAIL	example.com/cart	0.002s
DONE 1 tests, 1 failure in 0.1s`
  expect(framework.parse(textLines(log))).toBeNull()
})
