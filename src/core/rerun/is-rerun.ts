import type { RemedyId } from '../model/plan.ts'

const RERUNS: ReadonlySet<RemedyId> = new Set(['rerun-failed-jobs', 'rerun-job', 'rerun-run'])

/** Whether a remedy runs jobs of a run again. */
export const isRerun = (remedy: RemedyId): boolean => RERUNS.has(remedy)
