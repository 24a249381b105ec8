import { describe, expect, it } from 'vitest'
import type { Conclusion, Job } from '../model/run.ts'
import type { CiJob } from '../ports/ci.ts'
import { chooseJobs } from './choose-jobs.ts'

const ciJob = (job: Job & { id: number }): CiJob => ({
  job,
  annotations: () => expect.unreachable('not asked'),
  log: () => expect.unreachable('not asked'),
})

const steps = [{ name: 'Run npm test' }]
const job = (id: number, name: string, conclusion?: Conclusion, minute = id): CiJob =>
  ciJob({
    id,
    name,
    ...(conclusion && { conclusion, completedAt: `2026-03-02T10:${String(minute).padStart(2, '0')}:00Z` }),
    steps,
  })

const names = (jobs: readonly CiJob[]) => jobs.map(({ job }) => job.name)

describe('chooseJobs', () => {
  it('takes the jobs that failed or timed out, the first to end first, and leaves their cancelled siblings', () => {
    const jobs = [
      job(1, 'late', 'failure', 9),
      job(2, 'fine', 'success'),
      job(3, 'slow', 'timed_out', 5),
      job(4, 'sibling', 'cancelled'),
      job(5, 'going'),
    ]
    expect(names(chooseJobs(jobs, null, 10).chosen)).toEqual(['slow', 'late'])
  })

  it('takes the cancelled jobs that had begun where none failed', () => {
    const unbegun = ciJob({ id: 3, name: 'unbegun', conclusion: 'cancelled', steps: [] })
    expect(names(chooseJobs([job(1, 'a', 'cancelled'), job(2, 'b', 'success'), unbegun], null, 10).chosen)).toEqual(['a'])
  })

  it('prefers one of each matrix where there are too many', () => {
    const jobs = [
      job(1, 'unit (1)', 'failure'),
      job(2, 'unit (2)', 'failure'),
      job(3, 'lint', 'failure'),
      job(4, 'unit (3)', 'failure'),
    ]
    const { chosen, left } = chooseJobs(jobs, null, 3)
    expect(names(chosen)).toEqual(['unit (1)', 'lint', 'unit (2)'])
    expect(left).toBe(1)
  })

  it.each([
    ['its id', { id: 2 }, ['unit (windows)']],
    ['its name', { name: 'unit' }, ['unit']],
    ['a part of its name, in any case', { name: 'WINDOWS' }, ['unit (windows)']],
  ])('finds the job asked for by %s, whatever it ended as', (_, asked, expected) => {
    const jobs = [job(1, 'unit', 'success'), job(2, 'unit (windows)', 'success'), job(3, 'unit (ubuntu)', 'failure')]
    expect(names(chooseJobs(jobs, asked, 10).chosen)).toEqual(expected)
  })

  it.each([
    [{ id: 9 }, 'no job of this run has the id 9', 'give one of: unit (a), unit (b)'],
    [{ name: 'lint' }, 'no job of this run has the name "lint"', 'give one of: unit (a), unit (b)'],
    [{ name: 'unit' }, '2 jobs of this run have the name "unit" in their name', 'give one of: unit (a), unit (b)'],
  ])('refuses %o', (asked, message, hint) => {
    const jobs = [job(1, 'unit (a)', 'failure'), job(2, 'unit (b)', 'failure')]
    expect(() => chooseJobs(jobs, asked, 10)).toThrow(
      expect.objectContaining({ code: 'job-unknown', kind: 'usage', message, hint }),
    )
  })
})
