import { lineOf } from '../history/read-past.ts'
import type { Window } from '../model/history.ts'
import type { Action } from '../model/plan.ts'
import type { Rule } from '../model/rule.ts'
import { type Authorities, makePlan } from '../plan/make-plan.ts'
import type { Situation } from '../plan/remedy.ts'
import { type Circumstances, guard } from '../policy/guards.ts'
import type { Limits } from '../policy/limits.ts'
import { outageOf, testsOf } from '../policy/outage.ts'
import type { HistoryStore } from '../ports/history.ts'
import { findMasked, type TurnedGreen } from './masked.ts'
import { createPastAt } from './past-at.ts'
import { createPretendedLedger } from './pretended-ledger.ts'
import { type RerunResult, rerunResult } from './rerun-result.ts'
import type { SimulatedAction, Simulation } from './simulation.ts'
import { redOf, type Slice, type StoredAttempt, type StoredRun, storedRuns } from './stored-runs.ts'
import { storedSituation } from './stored-situation.ts'

/** What is tried on the past. */
export interface Backtest {
  readonly window: Window
  /** The policy in question, and the one that holds today. */
  readonly policy: TriedPolicy
  readonly today: TriedPolicy
  /** A hash of a text, in hexadecimal digits. */
  digest(text: string): string
  readonly rules: readonly Rule[]
  /** Told how far it came: epoch milliseconds. */
  onProgress(atMs: number): void
}

/** A policy with its limits. */
export interface TriedPolicy extends Pick<Authorities, 'decide'> {
  readonly limits: Limits
}

type Store = Pick<HistoryStore, 'jobs' | 'failures' | 'tests' | 'lastJobs' | 'changes'>

/** How far back a test may have failed elsewhere. */
const ELSEWHERE_MS = 90 * 86_400_000

/**
 * Replays the failed attempts of a window through a policy, each with what was known when it had failed, and says what would have been
 * done. What a re-run would have done is taken from the attempt that followed, and unknown where none did. Memory grows with the actions,
 * not with the history.
 */
export async function simulate(store: Store, backtest: Backtest): Promise<Simulation> {
  const { window, rules, onProgress } = backtest
  const rulesById = new Map(rules.map(rule => [rule.id, rule]))
  const pastAt = createPastAt(store)
  const [policy, today] = [replayed(backtest.policy, backtest), replayed(backtest.today, backtest)]
  const drafts: Draft[] = []
  const counts = { runs: 0, failing: 0 }
  for await (const slice of storedRuns(store, window)) {
    countRuns(counts, slice)
    for (const { run, attempt } of failedAttempts(slice)) {
      onProgress(attempt.endedMs)
      const past = await pastAt(run, attempt)
      const changes = await store.changes(run.repository, run.run)
      const situation = storedSituation(run, attempt, { past, changes, rules: rulesById })
      const [decided, other] = [await policy(situation, run, attempt), await today(situation, run, attempt)]
      drafts.push(...decided.map((one, i) => draftOf(run, attempt, one, other[i]?.action)))
    }
  }
  const healing = drafts.flatMap(({ turnedGreen }) => turnedGreen ?? [])
  const before = { ...window, sinceMs: window.sinceMs - ELSEWHERE_MS }
  const masked = healing.length === 0 ? new Set() : await findMasked(healing, store.tests(before, 'failed'))
  return sumUp(
    counts,
    drafts.map(draft => (draft.turnedGreen && masked.has(draft.turnedGreen) ? { ...draft, effect: 'masked' } : draft)),
  )
}

interface Decided {
  readonly action: Action
  /** Null where it would not have been done. */
  readonly rerun: RerunResult | null
}

/** Decides as sherpa would have, with its own ledger of what it would have done before. */
function replayed({ decide, limits }: TriedPolicy, { digest }: Pick<Backtest, 'digest'>) {
  const ledger = createPretendedLedger()
  return async (situation: Situation, run: StoredRun, attempt: StoredAttempt): Promise<readonly Decided[]> => {
    const { nowMs, redJobs, file } = situation
    const circumstances: Circumstances = {
      ...{ limits, nowMs, ledger: ledger.entries(nowMs), startedMs: attempt.startedMs },
      ...{ status: 'completed', stopped: null, isOwnWorkflow: false },
      outage: outageOf({ failedJobs: redJobs.length, tests: testsOf(file), redWorkflows: [] }, limits.outage),
    }
    const plan = await makePlan(situation, { decide, digest, guard: (facts, wanted) => guard(facts, wanted, circumstances) })
    return plan.actions.map(action => {
      const rerun = action.verdict === 'allow' ? rerunResult(run, attempt, action) : null
      if (rerun) ledger.add(action, situation, rerun)
      return { action, rerun }
    })
  }
}

interface FailedAttempt {
  readonly run: StoredRun
  readonly attempt: StoredAttempt
}

const startedIn = ({ sinceMs, untilMs }: Slice, { startedMs }: StoredAttempt) => startedMs >= sinceMs && startedMs < untilMs

/** In the order in which they became known. */
const failedAttempts = (slice: Slice): FailedAttempt[] =>
  slice.runs
    .flatMap(run => run.attempts.map(attempt => ({ run, attempt })))
    .filter(({ attempt }) => startedIn(slice, attempt) && redOf(attempt).length > 0)
    .sort((a, b) => a.attempt.endedMs - b.attempt.endedMs || a.run.run - b.run.run)

/** A run counts where its first attempt is, and as failing where the first of them that failed is. */
function countRuns(counts: { runs: number; failing: number }, slice: Slice) {
  for (const { attempts } of slice.runs) {
    const [first, red] = [attempts[0], attempts.find(attempt => redOf(attempt).length > 0)]
    if (first && startedIn(slice, first)) counts.runs++
    if (red && startedIn(slice, red)) counts.failing++
  }
}

interface Draft {
  readonly action: Omit<SimulatedAction, 'effect'>
  readonly effect: SimulatedAction['effect']
  readonly turnedGreen: TurnedGreen | null
  readonly minutes: number
  readonly savedMinutes: number
}

function draftOf(run: StoredRun, attempt: StoredAttempt, { action, rerun }: Decided, other: Action | undefined): Draft {
  const { remedy, params, verdict, reasons, costMinutes, notBefore } = action
  const today = other?.verdict ?? 'deny'
  const { repository, workflow } = run
  const isGreen = rerun?.result === 'green'
  return {
    action: {
      ...{ repository, workflow, run: run.run, attempt: attempt.attempt, at: new Date(attempt.endedMs).toISOString() },
      ...{ remedy, params, verdict, today, changed: verdict !== today, reasons, costMinutes, notBefore },
    },
    effect: rerun && EFFECTS[rerun.result],
    turnedGreen: isGreen ? turnedGreen(run, attempt, rerun) : null,
    minutes: rerun?.minutes ?? 0,
    savedMinutes: isGreen ? savedMinutes(attempt, rerun, notBefore) : 0,
  }
}

const EFFECTS = { green: 'healed', red: 'in-vain', unknown: 'unknown' } as const

function turnedGreen({ repository, workflow }: StoredRun, attempt: StoredAttempt, { told }: RerunResult): TurnedGreen {
  const red = redOf(attempt)
  return {
    ...{ repository, workflow, line: red[0] ? lineOf(red[0].facts) : '' },
    atMs: told?.endedMs ?? attempt.endedMs,
    tests: [...new Set(red.flatMap(({ failedTests }) => failedTests.map(({ name }) => name)))],
  }
}

/** How long the run stood red before a person ran it again, less what the policy would have waited. */
function savedMinutes({ endedMs }: StoredAttempt, { told }: RerunResult, notBefore: string | null): number {
  const sherpaMs = Math.max(endedMs, Date.parse(notBefore ?? '') || 0)
  return Math.max(0, (told?.startedMs ?? sherpaMs) - sherpaMs) / 60_000
}

function sumUp({ runs, failing }: { readonly runs: number; readonly failing: number }, drafts: readonly Draft[]): Simulation {
  const of = (effect: SimulatedAction['effect']) => drafts.filter(draft => draft.effect === effect)
  const runsOf = (some: readonly Draft[]) =>
    new Set(some.map(({ action: { repository, workflow, run } }) => JSON.stringify([repository, workflow, run])))
  const masked = runsOf(of('masked'))
  const sum = (some: readonly Draft[], what: 'minutes' | 'savedMinutes') =>
    Math.round(some.reduce((total, draft) => total + draft[what], 0))
  return {
    runs,
    failing,
    healed: [...runsOf(of('healed'))].filter(run => !masked.has(run)).length,
    masked: masked.size,
    inVain: of('in-vain').length,
    unknown: of('unknown').length,
    minutesSpent: sum(drafts, 'minutes'),
    minutesWasted: sum(of('in-vain'), 'minutes'),
    minutesSaved: sum(of('healed'), 'savedMinutes'),
    decisionsChanged: drafts.filter(({ action }) => action.changed).length,
    actions: drafts.map(({ action, effect }) => ({ ...action, effect })),
  }
}
