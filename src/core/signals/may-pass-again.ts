import type { Signal } from '../causes/signal.ts'
import { dependencySuspect, fileSuspect } from '../causes/suspects.ts'

const MOST = 2

/** A failure that a plain re-run would cure was hardly brought about by what changed: the change stays the same. */
export const signal: Signal = {
  id: 'may-pass-again',
  find({ file, dependencies, transient }) {
    if (transient <= 0.5) return []
    const weight = -Math.min(MOST, Math.log(transient / Math.max(1e-6, 1 - transient)))
    const text = 'a re-run of the same commit would probably pass'
    return [
      ...dependencies.map(change => ({ suspect: dependencySuspect(change), text, weight })),
      ...(file.run?.changes ?? []).map(change => ({ suspect: fileSuspect(change.file), text, weight })),
    ]
  },
}
