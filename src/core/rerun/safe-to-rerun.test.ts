import { describe, expect, it } from 'vitest'
import type { CaseFile } from '../model/case-file.ts'
import type { Job } from '../model/run.ts'
import type { Situation } from '../plan/remedy.ts'
import { remedy as rerunFailedJobs } from '../remedies/rerun-failed-jobs.ts'
import { remedy as rerunJob } from '../remedies/rerun-job.ts'
import { remedy as rerunRun } from '../remedies/rerun-run.ts'
import type { JobSafety, RerunSafety } from '../rerun-safety/lint.ts'
import type { RedJob } from './red-jobs.ts'

const NOW = Date.parse('2026-03-02T12:00:00Z')
const red = (name: string, nature: RedJob['nature'] = 'transient'): RedJob => ({
  name,
  id: 1,
  category: 'network',
  confidence: 0.9,
  title: 'Connection reset',
  fingerprint: 'f1',
  chance: 0.9,
  nature,
  minutes: 4,
  spell: null,
  failedBefore: 0,
})
const job = (key: string, more: Partial<JobSafety> = {}): JobSafety => ({
  key,
  shown: { parts: [key], endings: [] },
  needs: [],
  effects: [],
  environments: [],
  outputsOf: [],
  ...more,
})
const FILE = '.github/workflows/ci.yml'
const publishes = (is: 'certain' | 'possible') => ({ effects: [{ is, line: 12, text: 'publishes a package: npm publish' }] })

function situation(jobs: readonly JobSafety[] | null, { reds = [red('test')], ran = ['build', 'test'] } = {}): Situation {
  const took = { startedAt: '2026-03-02T10:00:00Z', completedAt: '2026-03-02T10:05:00Z' }
  const file: Pick<CaseFile, 'jobs'> = {
    jobs: [
      ...ran.map((name): Job => ({ name, conclusion: name === 'test' ? 'failure' : 'success', ...took })),
      { name: 'deploy', conclusion: 'skipped' },
    ],
  }
  const safety: RerunSafety | undefined = jobs ? { file: FILE, jobs } : undefined
  return { redJobs: reds, leftRed: [], file: file as CaseFile, nowMs: NOW, ...(safety && { safety }) } as unknown as Situation
}

const said = (remedy: typeof rerunJob, asked: Situation) =>
  remedy.propose(asked).map(({ judged }) => [judged.verdict, judged.reasons.map(({ code }) => code).join(' ')])

describe('a re-run', () => {
  it('of which no file is known is judged as before', () => {
    expect(said(rerunFailedJobs, situation(null))).toEqual([['allow', 'worth-it']])
    expect(said(rerunRun, situation(null))).toEqual([])
  })

  it('of safe jobs is allowed', () => {
    expect(said(rerunFailedJobs, situation([job('build'), job('test')]))).toEqual([['allow', 'worth-it']])
    expect(said(rerunRun, situation([job('build'), job('test')]))).toEqual([])
  })

  it('that would publish again is denied, with the line', () => {
    const asked = situation([job('test', publishes('certain'))])
    expect(said(rerunFailedJobs, asked)).toEqual([['deny', 'unsafe-to-rerun']])
    expect(rerunFailedJobs.propose(asked)[0]?.judged.reasons[0]?.text).toBe(
      'The job test would run again, and publishes a package: npm publish (.github/workflows/ci.yml:12).',
    )
  })

  it('that goes on to what was not done yet, or may do what nobody knows, wants a person', () => {
    const deploy = job('deploy', { needs: ['test'], ...publishes('certain') })
    expect(said(rerunFailedJobs, situation([job('test'), deploy]))).toEqual([['ask', 'unsafe-to-rerun']])
    expect(said(rerunFailedJobs, situation([job('test', publishes('possible'))]))).toEqual([['ask', 'unsafe-to-rerun']])
    expect(said(rerunFailedJobs, situation([job('other')]))).toEqual([['ask', 'unsafe-to-rerun']])
  })

  it('that would use outputs of an earlier attempt is one of the whole run, at the cost of that', () => {
    const jobs = [
      job('build'),
      job('test', { needs: ['build'], outputsOf: [{ job: 'build', line: 9, text: 'needs.build.outputs.tag' }] }),
    ]
    expect(said(rerunFailedJobs, situation(jobs))).toEqual([])
    expect(said(rerunRun, situation(jobs))).toEqual([['allow', 'worth-it']])
    expect(rerunRun.propose(situation(jobs))[0]?.costMinutes).toBe(20)
  })

  it('of the whole run is denied where a job that succeeded publishes', () => {
    const tag = { outputsOf: [{ job: 'build', line: 9, text: 'needs.build.outputs.tag' }] }
    const jobs = [job('build', publishes('certain')), job('test', { needs: ['build'], ...tag })]
    expect(said(rerunRun, situation(jobs))).toEqual([['deny', 'unsafe-to-rerun']])
  })

  it('of one job among lasting failures is judged for that job', () => {
    const reds = [red('test'), red('lint', 'deterministic')]
    const jobs = (more: Partial<JobSafety>) => [job('build'), job('lint', publishes('certain')), job('test', more)]
    const asked = (more: Partial<JobSafety>) => situation(jobs(more), { reds, ran: ['build', 'test', 'lint'] })
    expect(said(rerunJob, asked({}))).toEqual([['ask', 'mixed-failures']])
    expect(said(rerunJob, asked(publishes('certain')))).toEqual([['deny', 'unsafe-to-rerun']])
    const tag = { outputsOf: [{ job: 'build', line: 9, text: 'needs.build.outputs.tag' }] }
    expect(said(rerunJob, asked(tag))).toEqual([['deny', 'unsafe-to-rerun']])
  })

  it('of a file that could not be read wants a person', () => {
    const asked = { ...situation(null), safety: { file: FILE, jobs: [], unread: 'the token lacks contents: read' } }
    expect(said(rerunFailedJobs, asked)).toEqual([['ask', 'unsafe-to-rerun']])
  })
})
