import type { Effect } from '../model/ledger.ts'
import { NOT_CONNECTED } from '../plan/not-connected.ts'
import type { Subject, Verified, World } from '../plan/remedy.ts'
import type { Answer, Deed } from '../ports/answer.ts'
import type { DispatchedRun } from '../ports/dispatches.ts'
import { inputsOf } from './dispatch-params.ts'

/**
 * What all have in common that start a workflow: their effect is a run. It is known by the action's id in its title, where the workflow shows
 * it there; where it does not, whatever was started of this workflow after the failed run counts, so that rather nothing is done than twice.
 */

/** What was started of the workflow, newest first. */
export async function startedRuns({ target, params }: Subject, { dispatches }: World): Promise<Answer<readonly DispatchedRun[]>> {
  if (!dispatches) return NOT_CONNECTED
  return dispatches.dispatched(target.repository, { workflow: String(params['workflow']), branch: String(params['branch']) })
}

/** The run that an action started, or would rather not start once more. */
export async function findDispatched(subject: Subject, world: World): Promise<Answer<DispatchedRun | null>> {
  const asked = await startedRuns(subject, world)
  return asked.trouble ? asked : { value: asked.value.find(run => isOf(run, subject)) ?? null }
}

function isOf({ id, title }: DispatchedRun, { action, target, params }: Subject): boolean {
  return params['id'] === undefined ? isLater({ id }, target.run) : title.includes(action)
}

/** Whether a run began after the one that failed. */
export const isLater = ({ id }: Pick<DispatchedRun, 'id'>, failed: number | null): boolean => failed === null || id > failed

/** @param more inputs that are only known now */
export async function dispatchRun(
  subject: Subject,
  world: World,
  more: Readonly<Record<string, string>> = {},
): Promise<Deed<Effect>> {
  const { action, target, params } = subject
  if (!world.dispatches) return NOT_CONNECTED
  const marker = params['id'] === undefined ? {} : { [String(params['id'])]: action }
  const started = await world.dispatches.dispatch(target.repository, {
    workflow: String(params['workflow']),
    branch: String(params['branch']),
    inputs: { ...inputsOf(params), ...more, ...marker },
  })
  if (started.trouble) return started
  if (started.value !== null) return { value: { kind: 'run', id: String(started.value) } }
  const seen = await findDispatched(subject, world)
  return { value: seen.value ? effectOf(seen.value) : { kind: 'run', id: NOT_SEEN } }
}

/** What was started but does not show yet. */
const NOT_SEEN = 'not seen yet'

/** The run of an effect, as it stands; null while it does not show. */
export async function runOf(subject: Subject, { id }: Effect, world: World): Promise<Answer<DispatchedRun | null>> {
  const asked = await startedRuns(subject, world)
  if (asked.trouble) return asked
  const isIt = (run: DispatchedRun) => (id === NOT_SEEN ? isOf(run, subject) : String(run.id) === id)
  return { value: asked.value.find(isIt) ?? null }
}

export const effectOf = ({ id, url }: DispatchedRun): Effect => ({ kind: 'run', id: String(id), ...(url !== null && { url }) })

/** Null once the run is over and green: then there is more to look at. */
export function stillOpen(run: DispatchedRun | null, { id }: Effect): Verified | null {
  if (!run) return { state: 'pending', detail: `run ${id} does not show yet` }
  if (run.status !== 'completed') return { state: 'pending', detail: `run ${run.id} is ${run.status}` }
  if (run.conclusion === 'success') return null
  return { state: 'not-healed', detail: `run ${run.id} ended with ${run.conclusion ?? 'nothing'}` }
}
