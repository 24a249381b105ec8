import type { Effect } from '../model/ledger.ts'
import type { Trouble } from '../model/trouble.ts'
import { NOT_CONNECTED } from '../plan/not-connected.ts'
import type { Subject, Verified, World } from '../plan/remedy.ts'
import type { Answer, Deed } from '../ports/answer.ts'
import { dispatchRun, effectOf, findDispatched, runOf, stillOpen } from './dispatch-effect.ts'

/** Starting the workflow that failed once more, otherwise: it has to test the commit that failed, and leaves the failed run as it is. */

export async function findAgain(subject: Subject, world: World): Promise<Answer<Effect | null>> {
  const found = await findDispatched(subject, world)
  if (found.trouble) return found
  return { value: found.value ? effectOf(found.value) : null }
}

export async function startAgain(subject: Subject, world: World): Promise<Deed<Effect>> {
  const { target, params } = subject
  if (!world.dispatches) return NOT_CONNECTED
  const branch = String(params['branch'])
  const tip = await world.dispatches.tip(target.repository, branch)
  if (tip.trouble) return { ...tip, mayHaveHappened: false }
  if (tip.value !== target.commit) return { trouble: moved(branch, tip.value, target.commit), mayHaveHappened: false }
  return dispatchRun(subject, world)
}

export async function verifyAgain(subject: Subject, effect: Effect, world: World): Promise<Answer<Verified>> {
  const asked = await runOf(subject, effect, world)
  if (asked.trouble) return asked
  const open = stillOpen(asked.value, effect)
  if (open || !asked.value) return { value: open ?? { state: 'pending', detail: 'it does not show yet' } }
  const { id, commit } = asked.value
  if (commit !== subject.target.commit)
    return { value: { state: 'not-healed', detail: `run ${id} is green, but of ${commit.slice(0, 12)}` } }
  return { value: { state: 'healed', detail: `run ${id} of the same commit is green; run ${subject.target.run} stays red` } }
}

const moved = (branch: string, tip: string, commit: string | null): Trouble => ({
  code: 'branch-moved',
  kind: 'world',
  message: `${branch} is at ${tip.slice(0, 12)} by now, not at ${commit?.slice(0, 12) ?? 'the commit that failed'}`,
})
