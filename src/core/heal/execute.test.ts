import { describe, expect, test } from 'vitest'
import type { Effect, LedgerEntry } from '../model/ledger.ts'
import type { Action } from '../model/plan.ts'
import type { Remedy, Subject } from '../plan/remedy.ts'
import { line, MINUTE, T0 } from '../policy/line.fixture.ts'
import type { Answer, Deed } from '../ports/answer.ts'
import { execute, type Surroundings } from './execute.ts'
import { type Execution, entryOf, NOBODY_ASKED } from './execution.ts'
import { ledgerWith } from './ledger.fixture.ts'

const THERE: Effect = { kind: 'attempt', id: '2' }
const AWAY = { trouble: { code: 'github-away', kind: 'world', message: 'GitHub gave no answer' } } as const
const NOTHING = { value: null }
const DAY = 24 * 60 * MINUTE

const target = line('started', 'a', 0).target
const subject: Subject = { action: 'a', target, params: { debug: 'yes' } }

const action: Action = {
  id: 'a',
  remedy: 'rerun-failed-jobs',
  params: { debug: 'yes' },
  title: 'Re-run the failed jobs',
  because: 'It was the network.',
  verdict: 'allow',
  reasons: [{ code: 'worth-it', text: 'It pays.' }],
  risk: 'low',
  reversible: false,
  costMinutes: 12,
  notBefore: null,
}

const TERMS: Surroundings['approvals'] = { validMs: 60 * MINUTE, approvers: [], whose: 'login', nowMs: () => T0 }

/** What the world answers, look by look, and what acting does. */
interface Script {
  readonly finds?: readonly Answer<Effect | null>[]
  readonly deed?: Deed<Effect>
  readonly there?: readonly LedgerEntry[]
  readonly limit?: Surroundings['limit']
}

/** Carries it out at T0; `calls` are those of the world and of the ledger, in order. */
async function run({ finds = [NOTHING, NOTHING], deed = { value: THERE }, there = [], limit = () => null }: Script) {
  const calls: string[] = []
  const looks = [...finds]
  const remedy = {
    find: async () => {
      calls.push('find')
      return looks.shift() ?? NOTHING
    },
    act: async (asked: Subject) => {
      calls.push('act')
      expect(asked).toBe(subject)
      return deed
    },
  } as unknown as Remedy
  const inner = ledgerWith(there)
  const ledger: typeof inner = {
    ...inner,
    append: (...asked) => {
      calls.push('append')
      return inner.append(...asked)
    },
  }
  const execution: Execution = { action, remedy, subject, plan: 'plan:1', by: NOBODY_ASKED }
  const executed = await execute(execution, { ledger, world: {}, limit, approvals: TERMS, now: () => T0 })
  return { executed, calls, added: inner.added, events: inner.added.map(({ event }) => event) }
}

test('the key is written before acting, and how it ended after it', async () => {
  const { executed, calls, added } = await run({})
  const same = {
    atMs: T0,
    action: 'a',
    plan: 'plan:1',
    remedy: 'rerun-failed-jobs',
    params: { debug: 'yes' },
    target,
    by: 'sherpa',
    reasons: [{ code: 'worth-it', text: 'It pays.' }],
    minutes: 12,
  }
  expect(executed).toEqual({ event: 'done', detail: 'Re-run the failed jobs', effect: THERE })
  expect(added).toEqual([
    { ...same, event: 'started', detail: '', effect: null },
    { ...same, event: 'done', detail: 'Re-run the failed jobs', effect: THERE },
  ])
  expect(calls).toEqual(['find', 'append', 'find', 'act', 'append'])
})

test('where nobody can look, nothing is begun', async () => {
  const { executed, calls, added } = await run({ finds: [AWAY] })
  expect(executed).toEqual({ event: 'withheld', detail: 'GitHub gave no answer', effect: null })
  expect(calls).toEqual(['find', 'append'])
  expect(added).toMatchObject([
    { event: 'withheld', detail: '', effect: null, reasons: [{ code: 'not-on-a-ci', text: 'GitHub gave no answer' }] },
  ])
})

describe('an effect that is there before', () => {
  const settled = { event: 'done', detail: 'found to be done after all', effect: THERE }

  test.each<[string, LedgerEntry[]]>([
    ['of nobody that the ledger knows', []],
    ['of another action', [line('started', 'b', 20), line('unclear', 'b', 19)]],
    ['of this action, as was written already', [line('started', 'a', 20), line('done', 'a', 19)]],
    ['of this action, which somebody may be at', [line('started', 'a', 9)]],
    ['after this action surely did nothing', [line('started', 'a', 20), line('failed', 'a', 19)]],
  ])('%s: is told, and nothing is done', async (_, there) => {
    const { executed, calls, added } = await run({ finds: [{ value: THERE }], there })
    const text = 'Nothing is left to do: attempt 2 is there.'
    expect(executed).toEqual({ event: 'withheld', detail: text, effect: null })
    expect(added).toMatchObject([{ event: 'withheld', effect: null, reasons: [{ code: 'already-done', text }] }])
    expect(calls).toEqual(['find', 'append'])
  })

  test.each<[string, LedgerEntry[]]>([
    ['whose call was left without an answer', [line('started', 'a', 2), line('unclear', 'a', 1)]],
    ['whose process is gone', [line('started', 'a', 10)]],
    ['of weeks ago', [line('started', 'a', 29 * 24 * 60)]],
  ])('of this action, %s: it is done after all', async (_, there) => {
    const { executed, calls, added } = await run({ finds: [{ value: THERE }], there })
    expect(executed).toEqual(settled)
    expect(added).toMatchObject([settled])
    expect(calls).toEqual(['find', 'append'])
  })

  test('the ledger is asked about its own repository and the last 30 days', async () => {
    const old = await run({ finds: [{ value: THERE }], there: [line('started', 'a', 31 * 24 * 60)] })
    const elsewhere = await run({
      finds: [{ value: THERE }],
      there: [line('started', 'a', 20, { target: { repository: 'acme/other' } })],
    })
    expect([old.executed.event, elsewhere.executed.event]).toEqual(['withheld', 'withheld'])
  })
})

describe('the key', () => {
  test.each<[string, LedgerEntry[], string]>([
    ['was begun', [line('started', 'a', 30)], 'already-done'],
    ['was done', [line('started', 'a', 30), line('done', 'a', 29)], 'already-done'],
    ['may have been done', [line('started', 'a', 30), line('unclear', 'a', 29)], 'already-done'],
    ['did not heal', [line('started', 'a', 30), line('not-healed', 'a', 29)], 'already-done'],
    ['is free, but another action works on the thing', [line('started', 'b', 3)], 'in-flight'],
  ])('%s: nothing is done', async (_, there, code) => {
    const { executed, calls, added } = await run({ there })
    expect(executed).toMatchObject({ event: 'withheld', effect: null })
    expect(added).toMatchObject([{ event: 'withheld', reasons: [{ code, text: executed.detail }] }])
    expect(calls).toEqual(['find', 'append'])
  })

  test('says since when', async () => {
    const { executed } = await run({ there: [line('started', 'a', 30)] })
    expect(executed.detail).toBe('This was started at 2026-01-04T23:30:00.000Z already.')
  })

  test.each<[string, LedgerEntry[]]>([
    ['was tried and surely did nothing', [line('started', 'a', 30), line('failed', 'a', 29)]],
    ['was only withheld', [line('withheld', 'a', 1)]],
    ['is of another thing', [line('started', 'b', 3, { target: { thing: 'run:acme/web#8' } })]],
    ['is of an action that is over', [line('started', 'b', 3), line('done', 'b', 2)]],
  ])('%s: it may be done', async (_, there) => {
    const { events } = await run({ there })
    expect(events).toEqual(['started', 'done'])
  })

  test('a limit has the last word, and sees 30 days of all repositories', async () => {
    const there = [
      line('started', 'old', 31 * 24 * 60),
      line('started', 'first', 30 * 24 * 60),
      line('started', 'else', 20, { target: { repository: 'acme/other', thing: 'run:acme/other#1' } }),
    ]
    const seen: string[] = []
    const { executed, added, calls } = await run({
      there,
      limit: (entries, execution) => {
        seen.push(...entries.map(entry => entry.action), execution.action.id)
        return { code: 'budget-run', text: 'This run was acted on twice.' }
      },
    })
    expect(seen).toEqual(['first', 'else', 'a'])
    expect(executed).toEqual({ event: 'withheld', detail: 'This run was acted on twice.', effect: null })
    expect(added).toMatchObject([
      { event: 'withheld', reasons: [{ code: 'budget-run', text: 'This run was acted on twice.' }], target },
    ])
    expect(calls).toEqual(['find', 'append'])
  })
})

describe('between the key and the call', () => {
  test('somebody was faster: nothing is done', async () => {
    const { executed, events, calls } = await run({ finds: [NOTHING, { value: THERE }] })
    const failed = { event: 'failed', detail: 'Nothing is left to do: attempt 2 is there.', effect: null }
    expect(executed).toEqual(failed)
    expect(events).toEqual(['started', 'failed'])
    expect(calls).toEqual(['find', 'append', 'find', 'append'])
  })

  test('nobody can look: nothing is done', async () => {
    const { executed, added, calls } = await run({ finds: [NOTHING, AWAY] })
    expect(executed).toEqual({ event: 'failed', detail: 'GitHub gave no answer', effect: null })
    expect(added[1]).toMatchObject({ event: 'failed', detail: 'GitHub gave no answer', effect: null })
    expect(calls).not.toContain('act')
  })
})

describe('a call that fails', () => {
  test('and surely did nothing', async () => {
    const { executed, events, calls } = await run({ deed: { ...AWAY, mayHaveHappened: false } })
    expect(executed).toEqual({ event: 'failed', detail: 'GitHub gave no answer', effect: null })
    expect(events).toEqual(['started', 'failed'])
    expect(calls).toEqual(['find', 'append', 'find', 'act', 'append'])
  })

  test('but worked, as the effect tells', async () => {
    const { executed, added, calls } = await run({
      finds: [NOTHING, NOTHING, { value: THERE }],
      deed: { ...AWAY, mayHaveHappened: true },
    })
    expect(executed).toMatchObject({ event: 'done', effect: THERE })
    expect(executed.detail).toContain('GitHub gave no answer')
    expect(added[1]).toMatchObject(executed)
    expect(calls).toEqual(['find', 'append', 'find', 'act', 'find', 'append'])
  })

  test.each<[string, Answer<Effect | null>]>([
    ['no effect is seen', NOTHING],
    ['nobody can look', AWAY],
  ])('and nobody knows: %s', async (_, third) => {
    const { executed, added } = await run({ finds: [NOTHING, NOTHING, third], deed: { ...AWAY, mayHaveHappened: true } })
    expect(executed).toEqual({ event: 'unclear', detail: 'GitHub gave no answer', effect: null })
    expect(added[1]).toMatchObject({ event: 'unclear', effect: null })
  })
})

test('a line says what it is told, and of the rest what the action says', () => {
  const execution: Execution = { action, remedy: {} as Remedy, subject, plan: 'plan:1', by: 'ann' }
  const reasons = [{ code: 'fork', text: 'From a fork.' }] as const
  expect(entryOf(execution, T0 + DAY, { event: 'withheld', reasons })).toEqual({
    atMs: T0 + DAY,
    event: 'withheld',
    action: 'a',
    plan: 'plan:1',
    remedy: 'rerun-failed-jobs',
    params: { debug: 'yes' },
    target,
    by: 'ann',
    reasons,
    detail: '',
    effect: null,
    minutes: 12,
  })
})
