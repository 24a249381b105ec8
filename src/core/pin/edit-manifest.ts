import type { Entry } from '../changes/ecosystem.ts'
import { ecosystems } from '../changes/ecosystems/index.ts'

/** One dependency in one manifest. */
export interface Place {
  readonly ecosystem: string
  readonly name: string
  readonly path: string
}

/** A manifest before a change, with it, and as it is now. */
export interface Texts {
  readonly before: string
  readonly after: string
  readonly now: string
}

/**
 * The manifest of now, in which the lines that ask for a dependency are those of before; null where that is not exactly what it would be:
 * a line was touched since, hashes go with it, or anything else in the manifest would read differently.
 */
export function withOldLines(place: Place, { before, after, now }: Texts): string | null {
  const [old, bad, own] = [before, after, now].map(text => linesOf(place, text))
  if (!old || !bad || !own || own.length === 0 || own.length !== old.length || own.length !== bad.length) return null
  const lines = now.split('\n')
  for (const [i, line] of own.entries()) {
    const [was, became] = [old[i], bad[i]]
    if (!was || !became || coreOf(line.text) !== coreOf(became.text) || isHashed(line.text) || isHashed(was.text)) return null
    lines[line.n - 1] = inPlaceOf(line.text, coreOf(was.text))
  }
  const text = lines.join('\n')
  return isExact(place, text, now, versionsOf(place, before)) ? text : null
}

/** The manifest, in which exactly one version is asked for where a range was; null where it names the dependency otherwise than once. */
export function withExactVersion(place: Place, now: string, exact: string): string | null {
  const lines = now.split('\n')
  const own = linesOf(place, now)
  const [line] = own
  if (own.length > 1) return null
  if (!line) return withVersionAdded(place, lines, exact)
  const [version = ''] = versionsOf(place, now)
  const parts = line.text.split(version)
  if (parts.length !== 2 || isHashed(line.text)) return null
  lines[line.n - 1] = parts.join(exact)
  const text = lines.join('\n')
  return isExact(place, text, now, [exact]) ? text : null
}

/** Whether a manifest asks for a dependency, and for this version alone. */
export function asksFor(place: Place, text: string, version: string): boolean {
  const versions = versionsOf(place, text)
  return versions.length > 0 && versions.every(one => one === version)
}

/** A requirement that names no version at all stands in a line of its own. */
function withVersionAdded(place: Place, lines: readonly string[], exact: string): string | null {
  if (!exact.startsWith('==') || !place.path.endsWith('.txt')) return null
  const named = lines.filter(line => requirementOf(line) === keyOf(place.name))
  if (named.length !== 1) return null
  const text = lines
    .map(line => (line === named[0] ? line.replace(/^([\w.-]+(?:\[[^\]]{0,100}\])?)/, `$1${exact}`) : line))
    .join('\n')
  return versionsOf(place, text).join() === exact ? text : null
}

const requirementOf = (line: string) => keyOf(/^([\w.-]{1,100})(?:\[[^\]]{0,100}\])?\s*(?:#.*)?$/.exec(line)?.[1] ?? '')
/** https://peps.python.org/pep-0503/ */
const keyOf = (name: string) => name.toLowerCase().replace(/[-_.]+/g, '-')

/** No line of a manifest is longer. */
const LONGEST_LINE = 4096

interface Line {
  readonly n: number
  readonly text: string
}

/** The lines in which a dependency is asked for. */
function linesOf(place: Place, text: string): readonly Line[] {
  const lines = text.split('\n')
  const numbers = new Set(entriesOf(place, text).flatMap(({ name, line }) => (isNamed(place, name) ? [line] : [])))
  return [...numbers].map(n => ({ n, text: lines[n - 1] ?? '' }))
}

const versionsOf = (place: Place, text: string): readonly string[] =>
  entriesOf(place, text).flatMap(({ name, version }) => (isNamed(place, name) ? [version] : []))

const isNamed = ({ ecosystem, name }: Place, other: string) =>
  ecosystem === 'pypi' ? keyOf(name) === keyOf(other) : name === other

function entriesOf({ ecosystem, path }: Pick<Place, 'ecosystem' | 'path'>, text: string): readonly Entry[] {
  const side = [text.split('\n').map((line, i) => ({ n: i + 1, text: line.slice(0, LONGEST_LINE).replace(/\r$/, '') }))]
  return ecosystems.filter(({ id, reads }) => id === ecosystem && reads(path)).flatMap(({ entries }) => entries(side, path))
}

/** Nothing but this dependency reads differently, and it reads as it should. */
function isExact(place: Place, text: string, now: string, versions: readonly string[]): boolean {
  const others = (of: string) => JSON.stringify(entriesOf(place, of).filter(({ name }) => !isNamed(place, name)))
  const isReadable = !place.path.endsWith('.json') || isJson(text)
  return isReadable && others(text) === others(now) && versionsOf(place, text).join('\n') === versions.join('\n')
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

/** A line without what belongs to its place: indent, line end, and the comma after which another follows. */
const coreOf = (line: string): string => line.trim().replace(/,$/, '')

function inPlaceOf(line: string, core: string): string {
  const indent = /^\s*/.exec(line)?.[0] ?? ''
  const end = line.endsWith('\r') ? '\r' : ''
  return `${indent}${core}${line.trimEnd().endsWith(',') ? ',' : ''}${end}`
}

const isHashed = (line: string) => /\\\s*$|--hash/.test(line)
