import type { Remedy } from '../plan/remedy.ts'
import { strictest } from '../policy/strictest.ts'
import { allMayPass } from '../rerun/all-may-pass.ts'
import { findAttempt, rerun, thingOfRun, verifyAttempt } from '../rerun/rerun-effect.ts'
import { safeToRerun } from '../rerun/safe-to-rerun.ts'
import { judgeRerun } from '../rerun/worth.ts'

/** Runs the failed jobs of a run again, with those that depend on them. Worth it where a re-run may heal each of them. */
export const remedy: Remedy = {
  id: 'rerun-failed-jobs',
  title: () => 're-run the failed jobs',
  params: {},
  risk: 'low',
  reversible: false,
  propose(situation) {
    const { redJobs, nowMs } = situation
    if (!allMayPass(situation)) return []
    const names = redJobs.map(({ name }) => name)
    const { needsFullRerun, ...safe } = safeToRerun(situation, names)
    if (needsFullRerun) return []
    const costMinutes = redJobs.reduce((sum, { minutes }) => sum + minutes, 0)
    const { notBeforeMs, ...judged } = judgeRerun(redJobs, nowMs, costMinutes)
    return [
      {
        params: {},
        judged: strictest([judged, safe]),
        because: redJobs.map(({ name, title }) => `${name}: ${title}`).join('; '),
        costMinutes,
        notBeforeMs,
        job: names.length === 1 ? (names[0] ?? null) : null,
      },
    ]
  },
  thing: thingOfRun,
  find: findAttempt,
  act: (subject, world) => rerun(subject, world, 'failed'),
  verify: verifyAttempt,
}
