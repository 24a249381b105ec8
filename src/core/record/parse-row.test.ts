import { expect, test } from 'vitest'
import { createRowParser } from './parse-row.ts'

const job = { table: 'job', repository: 'a/b', run: 1, attempt: 1, job: 'unit', ordinal: 0 }

test.each([-1, 315_360_000_001])('a duration of %d ms is unknown', async durationMs => {
  const parse = await createRowParser('rows')
  expect(parse({ text: JSON.stringify({ ...job, durationMs, queuedMs: 5 }), line: 1 })).toEqual({ ...job, queuedMs: 5 })
})

test('the sum of the durations of tests stays a number', async () => {
  const parse = await createRowParser('rows')
  const row = { ...job, table: 'test_result', name: 't', outcome: 'passed' }
  expect(parse({ text: JSON.stringify({ ...row, durationMs: 1e308 }), line: 1 })).toEqual(row)
})

test('long texts are shortened', async () => {
  const parse = await createRowParser('rows')
  const row = { ...job, table: 'test_result', name: 'n'.repeat(2e6), outcome: 'failed', message: 'm'.repeat(2e6) }
  const { name, message } = parse({ text: JSON.stringify(row), line: 1 }) as { name: string; message: string }
  expect([name.length, message.length]).toEqual([1000, 65_536])
})
