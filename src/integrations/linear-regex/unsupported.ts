import type { PatternMistake } from '../../core/ports/patterns.ts'

interface Construct {
  readonly at: RegExp
  readonly name: string
  readonly hint: string
}

/** What JavaScript's patterns have and a linear-time engine cannot have (or spells differently); tried where the text of a pattern is read. */
const CONSTRUCTS: readonly Construct[] = [
  { at: /\(\?=/y, name: 'a look-ahead', hint: 'match the whole text instead, and name the part you want: (?<name>…)' },
  { at: /\(\?!/y, name: 'a negative look-ahead', hint: 'say what the line does contain' },
  { at: /\(\?<[=!]/y, name: 'a look-behind', hint: 'match the text before it too, and name the part you want: (?<name>…)' },
  {
    at: /\(\?>|(?:[*+?]|\{\d+,?\d*\})\+/y,
    name: 'an atomic group or possessive repetition',
    hint: 'drop it: the engine never backtracks',
  },
  { at: /\\[1-9]/y, name: 'a back-reference', hint: 'write out what is repeated' },
  { at: /\\k[<{']/y, name: 'a named back-reference', hint: 'write out what is repeated' },
  { at: /\\u/y, name: 'a \\u escape', hint: 'write the character itself, or \\x{1F600}' },
  { at: /\\c/y, name: 'a control escape', hint: 'write it as \\x01; cleaned lines hold no control characters anyway' },
]

/** The first construct that the engine does not have, or undefined. */
export function findUnsupported(source: string): PatternMistake | undefined {
  let inClass = false
  for (let offset = 0; offset < source.length; offset++) {
    const char = source[offset]
    const found = inClass ? undefined : CONSTRUCTS.find(({ at }) => startsAt(at, source, offset))
    if (found) return { message: `has ${found.name}, which an engine that keeps its time cannot do`, hint: found.hint, offset }
    if (char === '\\') offset++
    else if (char === '[') inClass = true
    else if (char === ']') inClass = false
  }
  return undefined
}

/** The engine's own complaint, with the place where its fragment stands in the source. */
export function explainMistake(source: string, error: unknown): PatternMistake {
  const text = error instanceof Error ? error.message : String(error)
  const parsed = /error parsing regexp: (?<what>.*?)(?:: `(?<fragment>[\s\S]*)`)?$/.exec(text)?.groups
  const what = parsed?.['what'] ?? text
  const at = source.lastIndexOf(parsed?.['fragment'] ?? '\\')
  return { message: `is not a pattern: ${what}`, offset: Math.max(0, at) }
}

function startsAt(sticky: RegExp, source: string, offset: number): boolean {
  sticky.lastIndex = offset
  return sticky.test(source)
}
