/** What is known of a log once it has been read: never the log itself, only what matters of it. */

/** Who wrote the log, as far as its lines tell. */
export type LogFormat = 'annotations' | 'github' | 'gh-run-view' | 'gitlab' | 'travis' | 'jenkins' | 'plain'

/** One line of a log, cleaned for reading: no ANSI, no timestamp, no control characters. */
export interface LogLine {
  /** 1-based number in the raw log, counting line feeds. */
  readonly n: number
  readonly text: string
  /** When the CI printed it, in epoch milliseconds. */
  readonly timeMs?: number
  /** The line is script that the CI echoes before it runs it, not output. */
  readonly echo?: true
  /** What the CI marked this line as. */
  readonly mark?: LineMark
}

/** A CI's own marking of a line (`##[error]`, `travis_fold:start`, …), in one vocabulary for all formats. */
export type LineMark = 'step' | 'group' | 'endgroup' | 'command' | 'error' | 'warning' | 'notice' | 'debug'

/** A stretch of a log that belongs together: a step, a fold, one command. */
export interface Section {
  readonly kind: 'step' | 'group' | 'command'
  readonly name: string
  readonly job: string | null
  /** First and last raw line, inclusive. */
  readonly lines: readonly [start: number, end: number]
  readonly durationMs?: number
  /** Exit code of the command, where the log tells. */
  readonly exitCode?: number
  /** The CI says that this is where the job failed. */
  readonly failed?: boolean
}

/** The machine a job ran on, as its log says. */
export interface RunnerFacts {
  readonly image?: string
  readonly version?: string
  readonly os?: string
  readonly runnerVersion?: string
  readonly region?: string
}

/** How a job ended, in its CI's own words. */
export type Verdict = 'passed' | 'failed'

/** How often something was looked up in a cache; null where a log does not tell. */
export interface CacheLooks {
  readonly hits: number | null
  readonly misses: number | null
}
