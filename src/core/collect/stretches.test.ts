import { expect, test } from 'vitest'
import { halves, weeksBack } from './stretches.ts'

const at = (time: string) => Date.parse(time)
const told = ({ fromMs, toMs }: { fromMs: number; toMs: number }) =>
  [fromMs, toMs].map(ms => new Date(ms).toISOString().slice(0, 19))

test('weeks begin on Mondays, the first one at a day', () => {
  expect(weeksBack(at('2026-02-20T15:30:00Z'), at('2026-03-04T12:00:00Z')).map(told)).toEqual([
    ['2026-03-02T00:00:00', '2026-03-08T23:59:59'],
    ['2026-02-23T00:00:00', '2026-03-01T23:59:59'],
    ['2026-02-20T00:00:00', '2026-02-22T23:59:59'],
  ])
})

test('a moment on a Monday is one week', () => {
  expect(weeksBack(at('2026-03-02T00:00:00Z'), at('2026-03-02T00:00:00Z')).map(told)).toEqual([
    ['2026-03-02T00:00:00', '2026-03-08T23:59:59'],
  ])
})

test('halves leave no second out and name none twice', () => {
  const [week] = weeksBack(at('2026-03-02T00:00:00Z'), at('2026-03-02T00:00:00Z'))
  expect(week && halves(week)?.map(told)).toEqual([
    ['2026-03-05T12:00:00', '2026-03-08T23:59:59'],
    ['2026-03-02T00:00:00', '2026-03-05T11:59:59'],
  ])
  expect(halves({ fromMs: 1000, toMs: 2000 })).toEqual([
    { fromMs: 2000, toMs: 2000 },
    { fromMs: 1000, toMs: 1000 },
  ])
  expect(halves({ fromMs: 1000, toMs: 1000 })).toBeNull()
})
