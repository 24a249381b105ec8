import { type Baseline, createBaseline } from '../log/baseline.ts'
import type { JobKey } from '../model/history.ts'
import type { HistoryStore } from '../ports/history.ts'

/** What green logs of jobs printed, as hashes of masked lines: of the store, and of the logs that are just being read. */
export interface GreenMemory {
  /** What green logs of the job print; undefined where none is known. */
  baseline(key: JobKey): Promise<Baseline | undefined>
  learn(key: JobKey, hashes: Iterable<number>): Promise<void>
}

/** Hashes held; beyond that they are asked for again. */
const MOST_HELD = 300_000

export function createGreenMemory(store: Pick<HistoryStore, 'greenLines'>, most: number = MOST_HELD): GreenMemory {
  const jobs = new Map<string, Promise<Set<number>>>()
  let held = 0

  function linesOf(key: JobKey): Promise<Set<number>> {
    const text = `${key.repository}\n${key.workflow}\n${key.job}`
    const known = jobs.get(text)
    if (known) return known
    if (held > most) {
      jobs.clear()
      held = 0
    }
    const lines = store.greenLines(key).then(hashes => {
      held += hashes.length
      return new Set(hashes)
    })
    jobs.set(text, lines)
    return lines
  }

  return {
    async baseline(key) {
      const green = await linesOf(key)
      return green.size === 0 ? undefined : createBaseline(green)
    },
    async learn(key, hashes) {
      const green = await linesOf(key)
      const before = green.size
      for (const hash of hashes) green.add(hash)
      held += green.size - before
    },
  }
}
