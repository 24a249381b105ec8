import type { Remedy, Situation } from '../plan/remedy.ts'
import { type Decision, strictest } from '../policy/strictest.ts'
import { askedFor, DEBUG_PARAM, debugOf, withDebug } from '../rerun/asked.ts'
import { minutesOf } from '../rerun/red-jobs.ts'
import { findAttempt, jobId, rerun, thingOfRun, verifyAttempt } from '../rerun/rerun-effect.ts'
import { safeAlone, safeToRerun } from '../rerun/safe-to-rerun.ts'
import { judgeRerun } from '../rerun/worth.ts'

/**
 * Runs one job again, where failures are mixed: some may pass, others cannot. The run stays red, so it never happens by itself.
 */
export const remedy: Remedy = {
  id: 'rerun-job',
  title: params => `re-run the job ${params['job']}${withDebug(params)}`,
  params: { job: { kind: 'text', longest: 500 }, ...DEBUG_PARAM },
  risk: 'low',
  reversible: false,
  propose(situation) {
    const { redJobs, leftRed, nowMs, askedRerun } = situation
    if (askedRerun) return asked(situation, askedRerun.job ?? '')
    const mayPass = redJobs.filter(({ nature }) => nature === 'transient')
    const lasting = [...redJobs.filter(({ nature }) => nature !== 'transient').map(({ name }) => name), ...leftRed]
    if (lasting.length === 0) return []
    return mayPass.map(job => {
      const { notBeforeMs, ...judged } = judgeRerun([job], nowMs, job.minutes)
      return {
        params: { job: job.name, ...debugOf(situation) },
        judged: strictest([judged, mixed(lasting), safeAlone(safeToRerun(situation, [job.name]))]),
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

/** The one that a person named, whatever became of it. */
function asked(situation: Situation, name: string): ReturnType<Remedy['propose']> {
  const { redJobs, leftRed, file, nowMs } = situation
  const job = file.jobs.find(job => job.name === name)
  if (!job) return []
  const red = redJobs.filter(job => job.name === name)
  const others = [...redJobs.map(job => job.name), ...leftRed].filter(other => other !== name)
  const costMinutes = minutesOf(job)
  const { notBeforeMs, ...judged } = askedFor(judgeRerun(red, nowMs, costMinutes), situation)
  const safe = safeAlone(safeToRerun(situation, [name]))
  return [
    {
      params: { job: name, ...debugOf(situation) },
      judged: strictest([
        judged,
        safe,
        ...(others.length > 0 ? [mixed(others)] : []),
        ...(red.length === 0 ? [notRed(name)] : []),
      ]),
      because: red.map(({ title }) => `${name}: ${title}`).join(),
      costMinutes,
      notBeforeMs,
      job: name,
    },
  ]
}

const notRed = (name: string): Decision => ({
  verdict: 'ask',
  reasons: [{ code: 'nothing-failed', text: `${name} did not fail.` }],
})

const mixed = (lasting: readonly string[]): Decision => ({
  verdict: 'ask',
  reasons: [{ code: 'mixed-failures', text: `The run stays red: a re-run does not mend ${lasting.slice(0, 3).join(', ')}.` }],
})
