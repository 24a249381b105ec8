import type { RemedyId } from '../model/plan.ts'

const RERUNS: ReadonlySet<RemedyId> = new Set(['rerun-failed-jobs', 'rerun-job', 'rerun-run'])

/** Whether a remedy runs jobs of a run again, and nothing else. */
export const isRerun = (remedy: RemedyId): boolean => RERUNS.has(remedy)

/** Whether a remedy runs jobs again, however. */
export const runsAgain = (remedy: RemedyId): boolean =>
  isRerun(remedy) || remedy === 'rebuild-without-cache' || remedy === 'change-runner'
