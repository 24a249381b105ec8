import type { Signal } from '../causes/signal.ts'
import { dependencySuspect } from '../causes/suspects.ts'

/** So many may move together before each becomes less of a suspect. */
const FEW = 20
/** What only a lock file moved, nobody meant to. */
const ONLY_LOCKED = -1

/** That a dependency changed makes it a suspect; the many that changed with it make it less of one. */
export const signal: Signal = {
  id: 'dependency-moved',
  find({ dependencies }) {
    const changed = dependencies.filter(({ unpinned }) => !unpinned)
    const crowd = -Math.max(0, Math.log(changed.length / FEW))
    return changed.map(change => ({
      suspect: dependencySuspect(change),
      text: `${change.file}:${change.line} ${change.to === null ? 'drops' : 'asks for'} it, one of ${changed.length} that moved`,
      weight: (change.direct ? 0 : ONLY_LOCKED) + crowd,
    }))
  },
}
