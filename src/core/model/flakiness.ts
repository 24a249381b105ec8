/** What a history says about one test of one job. Plain JSON; this is what `sherpa flaky --json` prints. */
export interface TestFlakiness {
  readonly repository: string
  readonly workflow: string
  readonly job: string
  readonly name: string
  readonly state: TestState
  /** How often it fails without a reason, in the time when it does: 0..1. */
  readonly rate: number
  /** Where that rate lies with a certainty of 95 %. */
  readonly interval: readonly [low: number, high: number]
  /** Results, and the failures among them. */
  readonly runs: number
  readonly failures: number
  /** When the state began; null where it has always been so, as far as the history goes. */
  readonly since: StateChange | null
  readonly evidence: FlakyEvidence
  /** The time that was looked at, in equal parts: of how many results how many failed. */
  readonly trend: readonly Share[]
}

/**
 * `flaky`: fails at times without a reason. `broken`: fails now, and for a reason that hits everybody. `fixed`: was one of the two.
 * `healthy`: fails only where it should.
 */
export type TestState = 'healthy' | 'flaky' | 'broken' | 'fixed'

/** The state changed after one commit and with, or before, another. */
export interface StateChange {
  /** The first commit known to show it. */
  readonly commit: string | null
  /** RFC 3339. */
  readonly at: string
  /** The last commit known to show the state before. */
  readonly after: string | null
}

/** Why a test is called flaky, or not. */
export interface FlakyEvidence {
  /** The chance, 0..1, that it was flaky at some time, and that it is now. */
  readonly ever: number
  readonly now: number
  /** Failures that nothing but flakiness explains, as an expected count. */
  readonly unexplained: number
  /** How often a commit failed and passed on the same runner image; the like on how many pull requests and branches. */
  readonly mixed: number
  readonly lines: number
  /** Failures left out because most tests of their job failed together. */
  readonly outages: number
  /** Failures left out because only a log tells them: of the same job it does not name the tests that passed. */
  readonly logged: number
  /** Runner images that always fail it, which others do not: left out, too. */
  readonly badImages: readonly string[]
  /** Some of those pull requests (`#12`) and branches, the newest last. */
  readonly blamedOn?: readonly string[]
  readonly lastFailure: LastFailure | null
}

export interface LastFailure {
  readonly run: number
  readonly commit: string | null
  /** RFC 3339. */
  readonly at: string
  /** The chance, 0..1, that flakiness alone failed it. */
  readonly blamed: number
}

export type Share = readonly [failures: number, runs: number]
