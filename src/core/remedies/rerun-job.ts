import type { Remedy } from '../plan/remedy.ts'
import { type Decision, strictest } from '../policy/strictest.ts'
import { findAttempt, jobId, rerun, thingOfRun, verifyAttempt } from '../rerun/rerun-effect.ts'
import { type SafeToRerun, safeToRerun } from '../rerun/safe-to-rerun.ts'
import { judgeRerun } from '../rerun/worth.ts'

/**
 * Runs one job again, where failures are mixed: some may pass, others cannot. The run stays red, so it never happens by itself.
 */
export const remedy: Remedy = {
  id: 'rerun-job',
  title: ({ job }) => `re-run the job ${job}`,
  params: { job: { kind: 'text', longest: 500 } },
  risk: 'low',
  reversible: false,
  propose(situation) {
    const { redJobs, leftRed, nowMs } = situation
    const mayPass = redJobs.filter(({ nature }) => nature === 'transient')
    const lasting = [...redJobs.filter(({ nature }) => nature !== 'transient').map(({ name }) => name), ...leftRed]
    if (lasting.length === 0) return []
    return mayPass.map(job => {
      const { notBeforeMs, ...judged } = judgeRerun([job], nowMs, job.minutes)
      return {
        params: { job: job.name },
        judged: strictest([judged, mixed(lasting), alone(safeToRerun(situation, [job.name]))]),
        because: `${job.name}: ${job.title}`,
        costMinutes: job.minutes,
        notBeforeMs,
        job: job.name,
      }
    })
  },
  thing: thingOfRun,
  find: findAttempt,
  act: async (subject, world) => {
    const id = await jobId(subject, world)
    return id.trouble ? { ...id, mayHaveHappened: false } : rerun(subject, world, id.value)
  },
  verify: verifyAttempt,
}

/** What would use outputs of another attempt is not run alone. */
const alone = ({ needsFullRerun, ...safe }: SafeToRerun): Decision =>
  needsFullRerun
    ? { verdict: 'deny', reasons: [{ code: 'unsafe-to-rerun', text: 'It, or what depends on it, uses outputs of other jobs.' }] }
    : safe

const mixed = (lasting: readonly string[]) =>
  ({
    verdict: 'ask',
    reasons: [{ code: 'mixed-failures', text: `The run stays red: a re-run does not mend ${lasting.slice(0, 3).join(', ')}.` }],
  }) as const
