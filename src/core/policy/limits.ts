/** What holds whatever rules or an engine allow: how much, how often, and when to stand back. Without a word about them, {@link DEFAULT_LIMITS}. */
export interface Limits {
  readonly budgets: Budgets
  readonly breaker: Breaker
  readonly outage: Outage
  /** Who may approve, by login; none: whoever may write to the repository. */
  readonly approvers: readonly string[]
  /** How long a yes holds. */
  readonly approvalMinutes: number
  readonly killSwitch: KillSwitch
}

/** Of actions that were started. Days are the last 24 hours. */
export interface Budgets {
  /** Of one run, all its attempts together. */
  readonly perRun: number
  /** Of one workflow on one commit. */
  readonly perCommit: number
  readonly perFingerprintPerDay: number
  readonly perRepositoryPerDay: number
  /** Of machines, in one repository. */
  readonly minutesPerDay: number
  /** Of one container; those that a person asked for count, too. */
  readonly restartsPerHour: number
  /** Between two actions on one thing. */
  readonly coolDownMinutes: number
  /** No further attempt of a run after this one, whoever started the others. */
  readonly attemptCap: number
}

/** Heals that did not heal stop further ones. */
export interface Breaker {
  /** So many in a row. */
  readonly opensAfter: number
  /** After so long a single one may try. */
  readonly probeAfterMinutes: number
}

/** From where on it is not one failure but an outage, which no action on a run mends. */
export interface Outage {
  /** More failed jobs in one run than this. */
  readonly failedJobs: number
  /** More of the tests of one run than this, 0..1. */
  readonly failedTests: number
  /** More workflows of the repository within an hour than this. */
  readonly redWorkflows: number
}

/** Whoever sets one of these stops everything. */
export interface KillSwitch {
  /** On an open issue. */
  readonly label: string
  /** Of the repository or the environment, with any value but an empty one, `0` and `false`. */
  readonly variable: string
}

export const DEFAULT_LIMITS: Limits = {
  budgets: {
    perRun: 2,
    perCommit: 3,
    perFingerprintPerDay: 6,
    perRepositoryPerDay: 40,
    minutesPerDay: 600,
    restartsPerHour: 3,
    coolDownMinutes: 15,
    attemptCap: 3,
  },
  breaker: { opensAfter: 3, probeAfterMinutes: 60 },
  outage: { failedJobs: 5, failedTests: 0.8, redWorkflows: 5 },
  approvers: [],
  approvalMinutes: 30,
  killSwitch: { label: 'sherpa-off', variable: 'SHERPA_OFF' },
}
