import { createProgressLine, type ProgressLine } from './terminal/progress-line.ts'
import { createScreen, type Screen } from './terminal/screen.ts'

/** What the process was given, as values: the only place that looks at `process`. Streams are opened when first used. */
export interface Environment {
  /** Arguments after the script's name. */
  readonly args: readonly string[]
  readonly variables: Variables
  /** Working directory. */
  readonly directory: string
  /** Operating system: `linux`, `macos`, `windows`, … */
  readonly os: string
  readonly input: Input
  readonly out: Screen
  readonly err: Screen
  readonly progress: ProgressLine
  now(): Date
  /** Signals that would end this process are heard instead, until the returned function is called. */
  hearSignals(listener: (signal: EndSignal) => void): () => void
}

/** What asks a process to end. */
export type EndSignal = (typeof END_SIGNALS)[number]

const END_SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT'] as const

/** Environment variables. */
export type Variables = Readonly<Record<string, string | undefined>>

/** Standard input. */
export interface Input {
  /** Somebody sits there: nothing was piped. */
  readonly isTTY: boolean
  open(): AsyncIterable<Uint8Array>
}

const SYSTEMS: Partial<Record<NodeJS.Platform, string>> = { darwin: 'macos', win32: 'windows' }

/** Reads the environment of this process. */
export function readEnvironment(): Environment {
  const variables: Variables = process.env
  const err = createScreen(2, () => process.stderr, variables)
  return {
    args: process.argv.slice(2),
    variables,
    directory: process.cwd(),
    os: SYSTEMS[process.platform] ?? process.platform,
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
    hearSignals(listener) {
      for (const signal of END_SIGNALS) process.on(signal, listener)
      return () => {
        for (const signal of END_SIGNALS) process.off(signal, listener)
      }
    },
  }
}
