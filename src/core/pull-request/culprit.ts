import type { Situation } from '../plan/remedy.ts'
import type { Trunk } from '../ports/commits.ts'
import type { RedJob } from '../rerun/red-jobs.ts'

/** A commit of the default branch that broke a job, as far as that is known. */
export interface Culprit {
  readonly commit: string
  /** The one before it, on which the job passed. */
  readonly parent: string
  readonly branch: string
  readonly job: RedJob
  /** It failed more than once, so that it is not chance. */
  readonly isProven: boolean
}

/** That the category is right. */
const SURE = 0.7
/** That a re-run passes. */
const HARDLY = 0.2

/**
 * The commit of a run, where a push of it to the default branch broke a job: one that passed on its parent, and failed for a reason that only a
 * change mends.
 */
export function culpritOf({ file: { run, past }, redJobs, trunk }: Situation): Culprit | null {
  const commit = run?.commit
  if (commit === undefined || !isPushTo(trunk, run)) return null
  const { parent, branch } = trunk
  if (parent === null || parent.commit === commit) return null
  const job = redJobs.find(
    job =>
      job.nature === 'deterministic' &&
      job.confidence >= SURE &&
      job.chance <= HARDLY &&
      parent.checks.some(check => check.name === job.name) &&
      parent.checks.every(check => check.name !== job.name || check.state === 'passed'),
  )
  if (!job) return null
  const hasPassed = (past?.runs ?? []).some(one => one.job === job.name && one.commit === commit && one.conclusion === 'success')
  if (hasPassed) return null
  const again = (past?.runs ?? []).some(
    one => one.job === job.name && one.run !== run?.run && job.fingerprint !== null && one.fingerprint === job.fingerprint,
  )
  return { commit, parent: parent.commit, branch, job, isProven: job.failedBefore > 0 || again }
}

const isPushTo = (trunk: Trunk | undefined, run: Situation['file']['run']): trunk is Trunk =>
  trunk !== undefined &&
  run?.event === 'push' &&
  run.pullRequest === undefined &&
  run.fork !== true &&
  run.branch === trunk.branch
