import type { Remedy } from '../plan/remedy.ts'
import { findAttempt, rerun, thingOfRun, verifyAttempt } from '../rerun/rerun-effect.ts'
import { judgeRerun } from '../rerun/worth.ts'

/** Runs the failed jobs of a run again, with those that depend on them. Worth it where a re-run may heal each of them. */
export const remedy: Remedy = {
  id: 'rerun-failed-jobs',
  title: () => 're-run the failed jobs',
  params: {},
  risk: 'low',
  reversible: false,
  propose({ redJobs, leftRed, nowMs }) {
    const mayPass = redJobs.filter(({ nature }) => nature === 'transient')
    if (mayPass.length === 0 || mayPass.length < redJobs.length || leftRed.length > 0) return []
    const costMinutes = redJobs.reduce((sum, { minutes }) => sum + minutes, 0)
    const { notBeforeMs, ...judged } = judgeRerun(redJobs, nowMs, costMinutes)
    return [
      {
        params: {},
        judged,
        because: redJobs.map(({ name, title }) => `${name}: ${title}`).join('; '),
        costMinutes,
        notBeforeMs,
        job: redJobs.length === 1 ? (redJobs[0]?.name ?? null) : null,
      },
    ]
  },
  thing: thingOfRun,
  find: findAttempt,
  act: (subject, world) => rerun(subject, world, 'failed'),
  verify: verifyAttempt,
}
