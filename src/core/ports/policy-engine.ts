import type { Answer } from './answer.ts'

/** An Open Policy Agent that is asked about facts; nothing throws. */
export interface PolicyEngine {
  /** Where it is, for a person. */
  readonly name: string
  /** What it says of an input, as it says it; undefined where no rule of its policy says anything. */
  ask(input: object): Promise<Answer<unknown>>
}
