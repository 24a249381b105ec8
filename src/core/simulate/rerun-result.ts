import { outcomeOf } from '../history/outcome.ts'
import type { Action } from '../model/plan.ts'
import { redOf, type StoredAttempt, type StoredRun } from './stored-runs.ts'

/** What a re-run would have done, as far as somebody tried it: `unknown` where nobody did, or not yet at the time when sherpa would. */
export interface RerunResult {
  readonly result: 'green' | 'red' | 'unknown'
  /** The attempt that tells; null where none does. */
  readonly told: StoredAttempt | null
  /** What the machines took for it: measured where it ran, else expected. */
  readonly minutes: number
}

const RERUNS: ReadonlySet<string> = new Set(['rerun-failed-jobs', 'rerun-run'])

/** Looks up what became of a failed attempt when it was run again. */
export function rerunResult(
  run: StoredRun,
  attempt: StoredAttempt,
  { remedy, costMinutes, notBefore }: Pick<Action, 'remedy' | 'costMinutes' | 'notBefore'>,
): RerunResult {
  const unknown = { result: 'unknown', told: null, minutes: costMinutes } as const
  const next = run.attempts.find(other => other.attempt === attempt.attempt + 1)
  if (!next || !RERUNS.has(remedy)) return unknown
  const outcomes = redOf(attempt).map(({ facts: red }) =>
    outcomeOf(next.jobs.find(({ facts }) => facts.job === red.job)?.facts.conclusion),
  )
  const minutes = next.jobs.reduce((sum, { facts }) => sum + (facts.durationMs ?? 0), 0) / 60_000
  if (outcomes.every(outcome => outcome === 'passed') && redOf(next).length === 0) return { result: 'green', told: next, minutes }
  const isTooEarly = notBefore !== null && next.startedMs < Date.parse(notBefore)
  return outcomes.includes('failed') && !isTooEarly ? { result: 'red', told: next, minutes } : unknown
}
