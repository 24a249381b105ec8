import { taken } from '../heal/standing.ts'
import type { LedgerEntry } from '../model/ledger.ts'
import type { Reason, Verdict } from '../model/plan.ts'
import { runsAgain } from '../rerun/is-rerun.ts'
import type { PolicyFacts } from './facts.ts'
import type { Limits } from './limits.ts'
import { exhausted, tooSoon } from './objection.ts'
import { cooledDownMs, type Wanted } from './spent.ts'
import { type Decision, strictest } from './strictest.ts'

/** What holds whatever the policy says. */
export interface Circumstances {
  readonly limits: Limits
  /** Of the last 30 days and all repositories, oldest first; null: they cannot be read, or not be believed. */
  readonly ledger: readonly LedgerEntry[] | null
  /** Why it is more than one failure, as a sentence. */
  readonly outage: string | null
  readonly status: 'queued' | 'in_progress' | 'completed' | null
  readonly startedMs: number | null
  /** What became of the ledger, as a sentence, where that is known and it cannot be read. */
  readonly lost?: string
  /** Why everything is stopped, as a sentence: somebody did, or nobody could be asked. */
  readonly stopped: string | null
  /** The run belongs to the workflow that sherpa itself runs in. */
  readonly isOwnWorkflow: boolean
  /** Epoch milliseconds. */
  readonly nowMs: number
}

/** One thing that stands in the way, and how far. */
type Guard = (asked: Asked) => Reason | null

interface Asked extends Circumstances {
  readonly facts: PolicyFacts
  readonly wanted: Wanted
}

/** What nobody may do at all, and what only a person may. */
const GUARDS: readonly (readonly [Exclude<Verdict, 'allow'>, Guard])[] = [
  ['deny', isStopped],
  ['deny', isUnread],
  ['deny', isOwn],
  ['deny', isRunning],
  ['deny', isTooOld],
  ['deny', ({ ledger, wanted, nowMs }) => taken(ledger ?? [], wanted.target.thing, nowMs)],
  ['deny', isAtCap],
  ['deny', ({ ledger, wanted, limits, nowMs }) => exhausted(ledger ?? [], wanted, limits, nowMs)],
  ['ask', isOutage],
  ['ask', isForeign],
  ['ask', wasReranByPerson],
]

/** What the circumstances say, and from when on: epoch milliseconds, where that is later than now. */
export interface Guarded extends Decision {
  readonly notBeforeMs?: number
}

/** Whether the circumstances allow a use of a remedy. */
export function guard(facts: PolicyFacts, wanted: Wanted, circumstances: Circumstances): Guarded {
  const asked = { ...circumstances, facts, wanted }
  const against = GUARDS.flatMap(([verdict, stands]): Decision[] => {
    const reason = stands(asked)
    return reason ? [{ verdict, reasons: [reason] }] : []
  })
  const { limits, nowMs } = circumstances
  const ledger = circumstances.ledger ?? []
  const wait = tooSoon(ledger, wanted, limits, nowMs)
  const decision = strictest([{ verdict: 'allow', reasons: wait ? [wait] : [] }, ...against])
  return wait ? { ...decision, notBeforeMs: cooledDownMs(ledger, wanted.target.thing, limits) } : decision
}

/** GitHub re-runs nothing older. */
const OLDEST_MS = 30 * 86_400_000

function isStopped({ stopped, facts, limits }: Asked): Reason | null {
  if (stopped !== null) return { code: 'kill-switch', text: stopped }
  const { label } = limits.killSwitch
  const isOn = facts.run.labels?.some(one => one.toLowerCase() === label.toLowerCase()) === true
  return isOn ? { code: 'kill-switch', text: `The kill switch is on: the pull request has the label ${label}.` } : null
}

function isUnread({ ledger, lost = 'The ledger could not be read, so nobody knows what was done.' }: Asked): Reason | null {
  return ledger ? null : { code: 'ledger-unavailable', text: lost }
}

function isOwn({ isOwnWorkflow }: Asked): Reason | null {
  return isOwnWorkflow ? { code: 'own-workflow', text: 'The workflow that heals does not heal itself.' } : null
}

function isRunning({ status, facts }: Asked): Reason | null {
  const isOver = status === null || status === 'completed'
  return isOver || !runsAgain(facts.remedy) ? null : { code: 'in-progress', text: 'The run is not over yet.' }
}

function isTooOld({ startedMs, nowMs, facts }: Asked): Reason | null {
  const isOld = startedMs !== null && nowMs - startedMs > OLDEST_MS && runsAgain(facts.remedy)
  return isOld ? { code: 'too-old', text: 'Runs older than 30 days cannot be re-run.' } : null
}

/** The run itself says how often it was run, also where the ledger is lost. */
function isAtCap({ facts, limits }: Asked): Reason | null {
  const { attempt } = facts.run
  const { attemptCap } = limits.budgets
  if (!runsAgain(facts.remedy) || attempt < attemptCap) return null
  return { code: 'attempt-cap', text: `This is attempt ${attempt}; after ${attemptCap - 1} re-runs a person has to look.` }
}

/** What is larger than a run can be told, but no action on a run mends it. */
function isOutage({ outage, facts }: Asked): Reason | null {
  return outage === null || facts.remedy === 'open-issue' ? null : { code: 'outage', text: outage }
}

function isForeign({ facts }: Asked): Reason | null {
  return facts.run.fork ? { code: 'fork', text: 'The code comes from a fork.' } : null
}

function wasReranByPerson({ facts }: Asked): Reason | null {
  const { attempt, triggeredBy } = facts.run
  if (!runsAgain(facts.remedy) || attempt === 1 || triggeredBy === null || triggeredBy.endsWith('[bot]')) return null
  return { code: 'person-reran', text: `${triggeredBy} started this attempt, so ${triggeredBy} decides about the next.` }
}
