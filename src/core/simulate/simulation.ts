import type { Params, Reason, RemedyId, Verdict } from '../model/plan.ts'

/** What a policy would have done with the runs of a window. */
export interface Simulation {
  /** Runs with an attempt in the window, and those of them with one that failed. */
  readonly runs: number
  readonly failing: number
  /** Runs that an allowed re-run turned green, masked ones not among them. */
  readonly healed: number
  /** Runs that it turned green although their change was at fault: see `findMasked`. */
  readonly masked: number
  /** Allowed re-runs that stayed red, and those of which nobody knows what they would have done. */
  readonly inVain: number
  readonly unknown: number
  /** Of machines, for all allowed actions: measured where a re-run took place, else expected. */
  readonly minutesSpent: number
  /** Of that, for re-runs that stayed red. */
  readonly minutesWasted: number
  /** For which healed runs stood red until a person ran them again, less the time that the policy would have waited. */
  readonly minutesSaved: number
  /** Actions whose verdict is not that of today's policy. */
  readonly decisionsChanged: number
  /** In the order in which the failures became known. */
  readonly actions: readonly SimulatedAction[]
}

export interface SimulatedAction {
  readonly repository: string
  readonly workflow: string
  readonly run: number
  readonly attempt: number
  /** When it was decided, in RFC 3339. */
  readonly at: string
  readonly remedy: RemedyId
  readonly params: Params
  readonly verdict: Verdict
  /** What today's policy says. */
  readonly today: Verdict
  readonly changed: boolean
  readonly reasons: readonly Reason[]
  readonly costMinutes: number
  /** RFC 3339. */
  readonly notBefore: string | null
  /** Null where nothing would have been done. */
  readonly effect: 'healed' | 'masked' | 'in-vain' | 'unknown' | null
}
