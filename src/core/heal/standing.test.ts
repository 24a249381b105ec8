import { describe, expect, test } from 'vitest'
import type { LedgerEvent } from '../model/ledger.ts'
import { line, MINUTE, T0 } from '../policy/line.fixture.ts'
import { isHeld, isLeftOpen, mayHaveHappened, type Standing, standingsOf, taken } from './standing.ts'

const ENDS = ['done', 'failed', 'unclear', 'healed', 'not-healed', 'undone'] as const

/** An action that was started an hour ago and of which this is the last word. */
function standing(event: LedgerEvent, minutesAgo: number): Standing {
  const started = line('started', 'a', 60)
  return { action: 'a', started, last: line(event, 'a', minutesAgo) }
}

describe('how actions stand', () => {
  test.each(ENDS)('%s is a last word', event => {
    const [started, last] = [line('started', 'a', 5), line(event, 'a', 4)]
    expect([...standingsOf([started, last]).values()]).toEqual([{ action: 'a', started, last }])
  })

  test.each(['withheld', 'approved'] as const)('%s says nothing about what was started', event => {
    const [started, done, other] = [line('started', 'a', 5), line('done', 'a', 4), line(event, 'a', 3)]
    expect(standingsOf([started, done, other]).get('a')).toEqual({ action: 'a', started, last: done })
    expect(standingsOf([other]).size).toBe(0)
  })

  test('what was never started does not stand, whatever is said of it', () => {
    expect(ENDS.map(event => standingsOf([line(event, 'a', 1)]).size)).toEqual([0, 0, 0, 0, 0, 0])
  })

  test('each by its own lines, the oldest first; begun anew, it stands anew', () => {
    const lines = [line('started', 'a', 9), line('started', 'b', 8), line('failed', 'a', 7), line('started', 'a', 6)]
    const standings = standingsOf(lines)
    expect([...standings.keys()]).toEqual(['a', 'b'])
    expect(standings.get('a')).toEqual({ action: 'a', started: lines[3], last: lines[3] })
    expect(standings.get('b')).toEqual({ action: 'b', started: lines[1], last: lines[1] })
  })
})

test('all but what surely failed may have happened', () => {
  const events = (['started', ...ENDS] as const).filter(event => mayHaveHappened(standing(event, 1)))
  expect(events).toEqual(['started', 'done', 'unclear', 'healed', 'not-healed', 'undone'])
})

describe('who may be at it right now', () => {
  test.each(['started', 'unclear'] as const)('%s, for ten minutes', event => {
    expect(isHeld(standing(event, 0), T0)).toBe(true)
    expect(isHeld(standing(event, 10), T0 - 1)).toBe(true)
    expect(isHeld(standing(event, 10), T0)).toBe(false)
  })

  test.each(['done', 'failed', 'healed', 'not-healed', 'undone'] as const)('%s: nobody', event => {
    expect(isHeld(standing(event, 0), T0)).toBe(false)
    expect(isLeftOpen(standing(event, 60), T0)).toBe(false)
  })

  test('whose answer got lost is open at once, whoever only began when the time is over', () => {
    expect(isLeftOpen(standing('unclear', 0), T0)).toBe(true)
    expect(isLeftOpen(standing('started', 10), T0 - 1)).toBe(false)
    expect(isLeftOpen(standing('started', 10), T0)).toBe(true)
  })

  test('a thing is taken while an action works on it', () => {
    const thing = 'run:acme/web#7'
    const held = { code: 'in-flight', text: 'Another action works on it: rerun-failed-jobs.' }
    expect(taken([line('started', 'a', 3)], thing, T0)).toEqual(held)
    expect(taken([line('started', 'a', 3)], 'run:acme/web#8', T0)).toBeNull()
    expect(taken([line('started', 'a', 3)], thing, T0 + 7 * MINUTE)).toBeNull()
    expect(taken([line('started', 'a', 3), line('done', 'a', 2)], thing, T0)).toBeNull()
    expect(taken([], thing, T0)).toBeNull()
  })
})
