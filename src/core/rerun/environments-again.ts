import type { Situation } from '../plan/remedy.ts'
import { jobsAgain } from '../rerun-safety/judge.ts'

/**
 * The deployment environments that running jobs again would touch, with those of the jobs that follow; null where the workflow file does not tell.
 * @param jobs as GitHub shows them; `all`: the whole run
 */
export function environmentsAgain(
  { safety }: Pick<Situation, 'safety'>,
  jobs: readonly string[] | 'all',
): readonly string[] | null {
  if (!safety || safety.unread !== undefined) return null
  const { again, lost } = jobsAgain(safety, jobs)
  const named = again.map(({ environments }) => environments)
  if (lost.length > 0 || named.includes(null)) return null
  return [...new Set(named.flatMap(names => names ?? []))]
}
