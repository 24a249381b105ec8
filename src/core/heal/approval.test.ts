import { expect, test } from 'vitest'
import { memoryLedger } from '../../../test/fakes/memory-ledger.ts'
import type { LedgerEntry } from '../model/ledger.ts'
import type { Action } from '../model/plan.ts'
import type { Remedy } from '../plan/remedy.ts'
import { line, MINUTE, T0 } from '../policy/line.fixture.ts'
import { type ApprovalTerms, approve, unapproved } from './approval.ts'
import { execute } from './execute.ts'
import type { Execution } from './execution.ts'

const ACTION: Action = {
  ...{ id: 'action:1', remedy: 'rerun-failed-jobs', params: {}, title: 're-run', because: '', verdict: 'ask', reasons: [] },
  ...{ risk: 'low', reversible: false, costMinutes: 1, notBefore: null },
}
const terms = (given: Partial<ApprovalTerms> = {}): ApprovalTerms => ({
  ...{ validMs: 30 * MINUTE, approvers: [], whose: 'login', nowMs: () => T0 },
  ...given,
})
const approval = (minutesAgo: number, given: Partial<LedgerEntry> = {}) =>
  line('approved', 'action:1', minutesAgo, { by: 'ann', ...given, target: {} })
const why = (entries: readonly LedgerEntry[], given: Partial<ApprovalTerms> = {}, by = 'ann') =>
  unapproved(entries, { action: ACTION, plan: 'plan:1', by }, terms(given))?.code ?? null

test('a yes to this plan lets it pass, while it is young', () => {
  expect(why([approval(0)])).toBeNull()
  expect(why([approval(29)])).toBeNull()
  expect(why([approval(30)])).toBe('approval-expired')
  expect(why([approval(29)], { validMs: 10 * MINUTE })).toBe('approval-expired')
})

test('one from the future is none, but for clocks that differ a little', () => {
  expect(why([approval(-1)])).toBeNull()
  expect(why([approval(-2)])).toBe('approval-expired')
})

test('of nobody, to another action or to another plan it is none', () => {
  expect(why([])).toBe('not-approved')
  expect(why([line('approved', 'action:2', 1, { by: 'ann' })])).toBe('not-approved')
  expect(why([approval(1, { plan: 'plan:0' })])).toBe('plan-changed')
  expect(why([approval(2), approval(1, { plan: 'plan:0' })])).toBe('plan-changed')
})

test('it is for one use, also where that failed', () => {
  const used = [approval(5), line('started', 'action:1', 4), line('failed', 'action:1', 4)]
  expect(why(used)).toBe('approval-used')
  expect(why([...used, approval(1)])).toBeNull()
  expect(why([approval(5), line('withheld', 'action:1', 4)])).toBeNull()
})

test('who is no approver by now, or never was vouched for, has approved nothing', () => {
  expect(why([approval(1)], { approvers: ['Ann'] })).toBeNull()
  expect(why([approval(1)], { approvers: ['bob'] })).toBe('not-an-approver')
  expect(why([approval(1)], {}, 'bob')).toBe('not-an-approver')
  expect(why([approval(1, { by: 'local:ann' })], {}, 'local:ann')).toBe('not-an-approver')
  expect(why([approval(1)], { whose: 'account' })).toBe('not-an-approver')
  expect(why([approval(1, { by: 'local:ann' })], { whose: 'account', approvers: ['ann'] }, 'local:ann')).toBeNull()
})

function execution(given: Partial<Action> = {}, by = 'ann'): { readonly execution: Execution; readonly acted: () => number } {
  let acted = 0
  const remedy = {
    find: async () => ({ value: null }),
    act: async () => {
      acted++
      return { value: { kind: 'attempt', id: '2' } }
    },
  } as unknown as Remedy
  const subject = { action: ACTION.id, target: approval(0).target, params: {} }
  return { execution: { action: { ...ACTION, ...given }, remedy, subject, plan: 'plan:1', by }, acted: () => acted }
}

const carryOut = (given: Execution, ledger: ReturnType<typeof memoryLedger>) =>
  execute(given, { ledger, world: {}, limit: () => null, approvals: terms(), now: () => T0 })

test('what needs a person is done once the yes stands in the ledger, by whom it says', async () => {
  const ledger = memoryLedger()
  const { execution: asked, acted } = execution()
  expect(await carryOut(asked, ledger)).toMatchObject({ event: 'withheld', detail: 'Nobody approved it.' })
  await approve(asked, { ledger, terms: terms() })
  expect((await carryOut(asked, ledger)).event).toBe('done')
  expect((await carryOut(asked, ledger)).event).toBe('withheld')
  expect(acted()).toBe(1)
  expect(ledger.lines.map(({ event, by }) => `${event} ${by}`)).toEqual([
    ...['withheld ann', 'approved ann', 'started ann', 'done ann', 'withheld ann'],
  ])
  expect(ledger.lines[1]?.detail).toBe('holds until 2026-01-05T00:30:00.000Z, for one use')
})

test('of many who would spend one approval, one does', async () => {
  const ledger = memoryLedger()
  const { execution: asked, acted } = execution()
  await approve(asked, { ledger, terms: terms() })
  const ends = await Promise.all(Array.from({ length: 50 }, () => carryOut(asked, ledger)))
  expect(ends.filter(({ event }) => event === 'done')).toHaveLength(1)
  expect(acted()).toBe(1)
})

test('what is denied, no approval lets pass; what is allowed needs none, unless a person was asked', async () => {
  const ledger = memoryLedger()
  const denied = execution({ verdict: 'deny', reasons: [{ code: 'off', text: 'It is off.' }] })
  await approve(denied.execution, { ledger, terms: terms() })
  expect(await carryOut(denied.execution, ledger)).toMatchObject({ event: 'withheld', detail: 'It is off.' })
  expect((await carryOut(execution({ verdict: 'allow' }, 'bob').execution, memoryLedger())).event).toBe('withheld')
  expect((await carryOut(execution({ verdict: 'allow' }, 'sherpa').execution, memoryLedger())).event).toBe('done')
  expect((await carryOut(execution({ verdict: 'ask' }, 'sherpa').execution, memoryLedger())).event).toBe('withheld')
})
