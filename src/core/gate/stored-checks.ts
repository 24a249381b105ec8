import { outcomeOf } from '../history/outcome.ts'
import type { PastJob } from '../model/history.ts'
import type { Check } from '../ports/commits.ts'

/** The jobs of a commit as checks, the newest of each name. @param jobs any order */
export async function storedChecks(jobs: AsyncIterable<PastJob>, commit: string): Promise<readonly Check[]> {
  const newest = new Map<string, PastJob>()
  for await (const job of jobs) {
    if (job.commit !== commit) continue
    const name = [job.workflow, job.job].filter(Boolean).join(' / ')
    const known = newest.get(name)
    if (!known || isNewer(job, known)) newest.set(name, job)
  }
  return [...newest].map(([name, { conclusion }]) => ({ name, state: stateOf(conclusion) }))
}

const isNewer = (a: PastJob, b: PastJob) => a.run > b.run || (a.run === b.run && a.attempt > b.attempt)

function stateOf(conclusion: PastJob['conclusion']): Check['state'] {
  if (conclusion === 'skipped' || conclusion === 'neutral') return 'passed'
  return outcomeOf(conclusion) ?? 'open'
}
