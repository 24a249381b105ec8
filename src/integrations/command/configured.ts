import { constants } from 'node:os'
import { resolve } from 'node:path'
import type { Options } from 'execa'
import type { CommandConfig } from '../../core/config/config.ts'
import type { Trouble } from '../../core/model/trouble.ts'
import type { Deed } from '../../core/ports/answer.ts'
import type { CommandPart, CommandResult, Commands } from '../../core/ports/commands.ts'
import { startFailure } from './start-failure.ts'

export interface CommandSurroundings {
  /** The folder of sherpa.yml. */
  readonly folder: string
  readonly variables: Readonly<Record<string, string | undefined>>
  readonly redact: (text: string) => string
  /** Signals that are sent to us; the returned function ends the hearing. */
  readonly hearSignals: (listener: (signal: NodeJS.Signals) => void) => () => void
}

/** The commands of sherpa.yml, run without a shell, with few variables, and ended with all that they started where they take too long. */
export const createCommands = (
  commands: Readonly<Record<string, CommandConfig>>,
  surroundings: CommandSurroundings,
): Commands => ({
  find: name => (Object.hasOwn(commands, name) ? (commands[name] ?? null) : null),
  async run(name, part) {
    const command = Object.hasOwn(commands, name) ? commands[name] : undefined
    const argv = command?.[part]
    if (!command || !argv) return notStarted(`sherpa.yml has no ${part} for a command ${name}`)
    return runArgv({ name: part === 'run' ? name : `${part} of ${name}`, part, command, argv }, surroundings)
  },
})

interface Running {
  /** As sentences call it. */
  readonly name: string
  readonly part: CommandPart
  readonly command: CommandConfig
  readonly argv: readonly string[]
}

/** Between asking all that a command started to end, and ending it. */
const GRACE_MS = 3000
/** What it left running may hold its pipes. */
const DRAIN_MS = 200

async function runArgv({ name, command, argv }: Running, surroundings: CommandSurroundings): Promise<Deed<CommandResult>> {
  const { execa } = await import('execa')
  const { folder, variables, redact, hearSignals } = surroundings
  const [program = '', ...args] = argv
  const settings: Options = {
    cwd: resolve(folder, command.directory ?? '.'),
    env: pick(variables, ['PATH', 'SystemRoot', ...command.env]),
    extendEnv: false,
    shell: false,
    preferLocal: false,
    stdin: 'ignore',
    buffer: false,
    reject: false,
    // A group of its own, so that all of it can be ended.
    detached: process.platform !== 'win32',
    cleanup: false,
  }
  const child = execa(program, args, settings)
  // Whoever ended is told below; a rejection would be told twice.
  child.catch(() => {})
  const { nodeChildProcess: raw } = child
  const tail = keepTail([raw.stdout, raw.stderr])
  let tooLong = false
  const end = (signal: NodeJS.Signals) => endGroup(child.pid, signal)
  const timers = [
    setTimeout(() => {
      tooLong = true
      end('SIGTERM')
      timers.push(setTimeout(() => end('SIGKILL'), GRACE_MS))
    }, command.timeoutSeconds * 1000),
  ]
  const stopHearing = hearSignals(signal => end(signal))
  try {
    const { code, signal, error } = await ended(raw)
    if (error) {
      const failure = startFailure(program, error)
      return notStarted(`${name} did not run: ${'message' in failure ? failure.message : error.message}`)
    }
    if (tooLong) {
      end('SIGKILL')
      return unclear('command-too-slow', `${name} was ended after ${command.timeoutSeconds} s`)
    }
    if (signal !== null)
      return unclear('command-killed', `${name} was ended by ${signal} (${128 + (constants.signals[signal] ?? 0)})`)
    return { value: { exitCode: code ?? 1, output: lastLines(redact(tail())) } }
  } finally {
    for (const timer of timers) clearTimeout(timer)
    stopHearing()
    for (const stream of [raw.stdout, raw.stderr]) stream?.destroy()
  }
}

interface Ended {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly error?: Error
}

/** Its exit, and a moment more for what it printed last. */
function ended(raw: NodeJS.EventEmitter): Promise<Ended> {
  const { promise, resolve } = Promise.withResolvers<Ended>()
  raw.once('error', (error: Error) => resolve({ code: null, signal: null, error }))
  raw.once('exit', (code: number | null, signal: NodeJS.Signals | null) => {
    const timer = setTimeout(() => resolve({ code, signal }), DRAIN_MS)
    raw.once('close', () => {
      clearTimeout(timer)
      resolve({ code, signal })
    })
  })
  return promise
}

function endGroup(pid: number | undefined, signal: NodeJS.Signals) {
  if (pid === undefined) return
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, signal)
  } catch {
    // It is gone already.
  }
}

const MOST_KEPT = 64 * 1024
const MOST_SHOWN = 2000

/** The end of what it prints, in whole lines: half a secret would not be recognised. */
function keepTail(streams: readonly (NodeJS.ReadableStream | null)[]): () => string {
  let kept = Buffer.alloc(0)
  let isCut = false
  for (const stream of streams)
    stream?.on('data', (chunk: Uint8Array) => {
      kept = Buffer.concat([kept, chunk])
      if (kept.length <= MOST_KEPT) return
      kept = kept.subarray(-MOST_KEPT)
      isCut = true
    })
  return () => {
    const text = kept.toString()
    return isCut ? text.slice(text.indexOf('\n') + 1 || text.length) : text
  }
}

/** As many of the last lines as a ledger has room for. */
function lastLines(text: string): string {
  const lines = text.trimEnd().split('\n')
  const shown: string[] = []
  for (let room = MOST_SHOWN; lines.length > 0; ) {
    const line = lines.pop() ?? ''
    room -= line.length + 1
    if (room < 0) break
    shown.unshift(line)
  }
  return shown.join('\n')
}

function pick(variables: CommandSurroundings['variables'], names: readonly string[]): Record<string, string> {
  const entries = names.flatMap(name => (variables[name] === undefined ? [] : [[name, variables[name]] as const]))
  return Object.fromEntries(entries)
}

const notStarted = (message: string): Deed<never> => ({ trouble: troubled('command-not-run', message), mayHaveHappened: false })
const unclear = (code: string, message: string): Deed<never> => ({ trouble: troubled(code, message), mayHaveHappened: true })
const troubled = (code: string, message: string): Trouble => ({ code, kind: 'world', message })
