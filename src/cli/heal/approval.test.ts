import { expect, test } from 'vitest'
import type { Action } from '../../core/model/plan.ts'
import { approved } from './approval.ts'

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
  approvers?: string[]
  isTTY?: boolean
  answer?: string
}) {
  const { verdict = 'ask', yes = false, approvers = [], isTTY = true, answer = 'y\n' } = given
  const told: string[] = []
  const by = await approved(
    action(verdict),
    { yes, approvers },
    { input: { isTTY, open: () => typed(answer) }, err: SCREEN, variables: { USER: 'ann' } },
    text => void told.push(text),
  )
  return { by, told: told.join('\n') }
}

test('what is allowed needs no person, only --yes', async () => {
  expect((await ask({ verdict: 'allow', yes: true, isTTY: false, approvers: ['bob'] })).by).toBe('sherpa')
  expect((await ask({ verdict: 'allow', isTTY: false })).by).toBeNull()
})

test('what needs a person is never done by --yes', async () => {
  expect((await ask({ yes: true, isTTY: false })).by).toBeNull()
})

test.each([
  ['y\n', 'ann'],
  [' YES \n', 'ann'],
  ['\n', null],
  ['yesterday\n', null],
])('the answer %j', async (answer, by) => {
  expect((await ask({ answer })).by).toBe(by)
})

test('where approvers are named, nobody else is asked', async () => {
  expect((await ask({ approvers: ['Ann'] })).by).toBe('ann')
  expect(await ask({ approvers: ['bob'] })).toEqual({
    by: null,
    told: 'Nothing was done: ann is none of those who may approve it.',
  })
})
