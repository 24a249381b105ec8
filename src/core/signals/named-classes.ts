import { javaFit, javaNames } from '../causes/java-fit.ts'
import type { Signal } from '../causes/signal.ts'
import { dependencySuspect } from '../causes/suspects.ts'
import { tallyPointers } from '../causes/tally-pointers.ts'

/** Classes and packages that lines of trouble name, and that could come from a changed Maven or Gradle artifact. */
export const signal: Signal = {
  id: 'named-classes',
  find({ file, dependencies }) {
    const java = dependencies
      .filter(({ ecosystem }) => ecosystem === 'maven')
      .map(change => ({ change, names: javaNames(change) }))
    if (java.length === 0) return []
    return tallyPointers(file, pointer =>
      pointer.form === 'class' ? java.map(({ names }) => javaFit(pointer.name, names)) : [],
    ).map(({ index, pointer, weight, at, job }) => ({
      suspect: dependencySuspect((java[index] as (typeof java)[number]).change),
      text: `the log ${VERBS[pointer.where]} ${pointer.name}`,
      weight,
      at: { job, line: at },
    }))
  },
}

const VERBS = { broken: 'misses', error: 'complains about', frame: 'fails within', aside: 'warns of' }
