import { SherpaError } from '../core/model/trouble.ts'
import { createProgressLine, type ProgressLine } from './terminal/progress-line.ts'
import { createScreen, type Screen } from './terminal/screen.ts'

/** What the process was given, as values: the only place that looks at `process`. Streams are opened when first used. */
export interface Environment {
  /** Arguments after the script's name. */
  readonly args: readonly string[]
  readonly variables: Variables
  /** Working directory; throws a SherpaError where it is gone. */
  readonly directory: string
  /** Operating system: `linux`, `macos`, `windows`, … */
  readonly os: string
  readonly input: Input
  readonly out: Screen
  readonly err: Screen
  readonly progress: ProgressLine
  now(): Date
  /** Signals are heard instead of ending this process, until the returned function is called; asked to stop, it stops after it was heard. */
  hearSignals(listener: (signal: NodeJS.Signals) => void): () => void
}

/** What asks a process to end. */
const END_SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT'] as const
/** What means something to the one or the other program. Where nobody listens to SIGUSR1, Node opens its debugger. */
const OTHER_SIGNALS = ['SIGUSR1', 'SIGUSR2', 'SIGALRM', 'SIGWINCH', 'SIGCONT', 'SIGTSTP'] as const

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
    get directory() {
      return workingDirectory()
    },
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
    hearSignals,
  }
}

function workingDirectory(): string {
  try {
    return process.cwd()
  } catch (cause) {
    const reason = cause instanceof Error && 'code' in cause ? String(cause.code) : 'an error'
    const message = `the working directory cannot be read: ${reason}`
    throw new SherpaError({ code: 'no-directory', kind: 'world', message, hint: 'change to a folder that exists' }, { cause })
  }
}

function hearSignals(listener: (signal: NodeJS.Signals) => void): () => void {
  // Windows can send a child no other signals.
  const signals = process.platform === 'win32' ? END_SIGNALS : [...END_SIGNALS, ...OTHER_SIGNALS]
  const hear = (signal: NodeJS.Signals) => {
    listener(signal)
    if (signal === 'SIGTSTP') stop()
  }
  /** As if nobody had listened: where no shell could let it go on, the system does not stop it. */
  const stop = () => {
    process.off('SIGTSTP', hear)
    process.kill(process.pid, 'SIGTSTP')
    process.on('SIGTSTP', hear)
  }
  for (const signal of signals) process.on(signal, hear)
  return () => {
    for (const signal of signals) process.off(signal, hear)
  }
}
