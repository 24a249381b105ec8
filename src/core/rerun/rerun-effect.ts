import type { Effect } from '../model/ledger.ts'
import { NOT_CONNECTED } from '../plan/not-connected.ts'
import type { Subject, Verified, World } from '../plan/remedy.ts'
import type { Answer, Deed } from '../ports/answer.ts'
import type { AttemptState, RunControl } from '../ports/runs.ts'

/** What all re-runs have in common: their effect is the run's next attempt, and they healed where that is green. */

export const thingOfRun = ({ repository, run }: { readonly repository: string; readonly run: number | null }): string =>
  `run:${repository}#${run ?? '?'}`

/** An attempt after the one that was to be run again: this or another re-run made it, and either way there is nothing left to do. */
export async function findAttempt({ target }: Subject, world: World): Promise<Answer<Effect | null>> {
  const asked = await newestAttempt(target, world)
  if (asked.trouble) return asked
  const { attempt } = asked.value
  return { value: attempt > (target.attempt ?? 1) ? effectOf(asked.value) : null }
}

export async function rerun(
  { target, params }: Subject,
  { runs }: World,
  what: Parameters<RunControl['rerun']>[2],
): Promise<Deed<Effect>> {
  if (!runs || target.run === null) return NOT_CONNECTED
  const done = await runs.rerun(target.repository, target.run, what, { debug: params['debug'] === 'yes' })
  if (done.trouble) return done
  return { value: { kind: 'attempt', id: String((target.attempt ?? 1) + 1) } }
}

/** The id of the job that an action names, in the attempt that stands now. */
export async function jobId({ target, params }: Subject, world: World): Promise<Answer<number>> {
  const asked = await newestAttempt(target, world)
  if (asked.trouble) return asked
  const job = asked.value.jobs.find(({ name }) => name === params['job'])
  return job?.id === undefined ? NO_JOB : { value: job.id }
}

/** Healed only if what failed is green now; a run that is red again, or was cancelled, is not. */
export async function verifyAttempt({ target }: Subject, { id }: Effect, world: World): Promise<Answer<Verified>> {
  const asked = await newestAttempt(target, world)
  if (asked.trouble) return asked
  const { attempt, status, conclusion } = asked.value
  if (attempt < Number(id) || status !== 'completed') return { value: { state: 'pending', detail: `attempt ${id} is ${status}` } }
  const state = conclusion === 'success' ? 'healed' : 'not-healed'
  return { value: { state, detail: `attempt ${attempt} ended with ${conclusion ?? 'nothing'}` } }
}

/** The run as it stands now. */
export async function newestAttempt({ repository, run }: Subject['target'], { runs }: World): Promise<Answer<AttemptState>> {
  if (!runs || run === null) return NOT_CONNECTED
  return runs.newestAttempt(repository, run)
}

const NO_JOB = {
  trouble: { code: 'job-unknown', kind: 'usage', message: 'the run has no job of that name any more' },
} as const

const effectOf = ({ attempt, url }: AttemptState): Effect => ({
  kind: 'attempt',
  id: String(attempt),
  ...(url !== null && { url }),
})
