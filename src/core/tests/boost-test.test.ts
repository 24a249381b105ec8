import { expect, it } from 'vitest'
import { framework } from './boost-test.ts'
import { textLines } from './lines/text-lines.ts'

it('reads errors and the verdict', () => {
  const log = `
Running 3 test cases...
/app/cart.cpp(12): error: in "cart/adds_tax": check tax() == 2 has failed [1 != 2]
unknown location(0): fatal error: in "cart/crash": memory access violation

*** 2 failures are detected in the test module "cart"`
  expect(framework.parse(textLines(log))).toEqual({
    framework: 'boost-test',
    total: 3,
    passed: 1,
    failed: 2,
    skipped: 0,
    failedTests: [
      { name: 'cart/adds_tax', message: 'check tax() == 2 has failed [1 != 2]', lines: [3, 3], file: '/app/cart.cpp', line: 12 },
      { name: 'cart/crash', message: 'memory access violation', lines: [4, 4] },
    ],
  })
})
