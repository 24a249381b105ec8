import { fstatSync } from 'node:fs'
import { constants } from 'node:os'
import { isatty } from 'node:tty'
import type { Options } from 'execa'
import type { CommandEnd } from '../../core/model/command.ts'
import type { SherpaError } from '../../core/model/trouble.ts'
import { openPipe } from './open-pipe.ts'
import { createPump } from './pump.ts'
import { startFailure } from './start-failure.ts'
import { watchUse } from './watch-use.ts'

export interface CommandOptions {
  readonly command: string
  readonly args: readonly string[]
  readonly directory: string
  /** Hears all that the command prints, in the order in which it comes. */
  readonly onOutput: (chunk: Uint8Array) => void
  /** Signals that are sent to us; the returned function ends the hearing. */
  readonly hearSignals: (listener: (signal: NodeJS.Signals) => void) => () => void
  readonly now: () => Date
  /** What goes wrong with us, and does not keep the command from running. */
  readonly onTrouble: (trouble: SherpaError) => void
}

/**
 * Runs a command as if we were not there: it has our standard input, what it prints goes byte for byte where it would have gone, signals that
 * we are sent reach it. But it prints to pipes, not to a terminal. Who stops reading our output stops its output.
 */
export async function runCommand(options: CommandOptions): Promise<CommandEnd> {
  const { command, args, directory, onOutput, now } = options
  const [{ execa }, outlets] = await Promise.all([import('execa'), openOutlets(options.onTrouble)])
  const startedMs = now().getTime()
  const settings: Options = {
    cwd: directory,
    stdin: 'inherit',
    stdout: outlets.stdout.stdio,
    stderr: outlets.stderr.stdio,
    buffer: false,
    reject: false,
    cleanup: false,
    forceKillAfterDelay: false,
  }
  const child = execa(command, [...args], settings)
  const watch = watchUse(child.pid)
  const passOn = (signal: NodeJS.Signals) => {
    if (!(TYPED.has(signal) && isTerminal())) child.kill(signal)
  }
  const stopHearing = options.hearSignals(passOn)
  try {
    const { nodeChildProcess: raw } = child
    const exited = new Promise<void>(resolve => void raw.once('exit', () => resolve()).once('error', () => resolve()))
    outlets.handOver()
    const pumps = [
      createPump(outlets.stdout.source ?? raw.stdout, 1, onOutput),
      ...(outlets.isOne ? [] : [createPump(outlets.stderr.source ?? raw.stderr, 2, onOutput)]),
    ]
    await exited
    const use = watch.end()
    const durationMs = now().getTime() - startedMs
    const unread = (await Promise.all(pumps.map(pump => pump.drained()))).includes('unread')
    const result = await child
    if (child.pid === undefined) return startFailure(command, result.cause ?? result)
    const signal = result.signal ?? null
    const exitCode = signal === null ? (result.exitCode ?? 1) : 128 + (constants.signals[signal] ?? 0)
    return { started: true, exitCode, signal, unread, pid: child.pid, startedMs, durationMs, use }
  } finally {
    watch.end()
    stopHearing()
  }
}

/** Ctrl-C and Ctrl-\ go to every process of the terminal's foreground by themselves; a second time they often mean more. */
const TYPED: ReadonlySet<string> = new Set(['SIGINT', 'SIGQUIT'])
const isTerminal = () => isatty(0) || isatty(2)

/** One pipe for both outputs where both go to one place, so that what comes first is shown first. */
async function openOutlets(onTrouble: CommandOptions['onTrouble']) {
  const stdout = await openPipe(onTrouble)
  const isPipe = stdout.source !== null
  const isOne = isPipe && sameFile(1, 2)
  const stderr = isPipe && !isOne ? await openPipe(onTrouble) : stdout
  const handOver = () => {
    for (const outlet of new Set([stdout, stderr])) outlet.handOver()
  }
  return { stdout, stderr, isOne, handOver }
}

function sameFile(a: number, b: number): boolean {
  try {
    const [one, other] = [fstatSync(a), fstatSync(b)]
    return one.dev === other.dev && one.ino === other.ino
  } catch {
    return false
  }
}
