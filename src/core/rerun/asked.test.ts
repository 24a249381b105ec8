import { describe, expect, test } from 'vitest'
import type { CaseFile } from '../model/case-file.ts'
import type { Situation } from '../plan/remedy.ts'
import { remedy as failedJobs } from '../remedies/rerun-failed-jobs.ts'
import { remedy as oneJob } from '../remedies/rerun-job.ts'
import { remedy as wholeRun } from '../remedies/rerun-run.ts'
import type { AskedRerun } from './asked-rerun.ts'
import { redJob } from './red-job.fixture.ts'

const NOW = Date.UTC(2026, 0, 5, 12)
const HOUR = 3_600_000
const lint = redJob({ name: 'lint', category: 'lint', nature: 'deterministic', chance: 0.05, fingerprint: 'v1:b' })

const situation = (more: Partial<Situation> = {}, attempt = 1): Situation =>
  ({
    file: {
      run: { attempt },
      jobs: [{ name: 'unit' }, { name: 'lint' }, { name: 'docs', conclusion: 'success' }],
    } as unknown as CaseFile,
    redJobs: [redJob()],
    leftRed: [],
    nowMs: NOW,
    ...more,
  }) as Situation
const asks = (remedy: AskedRerun['remedy'], job: string | null = null): Partial<Situation> => ({
  askedRerun: { remedy, job, debug: false },
})
const judged = (remedy: typeof failedJobs, about: Situation) => {
  const [proposal] = remedy.propose(about)
  return proposal && [proposal.judged.verdict, ...proposal.judged.reasons.map(({ code }) => code)]
}

describe('a re-run that a person asks for', () => {
  test('is as good as one that is proposed, where it is worth it', () => {
    expect(judged(failedJobs, situation(asks('rerun-failed-jobs')))).toEqual(['allow', 'asked-for'])
  })

  test('is left to that person, and to nobody else, where something speaks against it', () => {
    const lasting = { ...asks('rerun-failed-jobs'), redJobs: [lint] }
    expect(judged(failedJobs, situation({ redJobs: [lint] }))).toBeUndefined()
    expect(judged(failedJobs, situation(lasting))).toEqual(['ask', 'deterministic'])
    expect(judged(wholeRun, situation({ ...asks('rerun-run'), redJobs: [lint] }))).toEqual(['ask', 'deterministic'])
    expect(judged(wholeRun, situation({ ...asks('rerun-run'), redJobs: [] }))).toEqual(['ask', 'nothing-failed'])
    expect(judged(failedJobs, situation({ ...asks('rerun-failed-jobs'), redJobs: [] }))).toBeUndefined()
  })

  test('need not wait, but hears why it should', () => {
    const spell = { sinceMs: NOW - HOUR, hits: 2 }
    const [proposal] = failedJobs.propose(situation({ ...asks('rerun-failed-jobs'), redJobs: [redJob({ spell })] }))
    expect(proposal).toMatchObject({ notBeforeMs: NOW, judged: { verdict: 'ask', reasons: [{ code: 'wait' }] } })
    expect(proposal?.judged.reasons[0]?.text).toBe('What it needs is down: it may be in vain before 2026-01-05T13:00:00.000Z.')
  })

  test('may be of one job, whatever became of it', () => {
    const both = [redJob(), lint]
    expect(judged(oneJob, situation(asks('rerun-job', 'unit')))).toEqual(['allow', 'asked-for'])
    expect(judged(oneJob, situation({ ...asks('rerun-job', 'unit'), redJobs: both }))).toEqual(['ask', 'mixed-failures'])
    expect(judged(oneJob, situation({ ...asks('rerun-job', 'lint'), redJobs: both }))).toEqual([
      'ask',
      'deterministic',
      'mixed-failures',
    ])
    expect(judged(oneJob, situation(asks('rerun-job', 'docs')))).toEqual(['ask', 'mixed-failures', 'nothing-failed'])
    expect(judged(oneJob, situation(asks('rerun-job', 'gone')))).toBeUndefined()
  })
})

test.each([
  ['never', 1, false, {}],
  ['never', 2, false, {}],
  ['never', 1, true, { debug: 'yes' }],
  ['repeated', 1, false, {}],
  ['repeated', 2, false, { debug: 'yes' }],
  ['always', 1, false, { debug: 'yes' }],
] as const)('debug logging %s, attempt %i, asked for %s: %j', (debugLogging, attempt, debug, params) => {
  const askedRerun = { remedy: 'rerun-failed-jobs', job: null, debug } as const
  expect(failedJobs.propose(situation({ debugLogging, askedRerun }, attempt))[0]?.params).toEqual(params)
})
