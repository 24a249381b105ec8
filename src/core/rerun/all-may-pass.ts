import type { Situation } from '../plan/remedy.ts'

/** Whether a re-run of all that is red could turn the run green. */
export const allMayPass = ({ redJobs, leftRed }: Pick<Situation, 'redJobs' | 'leftRed'>): boolean =>
  redJobs.length > 0 && redJobs.every(({ nature }) => nature === 'transient') && leftRed.length === 0
