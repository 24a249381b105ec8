import { finderWith, type TextFinder } from '../log/text-finder.ts'
import type { Match } from '../model/case-file.ts'
import type { LogLine } from '../model/log.ts'
import { MAX_EXTENT, type Rule } from '../model/rule.ts'
import { indexNeedles, type Needles } from './needles.ts'

/** Rules made ready: which literal belongs to which rule, so that a line costs nothing until one of them occurs in it. */
export interface Matcher {
  readonly finder: TextFinder
  readonly rules: readonly Rule[]
  /** The rule (index) of each literal; behind the rules come the others. */
  readonly ownerOf: Uint16Array
  /** How many others there are whose literals are noticed on the way. */
  readonly others: number
}

/** Of rules alone. */
export const createMatcher = (rules: readonly Rule[]): Matcher => matcherWith(rules, indexNeedles(rules))

/** Of rules and others, whose literals are indexed, in this order. */
export const matcherWith = (rules: readonly Rule[], { owners, ownerOf, texts }: Needles): Matcher => ({
  finder: finderWith(texts),
  rules,
  ownerOf,
  others: owners - rules.length,
})

/** Matches of one rule listed at most, of which the last third are the latest. */
const MAX_PER_RULE = 30

/** What was found in lines, without those that are only echoed script. */
export interface Found {
  /** Every place where a rule recognises a line, in the order of lines. */
  readonly matches: Match[]
  /** For each of the others, whether one of its literals occurs. */
  readonly occurs: readonly boolean[]
}

export function matchLines(lines: readonly LogLine[], { finder, rules, ownerOf, others }: Matcher): Found {
  const occurs = Array<boolean>(others).fill(false)
  const found = rules.map((): Match[] => [])
  const repeats = new Uint32Array(rules.length)
  const triedOn = new Int32Array(rules.length).fill(-1)
  lines.forEach((line, index) => {
    if (line.echo || line.text.length < 3) return
    for (const literal of finder.find(line.text)) {
      const id = ownerOf[literal] as number
      if (id >= rules.length) occurs[id - rules.length] = true
      if (id >= rules.length || triedOn[id] === index) continue
      triedOn[id] = index
      const list = found[id] as Match[]
      if (list.at(-1)?.at === line.n) continue
      const match = tryRule(rules[id] as Rule, lines, index)
      if (!match) continue
      if (list.length >= MAX_PER_RULE) {
        repeats[id] = (repeats[id] as number) + 1
        list.splice((MAX_PER_RULE * 2) / 3, 1)
      }
      list.push(match)
    }
  })
  const matches = found
    .flatMap((list, id) =>
      list.map((match, i) => (i === 0 && repeats[id] ? { ...match, repeats: repeats[id] as number } : match)),
    )
    .sort((a, b) => a.at - b.at)
  return { matches, occurs }
}

function tryRule(rule: Rule, lines: readonly LogLine[], index: number): Match | null {
  const line = lines[index] as LogLine
  const hit = rule.pattern.exec(line.text)
  if (!hit) return null
  const captures = Object.fromEntries(
    Object.entries(hit.groups ?? {}).flatMap(([key, value]) => (value ? [[key, value.trim().slice(0, 300)]] : [])),
  )
  return {
    rule: rule.id,
    category: rule.category,
    role: heeded(rule.role ?? 'cause', line),
    title: renderTitle(rule.title, captures),
    lines: extentOf(rule, lines, index),
    at: line.n,
    text: line.text.slice(0, 1000),
    captures,
    transient: rule.transient,
    repeats: 0,
  }
}

/** What the CI itself marks as a warning is hardly ever the cause: the tool went on. */
const heeded = (role: Match['role'], { mark, text }: LogLine): Match['role'] =>
  role === 'cause' && (mark === 'warning' || mark === 'debug' || mark === 'notice' || PYTHON_WARNING.test(text))
    ? 'summary'
    : role

/** Python's own warnings: `UserWarning: …`. */
const PYTHON_WARNING = /\b[A-Z][a-z]{1,30}Warning: /

/** `{name}` → the capture; an empty one goes, with quotes, brackets and the word before it that only led to it. */
const renderTitle = (title: string, captures: Readonly<Record<string, string>>): string =>
  title
    .replace(/ ?[([][^()[\]]*\{(\w+)\}[^()[\]]*[)\]]/g, (whole, name: string) => (captures[name] ? whole : ''))
    .replace(/(?: (?:in|on|for|from|of|at|to|by|with|while|because of))? ?[("'`]*\{(\w+)\}[)"'`]*/g, (whole, name: string) =>
      captures[name] ? whole.replace(`{${name}}`, () => captures[name] as string) : '',
    )
    .replace(/\s+/g, ' ')
    .replace(/[:,]$/, '')
    .trim()

function extentOf(rule: Rule, lines: readonly LogLine[], index: number): readonly [number, number] {
  const extent = rule.extent
  const at = (lines[index] as LogLine).n
  if (!extent) return [at, at]
  const isNext = (i: number) => i < lines.length && (lines[i] as LogLine).n <= (lines[i - 1] as LogLine).n + 1
  let first = index
  while (first > 0 && index - first < (extent.before ?? 0) && isNext(first)) first--
  let last = index
  while (last - index < (extent.after ?? 0) && isNext(last + 1)) last++
  while (extent.while && last - index < MAX_EXTENT && isNext(last + 1) && extent.while.exec((lines[last + 1] as LogLine).text))
    last++
  return [(lines[first] as LogLine).n, (lines[last] as LogLine).n]
}
