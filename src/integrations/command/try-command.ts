import type { TrialEnd } from '../../core/model/trial.ts'
import { SherpaError } from '../../core/model/trouble.ts'

/** A command that is run to see whether it passes. */
export interface TriedCommand {
  /** The command and its arguments; no shell reads them. */
  readonly command: readonly string[]
  readonly directory: string
  readonly variables: Readonly<Record<string, string | undefined>>
  readonly timeoutMs: number
  /** Ends it early. */
  readonly signal: AbortSignal
  now(): number
}

const TAIL_CHARACTERS = 4000
const CANNOT_TELL = 125

/** Runs a command without input, hears what it prints, and ends with it whatever it started. Throws a SherpaError where there is no such command. */
export async function tryCommand(tried: TriedCommand): Promise<TrialEnd> {
  const { command, directory, variables, timeoutMs, signal, now } = tried
  const { execa } = await import('execa')
  const [file = '', ...args] = command
  const startedMs = now()
  // A group of its own, so that all of it can be ended.
  const child = execa(file, args, {
    ...{ cwd: directory, env: variables, extendEnv: false, stdin: 'ignore', all: true, buffer: false },
    ...{ reject: false, detached: true, cleanup: true },
  })
  let ended: 'timed-out' | 'interrupted' | null = null
  const end = (why: 'timed-out' | 'interrupted') => {
    ended ??= why
    killGroup(child.pid)
  }
  const timer = setTimeout(() => end('timed-out'), timeoutMs)
  const interrupt = () => end('interrupted')
  signal.addEventListener('abort', interrupt)
  if (signal.aborted) interrupt()
  let tail = ''
  child.all.on('data', (chunk: Buffer) => {
    tail = (tail + chunk.toString()).slice(-TAIL_CHARACTERS)
  })
  child.nodeChildProcess.once('exit', () => killGroup(child.pid))
  try {
    const result = await child
    if (child.pid === undefined) throw notRun(file, result.originalMessage ?? 'it could not be started')
    const exitCode = result.exitCode ?? null
    return { outcome: ended ?? outcomeOf(exitCode), exitCode, durationMs: now() - startedMs, tail }
  } finally {
    clearTimeout(timer)
    signal.removeEventListener('abort', interrupt)
  }
}

const outcomeOf = (exitCode: number | null) => (exitCode === 0 ? 'passed' : exitCode === CANNOT_TELL ? 'skipped' : 'failed')

/** The command and what it left behind. */
function killGroup(pid: number | undefined) {
  if (pid === undefined) return
  try {
    process.kill(-pid, 'SIGKILL')
  } catch {
    // Nothing of it is left.
  }
}

const notRun = (command: string, why: string) =>
  new SherpaError({
    code: 'command-not-run',
    kind: 'usage',
    message: `${JSON.stringify(command)} cannot be run: ${why}`,
    hint: 'name a command that the checkout has, with its arguments after --',
  })
