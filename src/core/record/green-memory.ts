import type { JobKey } from '../model/history.ts'
import type { HistoryStore } from '../ports.ts'

/** What green logs of jobs printed, as hashes of masked lines: of the store, and of the logs that are just being read. */
export interface GreenMemory {
  /** How many of the lines no green log of the job has; undefined where no green log is known. */
  newLines(key: JobKey, hashes: () => Promise<ReadonlySet<number>>): Promise<number | undefined>
  learn(key: JobKey, hashes: Iterable<number>): Promise<void>
}

/** Hashes held; beyond that they are asked for again. */
const MOST_HELD = 300_000

export function createGreenMemory(store: Pick<HistoryStore, 'greenLines'>, most: number = MOST_HELD): GreenMemory {
  const jobs = new Map<string, Set<number>>()

  async function linesOf(key: JobKey): Promise<Set<number>> {
    const text = `${key.repository}\n${key.workflow}\n${key.job}`
    const held = jobs.get(text)
    if (held) return held
    const lines = new Set(await store.greenLines(key))
    if ([...jobs.values()].reduce((sum, { size }) => sum + size, lines.size) > most) jobs.clear()
    jobs.set(text, lines)
    return lines
  }

  return {
    async newLines(key, hashes) {
      const green = await linesOf(key)
      return green.size === 0 ? undefined : [...(await hashes())].filter(hash => !green.has(hash)).length
    },
    async learn(key, hashes) {
      const green = await linesOf(key)
      for (const hash of hashes) green.add(hash)
    },
  }
}
