import { expect, it } from 'vitest'
import type { CaseFile } from '../../src/core/model/case-file.ts'
import type { Situation } from '../../src/core/plan/remedy.ts'
import { remedy } from '../../src/core/remedies/cancel-run.ts'
import { aJob, aRun, aWorld } from '../fakes/github/builders.ts'
import { RUN, start, subjectOf, writes } from './acting.ts'

const NOW = Date.parse('2026-03-02T12:00:00Z')
const points = (...minutes: number[]) => minutes.map((value, run) => ({ run, at: 0, value: value * 60_000 }))

function situation(took: number[], { status = 'in_progress', startedAt = '2026-03-02T10:00:00Z' } = {}): Situation {
  const file = {
    run: { status },
    jobs: [
      { name: 'test', startedAt },
      { name: 'lint', conclusion: 'success', startedAt },
    ],
    past: { runs: [], metrics: [{ job: 'test', metric: 'durationMs', points: points(...took) }] },
  }
  return { file: file as unknown as CaseFile, nowMs: NOW } as Situation
}

it('is proposed for a job that takes far longer than it ever did', () => {
  const [proposal] = remedy.propose(situation([5, 6, 7, 6, 11]))
  expect(proposal).toMatchObject({ params: { force: 'no' }, job: 'test', costMinutes: 0, judged: { verdict: 'allow' } })
  expect(proposal?.because).toBe('test has run for 120 minutes; it usually takes 6 minutes, and never more than 11 minutes')
})

it.each([
  ['that is over', situation([5, 6, 7, 6, 11], { status: 'completed' })],
  ['that has taken so long before', situation([5, 6, 7, 6, 45])],
  ['of which too little is known', situation([5, 6, 7, 6])],
  ['that is only a little late', situation([1, 1, 1, 1, 1], { startedAt: '2026-03-02T11:45:00Z' })],
])('is not proposed for a run %s', (_, asked) => {
  expect(remedy.propose(asked)).toEqual([])
})

const hanging = (ignoresCancel = false) =>
  aWorld({ runs: [aRun({ id: RUN, ignoresCancel, jobs: [aJob({ name: 'test', status: 'in_progress' })] })] })

it('is proposed for a job that takes longer than sherpa.yml says, whatever is known of it', () => {
  const asked = (hungMinutes: number) => remedy.propose({ ...situation([]), hungMinutes })
  expect(asked(119)[0]?.because).toBe('test has run for 120 minutes; it may take 119 minutes')
  expect(asked(120)).toEqual([])
})

it('goes by what most runs took, but never ends what took as long before', () => {
  const mostly = Array.from({ length: 99 }, () => 6)
  expect(remedy.propose(situation([...mostly, 100]))).toHaveLength(1)
  expect(remedy.propose(situation([...mostly, 130]))).toEqual([])
})

it('has not healed what ended by itself', async () => {
  const { github, world } = await start(hanging())
  const subject = subjectOf(remedy, { force: 'no' })
  github.finishAttempt(RUN)
  expect((await remedy.verify(subject, { kind: 'attempt', id: '1' }, world)).value).toEqual({
    state: 'not-healed',
    detail: 'attempt 1 is over: success',
  })
})

it('ends the run, and finds that it is over', async () => {
  const { github, world } = await start(hanging())
  const subject = subjectOf(remedy, { force: 'no' })
  expect(await remedy.find(subject, world)).toEqual({ value: null })
  expect(await remedy.act(subject, world)).toEqual({ value: { kind: 'attempt', id: '1' } })
  expect(github.run(RUN).attempts.at(-1)?.conclusion).toBe('cancelled')
  expect(await remedy.verify(subject, { kind: 'attempt', id: '1' }, world)).toEqual({
    value: { state: 'healed', detail: 'attempt 1 is over: cancelled' },
  })
  expect((await remedy.find(subject, world)).value).toMatchObject({ id: '1' })
  expect((await remedy.act(subject, world)).trouble).toMatchObject({ code: 'ci-conflict' })
})

it('takes force where a run does not obey', async () => {
  const { github, world } = await start(hanging(true))
  const polite = subjectOf(remedy, { force: 'no' })
  await remedy.act(polite, world)
  const effect = { kind: 'attempt', id: '1' }
  expect((await remedy.verify(polite, effect, world)).value).toEqual({ state: 'pending', detail: 'attempt 1 is in_progress' })
  const forced = subjectOf(remedy, { force: 'yes' })
  await remedy.act(forced, world)
  expect((await remedy.verify(forced, effect, world)).value?.state).toBe('healed')
  expect(writes(github)).toEqual(['POST /actions/runs/777/cancel', 'POST /actions/runs/777/force-cancel'])
})
