import type { Signal } from '../causes/signal.ts'
import { dependencySuspect } from '../causes/suspects.ts'

const ALONE = 0.9

/** The build fetched another version than the last green one, though nothing in the repository asked for it. */
export const signal: Signal = {
  id: 'unpinned-release',
  find({ file, dependencies }) {
    const drifted = dependencies.filter(({ unpinned }) => unpinned)
    return drifted.map(change => ({
      suspect: dependencySuspect(change),
      text: `the green run had ${change.name} ${change.from}, this one ${change.to}, and no change asked for it`,
      weight: ALONE - Math.min(1.5, Math.log(drifted.length) / 2),
      at: { job: file.logs.find(({ name }) => name === change.file)?.job ?? null, line: change.line },
    }))
  },
}
