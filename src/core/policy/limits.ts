/** What no rule loosens. `policy.limits` of sherpa.yml may change the numbers. */
export interface Limits {
  readonly budgets: Budgets
  readonly breaker: { readonly opensAfter: number; readonly probeAfterMinutes: number }
  /** From here on it is no single failure: more failed jobs of a run, a larger share of red tests, more red workflows. */
  readonly outage: { readonly failedJobs: number; readonly testShare: number; readonly redWorkflows: number }
  /** Stops everything: a label of the pull request or an issue, a variable of the repository. */
  readonly killSwitch: { readonly label: string; readonly variable: string }
}

/** Automatic actions; a day is 24 hours. */
export interface Budgets {
  /** Of one run; re-derived from its attempts where the ledger is lost. */
  readonly perRun: number
  readonly perCommit: number
  readonly perFingerprintPerDay: number
  readonly perRepositoryPerDay: number
  readonly minutesPerDay: number
  /** Of one container; those that a person asked for count, too. */
  readonly restartsPerHour: number
  /** Between two actions on one thing. */
  readonly coolDownMinutes: number
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
  },
  breaker: { opensAfter: 3, probeAfterMinutes: 60 },
  outage: { failedJobs: 5, testShare: 0.8, redWorkflows: 3 },
  killSwitch: { label: 'sherpa-off', variable: 'SHERPA_OFF' },
}
