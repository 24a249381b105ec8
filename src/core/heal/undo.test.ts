import { expect, test } from 'vitest'
import type { LedgerEntry, NewEntry } from '../model/ledger.ts'
import type { Remedy } from '../plan/remedy.ts'
import { line, T0 } from '../policy/line.fixture.ts'
import type { Deed } from '../ports/answer.ts'
import { ledgerWith } from './ledger.fixture.ts'
import { undo } from './undo.ts'

const effect = { kind: 'container', id: 'web', before: 'sha256:old' }

/** @param there what the ledger holds by the time that something is added to it */
function tools(deed: Deed<null> = { value: null }, there: readonly LedgerEntry[] = done) {
  const added: NewEntry[] = []
  const calls: unknown[] = []
  const remedy = {
    undo: async (...args: readonly unknown[]) => {
      calls.push(args.slice(0, 2))
      return deed
    },
  } as unknown as Remedy
  const ledger = {
    append: async (_: unknown, decide: (entries: readonly LedgerEntry[]) => readonly NewEntry[]) => {
      const lines = decide(there)
      added.push(...lines)
      return lines.map(entry => ({ ...entry, seq: 0, hash: '', previous: '' }))
    },
    entries: async () => [],
    async *all() {},
  }
  return { added, calls, given: { ledger, world: {}, remedyOf: () => remedy, now: () => T0, by: 'ann' } }
}

const done = [line('started', 'a', 20), line('done', 'a', 19, { effect }), line('not-healed', 'a', 10)]

test('takes back what was changed, and says so in the ledger', async () => {
  const { added, calls, given } = tools()
  expect(await undo(done, 'a', given)).toEqual({ done: true, detail: 'container web is taken back' })
  expect(calls).toEqual([[{ action: 'a', target: done[0]?.target, params: {} }, effect]])
  expect(added).toMatchObject([
    { event: 'unclear', action: 'a', effect },
    { event: 'undone', action: 'a', by: 'ann', atMs: T0, effect },
  ])
})

test.each<[string, readonly LedgerEntry[], string]>([
  ['an unknown action', done, 'b'],
  ['one that is undone', [...done, line('undone', 'a', 5)], 'a'],
  ['one that changed nothing', [line('started', 'a', 20), line('failed', 'a', 19)], 'a'],
  ['one that was withheld', [line('withheld', 'a', 20)], 'a'],
])('nothing is done about %s', async (_, entries, action) => {
  const { added, calls, given } = tools()
  expect(await undo(entries, action, given)).toMatchObject({ done: false })
  expect([added, calls]).toEqual([[], []])
})

test('what cannot be taken back says so, and what did not work is no success', async () => {
  const { given } = tools()
  const refused = await undo(done, 'a', { ...given, remedyOf: () => undefined })
  expect(refused).toEqual({ done: false, why: 'rerun-failed-jobs cannot be taken back' })
  const trouble = { code: 'docker-away', kind: 'world', message: 'the engine is away' } as const
  const failing = tools({ trouble, mayHaveHappened: false })
  expect(await undo(done, 'a', failing.given)).toEqual({ done: false, why: 'the engine is away' })
  expect(failing.added.map(({ event }) => event)).toEqual(['unclear', 'not-healed'])
  const lost = tools({ trouble, mayHaveHappened: true })
  await undo(done, 'a', lost.given)
  expect(lost.added.map(({ event }) => event)).toEqual(['unclear'])
})

test('what somebody else takes back meanwhile is not taken back twice', async () => {
  for (const event of ['unclear', 'undone'] as const) {
    const { added, calls, given } = tools({ value: null }, [...done, line(event, 'a', 0, { effect })])
    expect(await undo(done, 'a', given)).toEqual({ done: false, why: 'somebody else takes it back' })
    expect([added, calls]).toEqual([[], []])
  }
})

test('only its own effect is taken back, and each line says who, when and of what', async () => {
  const old = { kind: 'container', id: 'web', before: 'sha256:older' }
  const other = { kind: 'container', id: 'db', before: 'sha256:db' }
  const there = [
    line('started', 'a', 90),
    line('done', 'a', 89, { effect: old }),
    line('done', 'a', 88, { effect }),
    line('done', 'b', 5, { effect: other }),
  ]
  const { calls, given } = tools()
  const ledger = ledgerWith(there)
  expect(await undo(there, 'a', { ...given, ledger })).toMatchObject({ done: true })
  expect(calls).toEqual([[{ action: 'a', target: there[0]?.target, params: {} }, effect]])
  const { seq: _, hash: __, previous: ___, ...started } = there[0] as LedgerEntry
  const same = { ...started, by: 'ann', atMs: T0, effect, detail: expect.any(String) }
  expect(ledger.added).toEqual([
    { ...same, event: 'unclear' },
    { ...same, event: 'undone', detail: 'container web is taken back' },
  ])
})

test('what the ledger does not hold any more is not taken back', async () => {
  const { calls, given } = tools()
  expect(await undo(done, 'a', { ...given, ledger: ledgerWith() })).toMatchObject({ done: false })
  expect(calls).toEqual([])
})
