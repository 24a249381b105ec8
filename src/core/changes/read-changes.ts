import type { DependencyChange } from '../model/dependency.ts'
import type { Change } from '../model/run.ts'
import type { Ecosystem, Entry } from './ecosystem.ts'
import { ecosystems } from './ecosystems/index.ts'
import { readUnifiedDiff } from './unified-diff.ts'

/** A lock file that was made anew moves thousands; more than this tell no more. */
const MOST = 1000
const LONGEST_NAME = 200

/** The dependencies that changed files moved, added or dropped; those that somebody wrote down first. Never throws. */
export function readDependencyChanges(changes: readonly Change[]): DependencyChange[] {
  const all = changes.flatMap(({ file, patch }) =>
    patch === undefined
      ? []
      : ecosystems.filter(({ reads }) => reads(file)).flatMap(ecosystem => changesOf(ecosystem, file, patch)),
  )
  return withoutEchoes(all).slice(0, MOST)
}

function changesOf({ id, entries }: Ecosystem, file: string, patch: string): DependencyChange[] {
  const sides = readUnifiedDiff(patch)
  const before = byName(entries(sides.before, file))
  const after = byName(entries(sides.after, file))
  return [...new Set([...after.keys(), ...before.keys()])].flatMap(name =>
    moved(before.get(name) ?? [], after.get(name) ?? []).map(([old, fresh]) => {
      const { line, direct } = (fresh ?? old) as Entry
      return { ecosystem: id, name, from: old?.version ?? null, to: fresh?.version ?? null, file, line, direct }
    }),
  )
}

function byName(entries: readonly Entry[]): Map<string, Entry[]> {
  const found = new Map<string, Entry[]>()
  for (const entry of entries) {
    if (entry.name === '' || entry.name.length > LONGEST_NAME || entry.version.length > LONGEST_NAME) continue
    const same = found.get(entry.name)
    if (same) same.push(entry)
    else found.set(entry.name, [entry])
  }
  return found
}

/** Pairs of what is on one side only; versions that stand on both have not moved. */
function moved(before: readonly Entry[], after: readonly Entry[]): [Entry | undefined, Entry | undefined][] {
  const gone = onlyIn(before, after)
  const come = onlyIn(after, before)
  return Array.from({ length: Math.max(gone.length, come.length) }, (_, i) => [gone[i], come[i]])
}

/** A version counts once, however often it stands there. */
function onlyIn(entries: readonly Entry[], others: readonly Entry[]): Entry[] {
  const seen = new Set(others.map(({ version }) => version))
  return entries.filter(({ version }) => !seen.has(version) && seen.add(version))
}

/** What a manifest says, its lock file need not say again. */
function withoutEchoes(changes: readonly DependencyChange[]): DependencyChange[] {
  const written = changes.filter(({ direct }) => direct)
  const known = new Set(written.map(keyOf))
  return [...written, ...changes.filter(change => !change.direct && !known.has(keyOf(change)) && known.add(keyOf(change)))]
}

/** Python's names are the same whatever stands between their words (https://peps.python.org/pep-0503/). */
const keyOf = ({ ecosystem, name }: DependencyChange) =>
  `${ecosystem} ${ecosystem === 'pypi' ? name.toLowerCase().replace(/[-_.]+/g, '-') : name.toLowerCase()}`
