import type { Effect, LedgerEntry, LedgerEvent } from '../model/ledger.ts'
import type { Reason } from '../model/plan.ts'
import type { World } from '../plan/remedy.ts'
import { EVER_MS, type Ledger } from '../ports/ledger.ts'
import { type ApprovalTerms, unapproved } from './approval.ts'
import { type Execution, entryOf, NOBODY_ASKED } from './execution.ts'
import { isLeftOpen, mayHaveHappened, standingsOf, taken } from './standing.ts'

export interface Surroundings {
  readonly ledger: Ledger
  readonly world: World
  /** The limits, seen by the only writer: why it may not be done, or null. */
  limit(entries: readonly LedgerEntry[], execution: Execution): Reason | null
  /** What a person's yes in the ledger is worth. */
  readonly approvals: ApprovalTerms
  /** Epoch milliseconds. */
  now(): number
}

/** How far an action came. */
export interface Executed {
  readonly event: LedgerEvent
  readonly detail: string
  readonly effect: Effect | null
}

/** What a limit looks back on. */
const LOOK_BACK_MS = 30 * 86_400_000

/**
 * Does an action, at most once whatever happens: the key is written before anything is done, and refused where it stands already; the effect
 * is looked for before that, right before the call (somebody may have been faster), and after a call of which nobody knows whether it worked.
 */
export async function execute(execution: Execution, surroundings: Surroundings): Promise<Executed> {
  const { remedy, subject } = execution
  const { world } = surroundings
  const before = await remedy.find(subject, world)
  if (before.trouble) return withhold(execution, surroundings, { code: 'not-on-a-ci', text: before.trouble.message })
  if (before.value) return acknowledge(execution, surroundings, before.value)

  const refused = await claim(execution, surroundings)
  if (refused) return { event: 'withheld', detail: refused.text, effect: null }

  const meanwhile = await remedy.find(subject, world)
  if (meanwhile.value !== null) {
    const detail = meanwhile.trouble ? meanwhile.trouble.message : alreadyDone(meanwhile.value).text
    return ended(execution, surroundings, { event: 'failed', detail, effect: null })
  }
  const done = await remedy.act(subject, world)
  if (!done.trouble) return ended(execution, surroundings, { event: 'done', detail: execution.action.title, effect: done.value })
  if (!done.mayHaveHappened)
    return ended(execution, surroundings, { event: 'failed', detail: done.trouble.message, effect: null })
  return settle(execution, surroundings, done.trouble.message)
}

/** The effect is there already: of an execution of this action that never came to say so, or of somebody else. */
async function acknowledge(execution: Execution, { ledger, now }: Surroundings, effect: Effect): Promise<Executed> {
  const { action, subject } = execution
  const reason = alreadyDone(effect)
  let how: Executed = { event: 'withheld', detail: reason.text, effect: null }
  await ledger.append({ repository: subject.target.repository, sinceMs: now() - LOOK_BACK_MS }, entries => {
    const own = standingsOf(entries).get(action.id)
    if (own && isLeftOpen(own, now())) how = { event: 'done', detail: 'found to be done after all', effect }
    return [entryOf(execution, now(), how.event === 'done' ? how : { event: 'withheld', reasons: [reason] })]
  })
  return how
}

/** After a call whose answer got lost: the effect itself tells. */
async function settle(execution: Execution, surroundings: Surroundings, why: string): Promise<Executed> {
  const found = await execution.remedy.find(execution.subject, surroundings.world)
  if (found.value)
    return ended(execution, surroundings, { event: 'done', detail: `${why}, and it worked all the same`, effect: found.value })
  return ended(execution, surroundings, { event: 'unclear', detail: why, effect: null })
}

/** Writes the key, unless it stands or a limit is against it; the reason is written then. */
async function claim(execution: Execution, surroundings: Surroundings): Promise<Reason | null> {
  const { ledger, limit, approvals, now } = surroundings
  let refused: Reason | null = null
  await ledger.append({ sinceMs: EVER_MS }, entries => {
    const { thing } = execution.subject.target
    const sinceMs = now() - LOOK_BACK_MS
    const recent = entries.filter(({ atMs }) => atMs >= sinceMs)
    refused =
      begunBefore(execution, entries, sinceMs) ??
      taken(recent, thing, now()) ??
      limit(recent, execution) ??
      unallowed(execution, entries, approvals)
    return [entryOf(execution, now(), refused ? { event: 'withheld', reasons: [refused] } : { event: 'started' })]
  })
  return refused
}

/** What the policy does not allow by itself, an approval in the ledger must; what it denies, none can. */
function unallowed(execution: Execution, entries: readonly LedgerEntry[], approvals: ApprovalTerms): Reason | null {
  const { action, by } = execution
  if (action.verdict === 'deny') return action.reasons[0] ?? { code: 'policy-undefined', text: 'Nothing allows it.' }
  return action.verdict === 'allow' && by === NOBODY_ASKED ? null : unapproved(entries, execution, approvals)
}

/**
 * Whether this very action was begun before, by whatever clock. What belongs to no run, such as a log, is known by what is done about it alone,
 * so that is another case after a while.
 */
function begunBefore({ action, subject }: Execution, entries: readonly LedgerEntry[], sinceMs: number): Reason | null {
  const own = standingsOf(entries).get(action.id)
  if (!own || !mayHaveHappened(own)) return null
  if (subject.target.run === null && own.started.atMs < sinceMs) return null
  return { code: 'already-done', text: `This was started at ${timeOf(own.started.atMs)} already.` }
}

const timeOf = (ms: number) => new Date(ms).toISOString()

const alreadyDone = ({ kind, id }: Effect): Reason => ({
  code: 'already-done',
  text: `Nothing is left to do: ${kind} ${id} is there.`,
})

async function withhold(execution: Execution, { ledger, now }: Surroundings, reason: Reason): Promise<Executed> {
  const { repository } = execution.subject.target
  await ledger.append({ repository, sinceMs: now() }, () => [entryOf(execution, now(), { event: 'withheld', reasons: [reason] })])
  return { event: 'withheld', detail: reason.text, effect: null }
}

async function ended(execution: Execution, { ledger, now }: Surroundings, how: Executed): Promise<Executed> {
  await ledger.append({ repository: execution.subject.target.repository, sinceMs: now() }, () => [entryOf(execution, now(), how)])
  return how
}
