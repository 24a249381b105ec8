import { readdirSync, readFileSync } from 'node:fs'
import type { ResourceUse } from '../../core/model/command.ts'

/**
 * Linux alone tells of children without an addon (https://man7.org/linux/man-pages/man5/proc.5.html). CPU time and I/O are exact: when a child
 * ends, the kernel adds what it and its own ended children used to our account. Memory is looked at while they run, so that a peak between
 * two looks of a process that has ended is missed.
 */
export function watchUse(pid: number | undefined): { end(): ResourceUse } {
  const before = account()
  if (pid === undefined || !before) return { end: () => ({}) }
  const root = pid
  let peak = 0
  let looks = 0
  let used: ResourceUse | undefined
  let timer = setTimeout(look, FIRST_MS)

  function look() {
    peak = Math.max(peak, memoryOf(family(root)))
    looks++
    timer = setTimeout(look, Math.min(FIRST_MS * SLOWER ** looks, LAST_MS))
  }

  return {
    end() {
      if (used) return used
      clearTimeout(timer)
      used = { ...(looks >= FEWEST && peak > 0 && { peakMemoryBytes: peak }), ...spent(before, account()) }
      return used
    },
  }
}

const FIRST_MS = 5
const SLOWER = 1.3
const LAST_MS = 200
/** A command that was over sooner was still beginning when it was looked at. */
const FEWEST = 3

/** What our ended children used so far. */
interface Account {
  readonly cpuMs: number
  readonly readBytes: number | null
  readonly writtenBytes: number | null
}

/** Linux counts in hundredths of a second here, whatever the kernel's own clock. */
const TICK_MS = 10

function account(): Account | null {
  const stat = read('/proc/self/stat')
  if (stat === null) return null
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  const [user, system] = [Number(fields[13]), Number(fields[14])]
  if (!Number.isFinite(user) || !Number.isFinite(system)) return null
  return { cpuMs: (user + system) * TICK_MS, readBytes: childrens('read_bytes'), writtenBytes: childrens('write_bytes') }
}

/** The process's account of I/O has that of its ended children in it, those of its threads have their own only. */
function childrens(field: string): number | null {
  const all = fieldOf(read('/proc/self/io'), field)
  const own = threadsOf('self').map(thread => fieldOf(read(`/proc/self/task/${thread}/io`), field) ?? 0)
  return all === null ? null : all - own.reduce((sum, bytes) => sum + bytes, 0)
}

function spent(before: Account, after: Account | null): ResourceUse {
  if (!after) return {}
  const difference = (a: number | null, b: number | null) => (a === null || b === null ? null : Math.max(0, b - a))
  const read = difference(before.readBytes, after.readBytes)
  const written = difference(before.writtenBytes, after.writtenBytes)
  return {
    cpuMs: after.cpuMs - before.cpuMs,
    ...(read !== null && { diskReadBytes: read }),
    ...(written !== null && { diskWriteBytes: written }),
  }
}

const MOST_PROCESSES = 2000

/** The process and all below it. */
function family(root: number): number[] {
  const pids = [root]
  for (const pid of pids)
    for (const thread of pids.length < MOST_PROCESSES ? threadsOf(pid) : []) {
      const children = read(`/proc/${pid}/task/${thread}/children`)?.trim()
      if (children) pids.push(...children.split(' ').map(Number))
    }
  return pids
}

function threadsOf(pid: number | 'self'): string[] {
  try {
    return readdirSync(`/proc/${pid}/task`)
  } catch {
    return []
  }
}

const KIB = 1024

function memoryOf(pids: readonly number[]): number {
  let own = 0
  let shared = 0
  let highest = 0
  for (const pid of pids) {
    const status = read(`/proc/${pid}/status`)
    own += fieldOf(status, 'RssAnon') ?? 0
    shared = Math.max(shared, (fieldOf(status, 'RssFile') ?? 0) + (fieldOf(status, 'RssShmem') ?? 0))
    highest = Math.max(highest, fieldOf(status, 'VmHWM') ?? 0)
  }
  return Math.max(own + shared, highest) * KIB
}

/** The number of a line `name: 123`. */
function fieldOf(text: string | null, name: string): number | null {
  const line = text?.split('\n').find(line => line.startsWith(`${name}:`))
  const value = Number.parseInt(line?.slice(name.length + 1) ?? '', 10)
  return Number.isNaN(value) ? null : value
}

function read(path: string): string | null {
  try {
    return readFileSync(path, 'latin1')
  } catch {
    return null
  }
}
