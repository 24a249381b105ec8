import type { Remedy } from '../plan/remedy.ts'
import { strictest } from '../policy/strictest.ts'
import { allMayPass } from '../rerun/all-may-pass.ts'
import { askedFor, DEBUG_PARAM, debugOf, withDebug } from '../rerun/asked.ts'
import { minutesOf } from '../rerun/red-jobs.ts'
import { findAttempt, rerun, thingOfRun, verifyAttempt } from '../rerun/rerun-effect.ts'
import { safeToRerun } from '../rerun/safe-to-rerun.ts'
import { judgeRerun } from '../rerun/worth.ts'

/** Runs the whole run again: where a re-run of the failed jobs alone would take over stale outputs of others, or a person asks for it. */
export const remedy: Remedy = {
  id: 'rerun-run',
  title: params => `re-run all jobs${withDebug(params)}`,
  params: DEBUG_PARAM,
  risk: 'low',
  reversible: false,
  propose(situation) {
    const { redJobs, file, nowMs, askedRerun } = situation
    const names = redJobs.map(({ name }) => name)
    const isNeeded = allMayPass(situation) && safeToRerun(situation, names).needsFullRerun
    if (!isNeeded && !askedRerun) return []
    const costMinutes = file.jobs.reduce((sum, job) => sum + minutesOf(job), 0)
    const { notBeforeMs, ...judged } = askedFor(judgeRerun(redJobs, nowMs, costMinutes), situation)
    const { needsFullRerun: _, ...safe } = safeToRerun(situation, 'all')
    return [
      {
        params: debugOf(situation),
        judged: strictest([judged, safe, ...(redJobs.length === 0 ? [NOTHING_RED] : [])]),
        because: [
          ...redJobs.map(({ name, title }) => `${name}: ${title}`),
          ...(isNeeded ? ['what runs again uses outputs of other jobs'] : []),
        ].join('; '),
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

const NOTHING_RED = { verdict: 'ask', reasons: [{ code: 'nothing-failed', text: 'No job of it failed.' }] } as const
