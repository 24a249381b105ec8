import type { Remedy } from '../plan/remedy.ts'
import { strictest } from '../policy/strictest.ts'
import { allMayPass } from '../rerun/all-may-pass.ts'
import { minutesOf } from '../rerun/red-jobs.ts'
import { findAttempt, rerun, thingOfRun, verifyAttempt } from '../rerun/rerun-effect.ts'
import { safeToRerun } from '../rerun/safe-to-rerun.ts'
import { judgeRerun } from '../rerun/worth.ts'

/** Runs the whole run again: where a re-run of the failed jobs alone would take over stale outputs of others. */
export const remedy: Remedy = {
  id: 'rerun-run',
  title: () => 're-run all jobs',
  params: {},
  risk: 'low',
  reversible: false,
  propose(situation) {
    const { redJobs, file, nowMs } = situation
    const names = redJobs.map(({ name }) => name)
    if (!allMayPass(situation) || !safeToRerun(situation, names).needsFullRerun) return []
    const costMinutes = file.jobs.reduce((sum, job) => sum + minutesOf(job), 0)
    const { notBeforeMs, ...judged } = judgeRerun(redJobs, nowMs, costMinutes)
    const { needsFullRerun: _, ...safe } = safeToRerun(situation, 'all')
    return [
      {
        params: {},
        judged: strictest([judged, safe]),
        because: `${redJobs.map(({ name, title }) => `${name}: ${title}`).join('; ')}; what runs again uses outputs of other jobs`,
        costMinutes,
        notBeforeMs,
        job: null,
      },
    ]
  },
  thing: thingOfRun,
  find: findAttempt,
  act: (subject, world) => rerun(subject, world, 'all'),
  verify: verifyAttempt,
}
