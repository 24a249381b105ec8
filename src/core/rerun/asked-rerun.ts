import type { RemedyId } from '../model/plan.ts'

/** A re-run that a person asked for by name. */
export interface AskedRerun {
  readonly remedy: Extract<RemedyId, `rerun-${string}`>
  /** For `rerun-job`: its name. */
  readonly job: string | null
  /** With GitHub's debug logging, which tells more and is slower. */
  readonly debug: boolean
}
