import type { Category } from '../model/category.ts'
import type { Params, RemedyId, Risk } from '../model/plan.ts'
import type { Nature } from '../rerun/nature.ts'

/**
 * What a policy is asked about: one use of one remedy, and the circumstances. The same values are `input` of an Open Policy Agent, so a
 * field keeps its name and meaning. What is not known is null; an empty list means that there are none.
 */
export interface PolicyFacts {
  readonly remedy: RemedyId
  readonly params: Params
  readonly risk: Risk
  readonly reversible: boolean
  readonly costMinutes: number
  /** What it would mend. */
  readonly failure: {
    readonly category: Category
    /** Whether a re-run may pass: by the category, unless the past of the tests, or what they say, tells otherwise. */
    readonly nature: Nature
    /** That the category is right, 0..1. */
    readonly confidence: number
    /** That a plain re-run passes, 0..1. */
    readonly transient: number
    readonly fingerprint: string | null
    /** Null, too, where it is about the whole run. */
    readonly job: string | null
  }
  readonly run: {
    readonly repository: string | null
    readonly workflow: string | null
    readonly run: number | null
    readonly attempt: number
    readonly event: string | null
    readonly branch: string | null
    /** Of a pull request. */
    readonly base: string | null
    readonly pullRequest: number | null
    readonly commit: string | null
    readonly actor: string | null
    readonly triggeredBy: string | null
    /** Its code comes from another repository. */
    readonly fork: boolean | null
    /** Changed by it. */
    readonly files: readonly string[] | null
    /** Of its pull request. */
    readonly labels: readonly string[] | null
    /** Login of whoever opened it. */
    readonly author: string | null
    readonly title: string | null
  }
  /** Deployment environments that it would touch. */
  readonly environments: readonly string[] | null
  /** In UTC: RFC 3339, 0 (Sunday) to 6, and 0 to 23. */
  readonly now: { readonly at: string; readonly weekday: number; readonly hour: number }
}
