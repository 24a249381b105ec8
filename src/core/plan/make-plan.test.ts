import { expect, test } from 'vitest'
import type { CaseFile } from '../model/case-file.ts'
import type { Diagnosis } from '../model/diagnosis.ts'
import type { Decision } from '../policy/strictest.ts'
import { redJob } from '../rerun/red-job.fixture.ts'
import type { RedJob } from '../rerun/red-jobs.ts'
import { makePlan } from './make-plan.ts'
import type { Situation } from './remedy.ts'

const NOW = Date.UTC(2026, 0, 5, 12)
const lint = redJob({ name: 'lint', category: 'lint', nature: 'deterministic', title: 'eslint: no-var', chance: 0.05 })

const situation = (redJobs: readonly RedJob[], leftRed: readonly string[] = []): Situation => ({
  diagnosis: { category: 'network', confidence: 0.9, transient: 0.9, failures: redJobs } as unknown as Diagnosis,
  file: {
    source: { kind: 'run-document', name: 'run.json' },
    run: { repository: 'acme/web', workflow: 'ci', run: 7, attempt: 1, commit: 'c1' },
    jobs: [],
    logs: [],
  } as unknown as CaseFile,
  redJobs,
  leftRed,
  nowMs: NOW,
})
/** Good enough to tell texts apart. */
const digest = (text: string) => String([...text].reduce((sum, c) => (sum * 31 + c.charCodeAt(0)) % 1_000_000_007, 7))

const says = (verdict: Decision['verdict']): Decision => ({ verdict, reasons: [{ code: 'rule', text: verdict }] })
const plan = (about: Situation, policy: Decision = says('allow'), guarded: Decision = says('allow')) =>
  makePlan(about, { decide: async facts => facts.map(() => policy), guard: () => guarded, digest })
const verdicts = async (...args: Parameters<typeof plan>) =>
  (await plan(...args)).actions.map(({ remedy, params, verdict }) => [remedy, params, verdict])

test('what is transient is run again, all failed jobs at once', async () => {
  const both = situation([redJob(), redJob({ name: 'e2e' })])
  expect(await verdicts(both)).toEqual([['rerun-failed-jobs', {}, 'allow']])
  expect((await plan(both)).actions[0]).toMatchObject({
    because: 'unit: the connection was reset; e2e: the connection was reset',
    costMinutes: 20,
    notBefore: null,
  })
})

test('where failures are mixed, only the transient job, and only when a person says so', async () => {
  expect(await verdicts(situation([redJob(), lint]))).toEqual([['rerun-job', { job: 'unit' }, 'ask']])
  expect(await verdicts(situation([redJob()], ['lint']))).toEqual([['rerun-job', { job: 'unit' }, 'ask']])
})

test('what only a change mends is not run again, and the plan says why nothing is done', async () => {
  const { actions, nothing } = await plan(situation([lint]))
  expect(actions).toEqual([])
  expect(nothing).toEqual({
    code: 'deterministic',
    text: 'lint failed for a reason that only a change mends: eslint: no-var.',
  })
})

test('of a log alone, the plan says that it names no run', async () => {
  const about = situation([redJob()])
  const alone = { ...about, redJobs: [], file: { ...about.file, run: null } }
  expect((await plan(alone)).nothing).toEqual({
    code: 'no-remedy',
    text: 'What was read names no run to act on (network): give a run, or a run document.',
  })
  expect((await plan({ ...about, redJobs: [] })).nothing).toEqual({
    code: 'no-remedy',
    text: 'No remedy is known for this failure (network).',
  })
})

test('the strictest of remedy, policy and circumstances holds, and gives the reason', async () => {
  const about = situation([redJob()])
  expect(await verdicts(about, says('ask'))).toEqual([['rerun-failed-jobs', {}, 'ask']])
  expect(await verdicts(about, says('allow'), says('deny'))).toEqual([['rerun-failed-jobs', {}, 'deny']])
  expect(await plan(about, says('ask'), says('deny'))).toMatchObject({ nothing: { code: 'rule', text: 'deny' } })
  expect((await plan(about, says('ask'))).nothing).toBeNull()
})

test('a policy that does not answer denies', async () => {
  const { actions } = await makePlan(situation([redJob()]), { decide: async () => [], guard: () => says('allow'), digest })
  expect(actions).toMatchObject([{ verdict: 'deny', reasons: [{ code: 'policy-undefined' }] }])
})

test('one action has one id; a plan that differs in anything has another', async () => {
  const [one, same] = [await plan(situation([redJob()])), await plan(situation([redJob()]))]
  const asked = await plan(situation([redJob()]), says('ask'))
  expect(same).toEqual(one)
  expect(asked.id).not.toBe(one.id)
  expect(asked.actions[0]?.id).toBe(one.actions[0]?.id)
})

test('while something is down it waits', async () => {
  const spell = { sinceMs: NOW - 3_600_000, hits: 2 }
  expect((await plan(situation([redJob({ spell })]))).actions).toMatchObject([
    { verdict: 'allow', notBefore: '2026-01-05T13:00:00.000Z' },
  ])
})

test('what heals the run stands before what tidies up around it', async () => {
  const about = situation([redJob()])
  const logs = [
    {
      job: 'unit',
      matches: [{ rule: 'npm/eintegrity', title: 'a damaged package' }],
      lines: [{ text: 'Cache restored from key: npm-1' }],
    },
  ]
  const file = { ...about.file, logs } as unknown as CaseFile
  expect((await plan({ ...about, file })).actions.map(({ remedy }) => remedy)).toEqual([
    'rerun-failed-jobs',
    'rebuild-without-cache',
    'clear-cache',
  ])
})
