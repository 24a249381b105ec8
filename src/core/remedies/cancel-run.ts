import type { Effect } from '../model/ledger.ts'
import { NOT_CONNECTED } from '../plan/not-connected.ts'
import type { Remedy } from '../plan/remedy.ts'
import type { AttemptState } from '../ports/runs.ts'
import { hungJobs } from '../rerun/hung-jobs.ts'
import { newestAttempt, thingOfRun } from '../rerun/rerun-effect.ts'

/** Ends a run that hangs: one whose jobs take far longer than they ever did. By force only where that is asked for: that skips clean-up. */
export const remedy: Remedy = {
  id: 'cancel-run',
  title: ({ force }) => (force === 'yes' ? 'cancel the run by force' : 'cancel the run'),
  params: { force: { kind: 'text', longest: 3, pattern: /^(?:yes|no)$/ } },
  risk: 'medium',
  reversible: false,
  leavesRunRed: true,
  propose({ file, nowMs, hungMinutes }) {
    const hung = hungJobs(file, nowMs, hungMinutes)
    if (hung.length === 0) return []
    const text = hung
      .slice(0, 3)
      .map(({ text }) => text)
      .join('; ')
    return [
      {
        params: { force: 'no' },
        judged: { verdict: 'allow', reasons: [{ code: 'worth-it', text: `${text}.` }] },
        because: text,
        costMinutes: 0,
        notBeforeMs: nowMs,
        job: hung.length === 1 ? (hung[0]?.name ?? null) : null,
      },
    ]
  },
  thing: thingOfRun,
  async find({ target }, world) {
    const asked = await newestAttempt(target, world)
    if (asked.trouble) return asked
    return { value: isOver(asked.value, target.attempt) ? effectOf(target.attempt, asked.value) : null }
  },
  async act({ target, params }, { runs }) {
    if (!runs || target.run === null) return NOT_CONNECTED
    const done = await runs.cancel(target.repository, target.run, { force: params['force'] === 'yes' })
    return done.trouble ? done : { value: effectOf(target.attempt, null) }
  },
  async verify({ target }, _, world) {
    const asked = await newestAttempt(target, world)
    if (asked.trouble) return asked
    const { attempt, status, conclusion } = asked.value
    if (!isOver(asked.value, target.attempt)) return { value: { state: 'pending', detail: `attempt ${attempt} is ${status}` } }
    const isEnded = attempt > (target.attempt ?? 1) || conclusion === 'cancelled'
    const how = attempt > (target.attempt ?? 1) ? 'it was run again' : (conclusion ?? 'nobody says how')
    return { value: { state: isEnded ? 'healed' : 'not-healed', detail: `attempt ${target.attempt ?? 1} is over: ${how}` } }
  },
}

const isOver = ({ attempt, status }: AttemptState, wanted: number | null) => attempt > (wanted ?? 1) || status === 'completed'

const effectOf = (attempt: number | null, state: Pick<AttemptState, 'url'> | null): Effect => ({
  kind: 'attempt',
  id: String(attempt ?? 1),
  ...(state?.url && { url: state.url }),
})
