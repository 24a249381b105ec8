import { expect, test } from 'vitest'
import { tripped } from './breaker.ts'
import { DEFAULT_LIMITS } from './limits.ts'
import { line, T0 } from './line.fixture.ts'

const limits = { ...DEFAULT_LIMITS, breaker: { opensAfter: 3, probeAfterMinutes: 60 } }
const ended = (event: 'healed' | 'not-healed', action: string, minutesAgo: number) => [
  line('started', action, minutesAgo + 5),
  line(event, action, minutesAgo),
]
const vain = (...minutesAgo: readonly number[]) => minutesAgo.flatMap((ago, i) => ended('not-healed', `a${i}`, ago))
const code = (lines: Parameters<typeof tripped>[0]) => tripped(lines, 'rerun-failed-jobs', limits, T0)?.code ?? null

test('opens after three in a row that did not heal', () => {
  expect(code(vain(50, 40))).toBeNull()
  expect(code(vain(50, 40, 30))).toBe('breaker-open')
})

test('one that healed closes it', () => {
  expect(code([...vain(50, 40), ...ended('healed', 'b', 35), ...ended('not-healed', 'c', 30)])).toBeNull()
  expect(code([...vain(50, 40, 30), ...ended('healed', 'b', 20)])).toBeNull()
})

test('after a while one probe is let through, and no second one before it is judged', () => {
  expect(code(vain(300, 200, 60))).toBeNull()
  expect(code([...vain(300, 200, 60), line('started', 'probe', 1)])).toBe('breaker-open')
  expect(code([...vain(300, 200, 90), ...ended('not-healed', 'probe', 10)])).toBe('breaker-open')
})

test('other remedies are none of its business', () => {
  const others = vain(50, 40, 30).map(one => ({ ...one, remedy: 'clear-cache' as const }))
  expect(code(others)).toBeNull()
})

test('what is not judged yet is not in vain', () => {
  const open = [line('started', 'b', 20), line('done', 'b', 19)]
  expect(code([...vain(50, 40), ...open])).toBeNull()
  expect(code([...vain(50, 40), ...open, ...ended('not-healed', 'c', 10)])).toBe('breaker-open')
})
