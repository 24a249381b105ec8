import { expect, test } from 'vitest'
import type { SecretFinder } from '../ports/secrets.ts'
import { redact } from '../redact/redact.ts'
import { createStoreGate } from './redact-record.ts'

const finder: SecretFinder = { mayFind: () => false, find: async () => [] }

test('every text passes through redaction, numbers and words of ours as they are', async () => {
  const gate = createStoreGate(redact, finder)
  const token = 'ghp_0123456789abcdefghijABCDEFGHIJ012345'
  const record = {
    run: 1,
    conclusion: 'success',
    branch: token,
    jobs: [{ name: `unit ${token}`, tests: [{ message: `x ${token}` }] }],
  }
  expect(await gate(record)).toEqual({
    run: 1,
    conclusion: 'success',
    branch: expect.stringMatching(/^\[redacted/),
    jobs: [{ name: expect.stringMatching(/^unit \[redacted/), tests: [{ message: expect.stringMatching(/^x \[redacted/) }] }],
  })
})

test('commits stay what they are', async () => {
  const gate = createStoreGate(redact, finder)
  const record = { commit: '928a0af97713f411d7c40efdec8c33e3b67b7f5d', parents: ['611afbf03240fe150aa1b7676f52269ad62e8131'] }
  expect(await gate(record)).toEqual(record)
})

test('what no database keeps is replaced', async () => {
  const gate = createStoreGate(redact, finder)
  expect(await gate({ name: 'a\0b', message: `half \ud83d${'.'.repeat(300)}` })).toEqual({
    name: 'a\ufffdb',
    message: `half \ufffd${'.'.repeat(300)}`,
  })
})
