import type { AttemptKey } from './run.ts'

/** What can be done about a failed run, as a closed list, the most promising first; ids are printed as they stand. */
export const REMEDY_IDS = [
  'rerun-failed-jobs',
  'rerun-job',
  'rerun-run',
  'rebuild-without-cache',
  'change-runner',
  'cancel-run',
  'roll-back-deployment',
  'open-revert',
  'restart-container',
  'roll-back-container',
  'quarantine-test',
  'pin-dependency',
  'clear-cache',
  'open-issue',
  'run-command',
] as const

/** One of {@link REMEDY_IDS}. */
export type RemedyId = (typeof REMEDY_IDS)[number]

/** From the strictest to the most trusting. */
export const VERDICTS = ['deny', 'ask', 'allow'] as const

/** May it be done: no; when a person says so; by itself. */
export type Verdict = (typeof VERDICTS)[number]

/** How much can go wrong. */
export type Risk = 'low' | 'medium' | 'high'

/** Why something is done or not: a code of `REASONS`, and the same as a sentence with the facts of this case. */
export interface Reason {
  readonly code: ReasonCode
  readonly text: string
}

/** Why nothing happens, and why something may: what is printed, stored and counted. */
export const REASON_CODES = [
  // It may be done.
  'preset',
  'rule',
  'asked-for',
  'worth-it',
  'policy-engine',
  // The policy is against it.
  'off',
  'suggest-only',
  'needs-approval',
  'policy-unavailable',
  'policy-undefined',
  // No person lets it pass.
  'not-approved',
  'not-an-approver',
  'plan-changed',
  'approval-expired',
  'approval-used',
  // The failure is against it.
  'nothing-failed',
  'deterministic',
  'unproven',
  'not-worth-it',
  'mixed-failures',
  'lasting',
  'no-remedy',
  // The circumstances are against it.
  'outage',
  'wait',
  'fork',
  'person-reran',
  'own-workflow',
  'in-progress',
  'too-old',
  'unsafe-to-rerun',
  'not-on-a-ci',
  'not-labelled',
  'restart-loop',
  'no-known-good',
  'by-hand',
  // The limits are against it.
  'attempt-cap',
  'budget-run',
  'budget-commit',
  'budget-fingerprint',
  'budget-repository',
  'budget-minutes',
  'budget-restarts',
  'cool-down',
  'in-flight',
  'already-done',
  'breaker-open',
  'kill-switch',
  'ledger-unavailable',
  // The plan is not one.
  'unknown-remedy',
  'bad-parameters',
] as const

/** One of {@link REASON_CODES}. */
export type ReasonCode = (typeof REASON_CODES)[number]

/** Of a remedy: short text, a whole number, or a list of texts. */
export type ParamValue = string | number | readonly string[]
export type Params = Readonly<Record<string, ParamValue>>

/** One use of a remedy, with its decision. */
export interface Action {
  /** The idempotency key: the same remedy with the same parameters on the same attempt has the same id, whoever plans it. */
  readonly id: string
  readonly remedy: RemedyId
  readonly params: Params
  /** In words, for a person; and what speaks for it. */
  readonly title: string
  readonly because: string
  readonly verdict: Verdict
  /** At least one. */
  readonly reasons: readonly Reason[]
  readonly risk: Risk
  readonly reversible: boolean
  /** What it takes of machines. */
  readonly costMinutes: number
  /** RFC 3339: it would be in vain, or too early, before. */
  readonly notBefore: string | null
}

/** What is to be done about one attempt, the most promising first; where nothing is, why. */
export interface Plan {
  readonly schema: 'sherpa.plan/1'
  /** A hash of all else but the times before which nothing is to be done, which move with the clock: approvals bind to it. */
  readonly id: string
  readonly target: AttemptKey | null
  readonly actions: readonly Action[]
  readonly nothing: Reason | null
}
