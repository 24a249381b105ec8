import { createTextFinder } from '../log/text-finder.ts'
import type { LogLine } from '../model/log.ts'
import type { Pointer } from '../model/pointer.ts'
import { artifactNames, classNames, frameClass, ownPackage } from './java-names.ts'
import { brokenPart, isConflict, isException, isOfTree, lineKind } from './line-kind.ts'

const MOST = 400
/** The first frames of a trace tell; below them come the callers of callers. */
const MOST_FRAMES = 8
/** An exception's message may go over several lines. */
const MESSAGE = 12
const LONGEST_LINE = 2000

/**
 * What the lines that tell of trouble point at, the most telling first; a few hundred at most. `terms` are the names by which the
 * changed dependencies go. Time linear in the text; never throws.
 */
export function readPointers(lines: readonly LogLine[], terms: readonly string[]): Pointer[] {
  const finder = createTextFinder(terms)
  const tallies = createTallies()
  const own = new Set<string>()
  let frames = 0
  let message = 0
  let conflict = false

  for (const line of lines) {
    const text = line.text.slice(0, LONGEST_LINE)
    conflict = isConflict(text) || (conflict && isOfTree(text))
    const kind = conflict ? 'broken' : lineKind(line, text)
    const where = kind ?? (message > 0 && text.trim() !== '' ? 'error' : undefined)
    message = isException(text) ? MESSAGE : where === undefined || where === 'frame' ? 0 : message - 1
    frames = where === 'frame' ? frames + 1 : 0
    if (!where || frames > MOST_FRAMES) continue
    const project = ownPackage(text)
    if (project) own.add(rootOf(project))
    const told = where === 'broken' ? brokenPart(text) : 0
    const names = namesIn(text, where)
    for (const { form, name, offset } of names) tallies.note(form, offset < told ? 'error' : where, name, line.n)
    if (where === 'frame' && !frameClass(text) && FRAME_OF_JAVA.test(text)) continue
    for (const term of finder.find(text)) {
      const name = terms[term] as string
      if (standsAlone(text, name) && !names.some(one => one.form === 'class' && standsAlone(one.name, name)))
        tallies.note('term', where, name, line.n)
    }
  }
  return tallies
    .all()
    .filter(({ form, name }) => form !== 'class' || !own.has(rootOf(name)))
    .sort((a, b) => RANK[a.where] - RANK[b.where] || b.count - a.count || a.at - b.at)
    .slice(0, MOST)
}

/** A project keeps to a few packages of one tree. */
const rootOf = (name: string) => name.split('.').slice(0, 3).join('.')

const FRAME_OF_JAVA = /\bat [\w.$<>/@-]+\(/
const RANK: Record<Pointer['where'], number> = { broken: 0, error: 1, aside: 2, frame: 3 }

interface Named {
  readonly form: Pointer['form']
  readonly name: string
  readonly offset: number
}

/** Each name once a line, where it stands last. */
function namesIn(text: string, where: Pointer['where']): readonly Named[] {
  if (where === 'frame') {
    const name = frameClass(text)
    return name === undefined ? [] : [{ form: 'class', name, offset: 0 }]
  }
  const found = new Map<string, Named>()
  for (const { name, offset } of classNames(text)) found.set(`class ${name}`, { form: 'class', name, offset })
  for (const { name, offset } of artifactNames(text)) found.set(`artifact ${name}`, { form: 'artifact', name, offset })
  return [...found.values()]
}

/** Counts by name, so many at most. */
function createTallies() {
  const tallies = new Map<string, { -readonly [K in keyof Pointer]: Pointer[K] }>()
  return {
    note(form: Pointer['form'], where: Pointer['where'], name: string, at: number) {
      const key = `${form} ${where} ${name}`
      const known = tallies.get(key)
      if (known) known.count++
      else if (tallies.size < MOST * 20) tallies.set(key, { form, where, name, count: 1, at })
    },
    all: (): Pointer[] => [...tallies.values()],
  }
}

/** Whether a name stands in a text as a word of its own, whatever the case. */
function standsAlone(text: string, name: string): boolean {
  const [hay, needle] = [text.toLowerCase(), name.toLowerCase()]
  for (let at = hay.indexOf(needle); at !== -1; at = hay.indexOf(needle, at + 1))
    if (!WORD.test(hay[at - 1] ?? ' ') && !WORD.test(hay[at + needle.length] ?? ' ')) return true
  return false
}

const WORD = /[\w-]/
