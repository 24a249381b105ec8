import type { CaseFile } from '../model/case-file.ts'
import type { DependencyChange } from '../model/dependency.ts'
import type { Failure, LineRef } from '../model/diagnosis.ts'

/** One way of looking for the root cause. */
export interface Signal {
  /** As printed. */
  readonly id: string
  /** What speaks for or against a suspect. Pure; never throws, whatever the case file says. */
  find(scene: Scene): readonly Finding[]
}

/** All that signals look at. */
export interface Scene {
  readonly file: CaseFile
  /** Root first. */
  readonly failures: readonly Failure[]
  /** Probability, 0..1, that a plain re-run of the same commit passes. */
  readonly transient: number
  readonly dependencies: readonly DependencyChange[]
  /** Machines that a workflow asks for anew. */
  readonly runners: readonly DependencyChange[]
}

/** One piece of evidence. */
export interface Finding {
  readonly suspect: Suspect
  /** A sentence without its full stop. */
  readonly text: string
  /** Natural log-odds: above 0 speaks for the suspect, below 0 against it. */
  readonly weight: number
  readonly at?: LineRef
  readonly url?: string
}

/** Something that may be the root cause; the same kind and subject is the same suspect. */
export interface Suspect {
  readonly kind: string
  readonly subject: string
  readonly title: string
}
