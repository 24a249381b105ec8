/**
 * Expected trouble: the world or the user gave us something that cannot be worked with. The message is one sentence that says
 * who answered what to which request; the hint is one imperative.
 */
export class SherpaError extends Error {
  override readonly name = 'SherpaError'
  readonly code: string
  readonly kind: TroubleKind
  readonly hint: string | undefined

  /** Told by its name: a program may hold more than one copy of this class. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof Error && value.name === 'SherpaError'
  }

  constructor(trouble: Trouble, options?: { cause?: unknown }) {
    super(trouble.message, options)
    this.code = trouble.code
    this.kind = trouble.kind
    this.hint = trouble.hint
  }
}

/** Who must act, which decides the exit code: the caller, the world, or whoever grants rights. */
export type TroubleKind = 'usage' | 'world' | 'credentials'

/** The same as a value, where work goes on without the thing that failed. */
export interface Trouble {
  /** Stable, kebab-case: `ci-forbidden`, `log-expired`. */
  readonly code: string
  readonly kind: TroubleKind
  readonly message: string
  readonly hint?: string
}
