import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { median } from './figure.ts'

export const ROOT = join(import.meta.dirname, '..')
export const CLI = join(ROOT, 'dist/cli.js')

/** A command, and the exit codes with which it did what was asked. */
export interface Command {
  readonly file: string
  readonly args: readonly string[]
  readonly good?: readonly number[]
}

/** The built CLI on this Node; a failure found is a good end. */
export const sherpa = (...args: readonly string[]): Command => ({ file: process.execPath, args: [CLI, ...args], good: [0, 1] })

/**
 * Median milliseconds of each command, from start to end of the process; NaN for one that failed. They run in turns, so that whatever else
 * the machine does falls on all of them; the first turn does not count.
 */
export function inTurns<Name extends string>(
  commands: Readonly<Record<Name, Command>>,
  rounds: number,
  cwd: string,
): Record<Name, number> {
  const names = Object.keys(commands) as Name[]
  const times = new Map(names.map(name => [name, [] as number[]]))
  for (let round = -1; round < rounds; round++) {
    for (const name of names) {
      const spentMs = timeOf(commands[name], cwd)
      if (round >= 0) times.get(name)?.push(spentMs)
    }
  }
  return Object.fromEntries(names.map(name => [name, median(times.get(name) ?? [])])) as Record<Name, number>
}

function timeOf({ file, args, good = [0] }: Command, cwd: string): number {
  const before = performance.now()
  const { status } = spawnSync(file, args, { cwd, stdio: ['ignore', 'ignore', 'ignore'] })
  const spentMs = performance.now() - before
  return good.includes(status ?? -1) ? spentMs : Number.NaN
}

const REPORT_PEAK = `process.on('exit', () => process.getBuiltinModule('node:fs').writeSync(3, String(process.resourceUsage().maxRSS)))`

/** The most memory that a call of sherpa held at any time, in bytes; NaN where it failed. */
export function peakBytes(...args: readonly string[]): number {
  const watched = ['--import', `data:text/javascript,${encodeURIComponent(REPORT_PEAK)}`, CLI, ...args]
  const { status, output } = spawnSync(process.execPath, watched, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] })
  return status === 0 || status === 1 ? Number(output[3]) * 1024 : Number.NaN
}
