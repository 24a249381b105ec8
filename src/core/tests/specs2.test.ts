import { expect, it } from 'vitest'
import { textLines } from './lines/text-lines.ts'
import { framework } from './specs2.ts'

it('reads examples below their heading', () => {
  const log = `
[info] CartSpec
[info] A cart should
[info]   + be empty
[error]   x add tax
[error]    1 != 2 (CartSpec.scala:12)
[info] Total for specification CartSpec
[info] Finished in 12 ms
[info] 2 examples, 1 failure, 0 error`
  expect(framework.parse(textLines(log))).toEqual({
    framework: 'specs2',
    total: 2,
    passed: 1,
    failed: 1,
    skipped: 0,
    failedTests: [
      { name: 'A cart should add tax', message: '1 != 2 (CartSpec.scala:12)', lines: [5, 6], file: 'CartSpec.scala', line: 12 },
    ],
  })
})
