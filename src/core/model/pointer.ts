/** Something outside the project's own code that lines of a log name where they tell of trouble: a class, a package, an artifact. */
export interface Pointer {
  /**
   * `class` is a qualified name (`org.slf4j.Logger`), `artifact` is `group:artifact` or `group:artifact:version`, `term` a name by which
   * one of the changed dependencies goes.
   */
  readonly form: 'class' | 'artifact' | 'term'
  /**
   * What the line says: `broken` that something is missing or no longer fits, `error` that something failed, `frame` that it was at work
   * when that happened, `aside` only that it is there.
   */
  readonly where: 'broken' | 'error' | 'frame' | 'aside'
  readonly name: string
  /** How many lines name it so. */
  readonly count: number
  /** The first of them, 1-based. */
  readonly at: number
}

/** The versions of an artifact (`group:artifact`) that a build asked for, in the order in which it did. */
export interface Resolved {
  readonly name: string
  readonly versions: readonly string[]
}
