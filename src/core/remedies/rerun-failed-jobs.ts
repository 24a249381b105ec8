import type { Remedy } from '../plan/remedy.ts'
import { strictest } from '../policy/strictest.ts'
import { allMayPass } from '../rerun/all-may-pass.ts'
import { askedFor, DEBUG_PARAM, debugOf, withDebug } from '../rerun/asked.ts'
import { findAttempt, rerun, thingOfRun, verifyAttempt } from '../rerun/rerun-effect.ts'
import { safeAlone, safeToRerun } from '../rerun/safe-to-rerun.ts'
import { judgeRerun } from '../rerun/worth.ts'

/** Runs the failed jobs of a run again, with those that depend on them. Worth it where a re-run may heal each of them. */
export const remedy: Remedy = {
  id: 'rerun-failed-jobs',
  title: params => `re-run the failed jobs${withDebug(params)}`,
  params: DEBUG_PARAM,
  risk: 'low',
  reversible: false,
  propose(situation) {
    const { redJobs, nowMs, askedRerun } = situation
    if (askedRerun ? redJobs.length === 0 : !allMayPass(situation)) return []
    const names = redJobs.map(({ name }) => name)
    const safe = safeToRerun(situation, names)
    if (safe.needsFullRerun && !askedRerun) return []
    const costMinutes = redJobs.reduce((sum, { minutes }) => sum + minutes, 0)
    const { notBeforeMs, ...judged } = askedFor(judgeRerun(redJobs, nowMs, costMinutes), situation)
    return [
      {
        params: debugOf(situation),
        judged: strictest([judged, safeAlone(safe)]),
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
