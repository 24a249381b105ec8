import { standingsOf } from '../heal/standing.ts'
import type { LedgerEntry, Target } from '../model/ledger.ts'
import type { Reason, RemedyId } from '../model/plan.ts'
import type { Limits } from './limits.ts'

/** What a limit is asked about. */
export interface Wanted {
  readonly remedy: RemedyId
  readonly target: Target
  readonly costMinutes: number
}

const DAY_MS = 86_400_000
const HOUR_MS = 3_600_000
const MINUTE_MS = 60_000

/**
 * Why an automatic action would be one too many, by what the ledger says was done; null where it would not. Everything that was started counts,
 * unless it surely did not happen.
 */
export function overspent(entries: readonly LedgerEntry[], wanted: Wanted, { budgets }: Limits, nowMs: number): Reason | null {
  const { target, remedy } = wanted
  const all = begun(entries)
  const spent = all.filter(line => line.target.repository === target.repository)
  const today = spent.filter(({ atMs }) => nowMs - atMs < DAY_MS)
  const count = (lines: readonly LedgerEntry[], isOne: (line: LedgerEntry) => boolean) => lines.filter(isOne).length
  const minutes = today.reduce((sum, line) => sum + line.minutes, 0)
  const checks: readonly (readonly [boolean, Reason])[] = [
    [
      target.run !== null && count(spent, line => line.target.run === target.run) >= budgets.perRun,
      { code: 'budget-run', text: `This run was acted on ${budgets.perRun} times.` },
    ],
    [
      target.commit !== null && count(spent, line => sameCommit(line.target, target)) >= budgets.perCommit,
      { code: 'budget-commit', text: `This commit was acted on ${budgets.perCommit} times.` },
    ],
    [
      target.fingerprint !== null &&
        count(today, line => line.target.fingerprint === target.fingerprint) >= budgets.perFingerprintPerDay,
      { code: 'budget-fingerprint', text: `This failure was acted on ${budgets.perFingerprintPerDay} times within a day.` },
    ],
    [
      today.length >= budgets.perRepositoryPerDay,
      { code: 'budget-repository', text: `${budgets.perRepositoryPerDay} actions were taken here within a day.` },
    ],
    [
      minutes + wanted.costMinutes > budgets.minutesPerDay,
      { code: 'budget-minutes', text: `${Math.round(minutes)} of ${budgets.minutesPerDay} minutes of a day are spent.` },
    ],
    [
      remedy === 'restart-container' && count(all, line => isRestart(line, target, nowMs)) >= budgets.restartsPerHour,
      { code: 'budget-restarts', text: `It was restarted ${budgets.restartsPerHour} times within an hour.` },
    ],
  ]
  return checks.find(([isOver]) => isOver)?.[1] ?? null
}

/**
 * When the last action on a thing has cooled down, whatever repository it was for: epoch milliseconds, 0 where there was none. Too soon is
 * not too much: it is a reason to wait.
 */
export function cooledDownMs(entries: readonly LedgerEntry[], thing: string, { budgets }: Limits): number {
  const last = begun(entries).findLast(line => line.target.thing === thing)
  return last ? last.atMs + budgets.coolDownMinutes * MINUTE_MS : 0
}

const begun = (entries: readonly LedgerEntry[]) =>
  [...standingsOf(entries).values()].filter(({ last }) => last.event !== 'failed').map(({ started }) => started)

const isRestart = ({ remedy, target, atMs }: LedgerEntry, { thing }: Target, nowMs: number) =>
  remedy === 'restart-container' && target.thing === thing && nowMs - atMs < HOUR_MS

const sameCommit = (a: Target, b: Target) => a.commit === b.commit && a.workflow === b.workflow
