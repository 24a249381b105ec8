import type { Finding, Signal } from '../causes/signal.ts'
import { dependencySuspect } from '../causes/suspects.ts'
import type { DependencyChange } from '../model/dependency.ts'

/** Artifacts that are released together were not moved together, or another dependency still asks for the old version. */
export const signal: Signal = {
  id: 'left-behind',
  find({ file, dependencies }) {
    const resolved = new Map(
      file.logs.flatMap(({ resolved = [] }) => resolved.map(({ name, versions }) => [name, versions] as const)),
    )
    if (resolved.size === 0) return []
    const moved = new Set(dependencies.map(({ name }) => name))
    return dependencies.flatMap((change): Finding[] => {
      const { name, from, to } = change
      if (from === null || to === null || !name.includes(':')) return []
      const suspect = dependencySuspect(change)
      if (resolved.get(name)?.includes(from))
        return [{ suspect, text: `something else still asks for ${name} ${from}`, weight: 0.5 }]
      const sibling = siblingsOf(change, resolved).find(([other, versions]) => !moved.has(other) && versions.includes(from))
      return sibling ? [{ suspect, text: `${sibling[0]}, of the same group, is still at ${from}`, weight: 0.5 }] : []
    })
  },
}

const siblingsOf = ({ name }: DependencyChange, resolved: ReadonlyMap<string, readonly string[]>) =>
  [...resolved].filter(([other]) => other !== name && other.startsWith(name.slice(0, name.indexOf(':') + 1)))
