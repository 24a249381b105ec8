import { expect, it } from 'vitest'
import { framework } from './julia-test.ts'
import { textLines } from './lines/text-lines.ts'

it('reads failures', () => {
  const log = `
adds tax: Test Failed at /app/test/runtests.jl:5
  Expression: tax() == 2
   Evaluated: 1 == 2

Test Summary: | Pass  Fail  Total
cart          |    1     1      2
ERROR: LoadError: Some tests did not pass: 1 passed, 1 failed, 0 errored, 0 broken.`
  expect(framework.parse(textLines(log))).toEqual({
    framework: 'julia-test',
    total: 2,
    passed: 1,
    failed: 1,
    skipped: 0,
    failedTests: [
      {
        name: 'adds tax',
        message: 'Expression: tax() == 2\nEvaluated: 1 == 2',
        lines: [2, 4],
        file: '/app/test/runtests.jl',
        line: 5,
      },
    ],
  })
})
