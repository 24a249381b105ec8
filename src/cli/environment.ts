import { createProgressLine, type ProgressLine } from './terminal/progress-line.ts'
import { createScreen, type Screen } from './terminal/screen.ts'

/** What the process was given, as values: the only place that looks at `process`. Streams are opened when first used. */
export interface Environment {
  /** Arguments after the script's name. */
  readonly args: readonly string[]
  readonly variables: Variables
  /** Working directory. */
  readonly directory: string
  readonly input: Input
  readonly out: Screen
  readonly err: Screen
  readonly progress: ProgressLine
  now(): Date
}

/** Environment variables. */
export type Variables = Readonly<Record<string, string | undefined>>

/** Standard input. */
export interface Input {
  /** Somebody sits there: nothing was piped. */
  readonly isTTY: boolean
  open(): AsyncIterable<Uint8Array>
}

/** Reads the environment of this process. */
export function readEnvironment(): Environment {
  const variables: Variables = process.env
  const err = createScreen(2, () => process.stderr, variables)
  return {
    args: process.argv.slice(2),
    variables,
    directory: process.cwd(),
    input: {
      get isTTY() {
        return process.stdin.isTTY === true
      },
      open: () => process.stdin,
    },
    out: createScreen(1, () => process.stdout, variables),
    err,
    progress: createProgressLine(err, () => Date.now()),
    now: () => new Date(),
  }
}
