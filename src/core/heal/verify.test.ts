import { describe, expect, test } from 'vitest'
import type { NewEntry } from '../model/ledger.ts'
import type { Remedy, Verified } from '../plan/remedy.ts'
import { line, MINUTE, T0 } from '../policy/line.fixture.ts'
import type { Answer } from '../ports/answer.ts'
import { ledgerWith } from './ledger.fixture.ts'
import { verify } from './verify.ts'

const effect = { kind: 'attempt', id: '2' }
const PENDING: Answer<Verified> = { value: { state: 'pending', detail: '1 of 3 jobs is over' } }
const HEALED: Answer<Verified> = { value: { state: 'healed', detail: 'attempt 2 is green' } }
const RED: Answer<Verified> = { value: { state: 'not-healed', detail: 'attempt 2 is red' } }
const AWAY: Answer<Verified> = { trouble: { code: 'away', kind: 'world', message: 'GitHub gave no answer' } }

const { seq: _, hash: __, previous: ___, ...done }: NewEntry & Record<'seq' | 'hash' | 'previous', unknown> = line('done', 'a', 5)

/** Follows from T0 on, a minute between two looks. */
async function follow(answers: readonly Answer<Verified>[], patienceMinutes: number) {
  const ledger = ledgerWith()
  const progress: string[] = []
  let [looks, rests] = [0, 0]
  const remedy = {
    verify: async (_: unknown, asked: unknown) => {
      expect(asked).toBe(effect)
      return answers[looks++] ?? PENDING
    },
  } as unknown as Remedy
  const verified = await verify(
    { remedy, subject: { action: 'a', target: done.target, params: {} }, effect, line: done },
    {
      ledger,
      world: {},
      now: () => T0 + rests * MINUTE,
      rest: async () => {
        rests++
      },
      untilMs: T0 + patienceMinutes * MINUTE,
      onProgress: detail => progress.push(detail),
    },
  )
  return { verified, added: ledger.added, progress, looks, rests }
}

describe('an effect is followed', () => {
  test('until it healed, which is written', async () => {
    const { verified, added, progress, rests } = await follow([PENDING, PENDING, HEALED], 60)
    expect(verified).toEqual({ state: 'healed', detail: 'attempt 2 is green' })
    expect(added).toEqual([{ ...done, atMs: T0 + 2 * MINUTE, event: 'healed', detail: 'attempt 2 is green', effect }])
    expect([progress, rests]).toEqual([['1 of 3 jobs is over', '1 of 3 jobs is over'], 2])
  })

  test('until it did not heal, which is written', async () => {
    const { verified, added, progress } = await follow([RED], 60)
    expect(verified).toEqual({ state: 'not-healed', detail: 'attempt 2 is red' })
    expect(added).toEqual([{ ...done, atMs: T0, event: 'not-healed', detail: 'attempt 2 is red', effect }])
    expect(progress).toEqual([])
  })

  test('past looks that fail', async () => {
    const { verified, progress } = await follow([AWAY, HEALED], 60)
    expect([verified.state, progress]).toEqual(['healed', ['GitHub gave no answer']])
  })

  test('until the time is over, and then it stays open', async () => {
    const { verified, added, looks, rests } = await follow([], 3)
    expect(verified).toEqual({ state: 'pending', detail: '1 of 3 jobs is over' })
    expect(added).toEqual([])
    // At the minutes 0, 1, 2 and 3, the last included.
    expect([looks, rests]).toEqual([4, 3])
  })

  test('once where there is no time', async () => {
    const { looks, rests } = await follow([AWAY], 0)
    expect([looks, rests]).toEqual([1, 0])
  })
})
