import type { OutcomeRecord, PlanRecord } from '../model/history.ts'
import { median, quantile } from '../series/order.ts'
import { dayOf, fittingPeriod, type Period, periodMs, periodStart } from './periods.ts'
import { type Repair, repairsOf } from './repairs.ts'
import type { RunFacts } from './runs.ts'

/** How runs did in one stretch of time. What nothing is known of is null. */
export interface Trend {
  /** The day it begins with, `2026-01-31`, in UTC. */
  readonly start: string
  /** Runs that passed or failed at last; those cancelled are not counted. */
  readonly runs: number
  readonly failed: number
  /** Share of them that passed at last, and that passed at their first attempt. 0..1 */
  readonly successRate: number | null
  readonly firstTimeRate: number | null
  /** Share that failed and then passed without a change. 0..1 */
  readonly flakeRate: number | null
  /** From the start of the first job to the end of the last, of first attempts that passed. */
  readonly durationP50Ms: number | null
  readonly durationP95Ms: number | null
  /** Mean time from red to green, outside of pull requests, of what became green in this stretch. */
  readonly mttrMs: number | null
  readonly repairs: number
  /** What jobs took that failed and passed without a change later. */
  readonly minutesLost: number
  /** By how much healed runs were run again sooner than runs usually are. */
  readonly minutesSaved: number
}

export interface Trends {
  readonly by: Period
  /** Oldest first; a stretch without runs is there, too. */
  readonly periods: readonly Trend[]
  /** All of it as one stretch; null where there was nothing. */
  readonly total: Trend | null
}

/** What was done about runs. */
export interface Remedies {
  readonly plans: readonly PlanRecord[]
  readonly outcomes: readonly OutcomeRecord[]
}

/**
 * Success, durations, repairs and minutes by day or week.
 * @param runs oldest first
 */
export function trendsOf(runs: readonly RunFacts[], remedies: Remedies, asked?: Period): Trends {
  const [first, last] = [runs[0], runs.at(-1)]
  if (!first || !last) return { by: asked ?? 'day', periods: [], total: null }
  const by = asked ?? fittingPeriod(last.startedMs - first.startedMs)
  const repairs = repairsOf(runs)
  const saved = minutesSaved(runs, remedies)
  const runsIn = Map.groupBy(runs, run => periodStart(run.startedMs, by))
  const repairsIn = Map.groupBy(repairs, repair => periodStart(repair.repairedMs, by))
  const starts = withGaps(
    [...new Set([...runsIn.keys(), ...repairsIn.keys()])].sort((a, b) => a - b),
    periodMs(by),
  )
  return {
    by,
    periods: starts.map(start => trendOf(start, runsIn.get(start) ?? [], repairsIn.get(start) ?? [], saved)),
    total: trendOf(first.startedMs, runs, repairs, saved),
  }
}

/** A run that is dated wrong must not make a million empty days. */
const MOST_PERIODS = 4000

function withGaps(starts: readonly number[], length: number): readonly number[] {
  const [first = 0, last = 0] = [starts[0], starts.at(-1)]
  const count = (last - first) / length + 1
  return count > MOST_PERIODS ? starts : Array.from({ length: count }, (_, i) => first + i * length)
}

function trendOf(
  startMs: number,
  runs: readonly RunFacts[],
  repairs: readonly Repair[],
  saved: ReadonlyMap<RunFacts, number>,
): Trend {
  const decided = runs.filter(({ outcome }) => outcome !== null)
  const share = (count: number) => (decided.length === 0 ? null : count / decided.length)
  const countOf = (is: (run: RunFacts) => boolean) => decided.filter(is).length
  const durations = decided.flatMap(({ attempts: [first] }) =>
    first && first.outcome === 'passed' && first.attempt === 1 ? [first.endedMs - first.startedMs] : [],
  )
  return {
    start: dayOf(startMs),
    runs: decided.length,
    failed: countOf(({ outcome }) => outcome === 'failed'),
    successRate: share(countOf(({ outcome }) => outcome === 'passed')),
    firstTimeRate: share(countOf(({ attempts: [first] }) => first?.outcome === 'passed')),
    flakeRate: share(countOf(({ recovered }) => recovered)),
    durationP50Ms: known(median(durations)),
    durationP95Ms: known(quantile(durations, 0.95)),
    mttrMs: known(mean(repairs.map(({ brokenMs, repairedMs }) => repairedMs - brokenMs))),
    repairs: repairs.length,
    minutesLost: minutes(sum(decided.map(lostMs))),
    minutesSaved: minutes(sum(decided.map(run => saved.get(run) ?? 0))),
  }
}

/** What its jobs took that failed, where it passed later. */
export const lostMs = ({ recovered, attempts }: RunFacts) => (recovered ? sum(attempts.map(({ failedMs }) => failedMs)) : 0)

/**
 * Of each run that was healed (an outcome that was verified), how much sooner it was run again than the median of those that nobody
 * healed, in milliseconds.
 */
function minutesSaved(runs: readonly RunFacts[], { plans, outcomes }: Remedies): ReadonlyMap<RunFacts, number> {
  const verified = new Set(outcomes.flatMap(({ action, verified }) => (verified ? [action] : [])))
  const healed = new Set(
    plans.flatMap(({ repository, run, actions }) =>
      actions.some(({ id }) => verified.has(id)) ? [`${repository}\n${run}`] : [],
    ),
  )
  const isHealed = ({ repository, run }: RunFacts) => healed.has(`${repository}\n${run}`)
  const usual = median(runs.flatMap(run => (isHealed(run) ? [] : waits(run))))
  if (Number.isNaN(usual)) return new Map()
  return new Map(runs.filter(isHealed).map(run => [run, sum(waits(run).map(wait => Math.max(0, usual - wait)))]))
}

/** How long a red attempt stood before it was run again. */
const waits = ({ attempts }: RunFacts) =>
  attempts.slice(1).flatMap(({ startedMs }, i) => {
    const before = attempts[i]
    return before?.outcome === 'failed' ? [Math.max(0, startedMs - before.endedMs)] : []
  })

const known = (value: number) => (Number.isNaN(value) ? null : Math.round(value))
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
const mean = (values: readonly number[]) => sum(values) / values.length
const minutes = (ms: number) => Math.round(ms / 6000) / 10
