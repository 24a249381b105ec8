import type { AttemptData, JobData } from '../world.ts'

/** What GitHub makes of a run from its jobs. */
export function resultOf(jobs: readonly JobData[]): AttemptData['conclusion'] {
  const found = new Set(jobs.map(job => job.conclusion))
  if (found.has('failure') || found.has('timed_out')) return 'failure'
  if (found.has('cancelled')) return 'cancelled'
  return jobs.length > 0 && jobs.every(job => job.conclusion === 'skipped') ? 'skipped' : 'success'
}
