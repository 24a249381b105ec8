import type { Signal } from '../causes/signal.ts'
import { dependencySuspect } from '../causes/suspects.ts'
import { tallyPointers } from '../causes/tally-pointers.ts'
import type { DependencyChange } from '../model/dependency.ts'
import type { Pointer } from '../model/pointer.ts'
import { termsOf } from '../pointers/terms.ts'

/** Changed dependencies that lines of trouble call by name. */
export const signal: Signal = {
  id: 'named-artifacts',
  find({ file, dependencies }) {
    const known = dependencies.map(change => ({ change, terms: new Set(termsOf(change)) }))
    return tallyPointers(file, pointer => known.map(({ change, terms }) => fitOf(pointer, change, terms))).map(
      ({ index, pointer, weight, at, job }) => ({
        suspect: dependencySuspect((known[index] as (typeof known)[number]).change),
        text: `the log names ${pointer.name} ${PLACES[pointer.where]}`,
        weight,
        at: { job, line: at },
      }),
    )
  },
}

/** A plug-in whose goal failed mostly tells of a failure that is not its own. */
const MESSENGER = 0.3

function fitOf(pointer: Pointer, change: DependencyChange, terms: ReadonlySet<string>): number {
  const fit = plainFit(pointer, change, terms)
  return /-maven-plugin$|:maven-[\w-]+-plugin$/.test(change.name) ? fit * MESSENGER : fit
}

function plainFit({ form, name }: Pointer, { name: own, to }: DependencyChange, terms: ReadonlySet<string>): number {
  if (form === 'term') return terms.has(name) ? (name === own ? 1 : 0.6) : 0
  if (form !== 'artifact') return 0
  if (name === own || name === `${own}:${to}`) return 1
  return name.startsWith(`${own}:`) ? 0.8 : 0
}

const PLACES = { broken: 'where something is missing', error: 'in an error', frame: 'in a stack trace', aside: 'in a warning' }
