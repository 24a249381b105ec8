import { expect, test } from 'vitest'
import type { Approver } from '../../core/heal/approver.ts'
import type { LedgerEntry } from '../../core/model/ledger.ts'
import type { Action } from '../../core/model/plan.ts'
import { line, MINUTE, T0 } from '../../core/policy/line.fixture.ts'
import { consentTo } from './approval.ts'

const action = (verdict: Action['verdict']): Action => ({
  ...{ id: 'action:1', remedy: 'rerun-job', params: {}, title: 're-run the job unit', because: '', verdict, reasons: [] },
  ...{ risk: 'low', reversible: false, costMinutes: 1, notBefore: null },
})

const SCREEN = { write() {}, isDone: true, isTTY: true, columns: 80, colour: false }

async function* typed(text: string) {
  yield new TextEncoder().encode(text)
}

async function ask(given: {
  verdict?: Action['verdict']
  yes?: boolean
  who?: Approver
  isTTY?: boolean
  answer?: string
  entries?: readonly LedgerEntry[]
  shownMs?: number
}) {
  const { verdict = 'ask', yes = false, who = { by: 'ann' }, isTTY = true, answer = 'y\n', entries = [], shownMs = T0 } = given
  const told: string[] = []
  const terms = { validMs: 30 * MINUTE, approvers: [], whose: 'login', nowMs: () => T0 } as const
  const consent = await consentTo(
    action(verdict),
    { plan: { id: 'plan:1' }, isAskedFor: false, yes, entries, terms, shownMs, who: async () => who },
    { input: { isTTY, open: () => typed(answer) }, err: SCREEN },
    text => void told.push(text),
  )
  return { consent, told: told.join('\n') }
}

test('what is allowed needs no person, only --yes', async () => {
  expect((await ask({ verdict: 'allow', yes: true, isTTY: false })).consent).toEqual({ by: 'sherpa', isNew: false })
  expect((await ask({ verdict: 'allow', isTTY: false })).consent).toBeNull()
})

test('what needs a person is never done by --yes', async () => {
  expect((await ask({ yes: true, isTTY: false })).consent).toBeNull()
})

test.each([
  ['y\n', { by: 'ann', isNew: true }],
  [' YES \n', { by: 'ann', isNew: true }],
  ['\n', null],
  ['yesterday\n', null],
])('the answer %j', async (answer, consent) => {
  expect((await ask({ answer })).consent).toEqual(consent)
})

test('who may not approve is not asked', async () => {
  const who = { refused: { code: 'not-an-approver', text: 'ann is none of those who may approve it.' } } as const
  expect(await ask({ who })).toEqual({ consent: null, told: 'Nothing was done: ann is none of those who may approve it.' })
})

test('a yes to what was shown long ago is none', async () => {
  expect((await ask({ shownMs: T0 - 29 * MINUTE })).consent).toEqual({ by: 'ann', isNew: true })
  expect((await ask({ shownMs: T0 - 30 * MINUTE })).consent).toBe('stale')
})

test('an approval in the ledger stands for a person, where --yes is given', async () => {
  const entries = [line('approved', 'action:1', 5, { by: 'bob' })]
  expect((await ask({ yes: true, isTTY: false, entries })).consent).toEqual({ by: 'bob', isNew: false })
  expect((await ask({ isTTY: false, entries })).consent).toBeNull()
})

test('one that is worth nothing any more goes to the ledger to be refused, or the person is asked', async () => {
  const entries = [line('approved', 'action:1', 31, { by: 'bob' })]
  expect((await ask({ yes: true, isTTY: false, entries })).consent).toEqual({ by: 'bob', isNew: false })
  expect((await ask({ yes: true, entries })).consent).toEqual({ by: 'ann', isNew: true })
})
