import type { NamedPattern, PatternCompiler, PatternMistake } from '../../core/ports/patterns.ts'
import { explainMistake, findUnsupported } from './unsupported.ts'

/** Loads the engine: RE2JS, a port of RE2 (https://github.com/google/re2/wiki/Syntax), whose time is linear in the text. */
export async function loadPatternCompiler(): Promise<PatternCompiler> {
  const { RE2JS } = await import('re2js')

  return (source, flags) => {
    const unsupported = findUnsupported(source)
    if (unsupported) return { mistake: unsupported }
    try {
      const compiled = RE2JS.compile(source, flags === 'i' ? RE2JS.CASE_INSENSITIVE : 0)
      if (compiled.programSize() > MAX_PROGRAM) return { mistake: TOO_LARGE }
      return { pattern: linePattern(compiled, `/${source}/${flags}`) }
    } catch (error) {
      return { mistake: explainMistake(source, error) }
    }
  }
}

/** Time is linear in the line times this. */
const MAX_PROGRAM = 500

/** Cleaned lines are shorter; whatever comes, no more than this is looked at. */
const MAX_LINE = 8192

/** Places listed at most in one text. */
const MAX_SPANS = 10_000

const TOO_LARGE: PatternMistake = {
  message: 'is too large once its repetitions are written out',
  hint: 'use smaller counts, such as .* for .{0,900}',
  offset: 0,
}

/** The part of the engine's pattern that is used. */
interface Engine {
  test(line: string): boolean
  matcher(line: string): { find(): boolean; group(name: string): string | null; start(): number; end(): number }
  namedGroups(): Readonly<Record<string, number>>
}

function linePattern(engine: Engine, shown: string): NamedPattern {
  const captures = Object.keys(engine.namedGroups())

  function exec(line: string) {
    const text = line.length > MAX_LINE ? line.slice(0, MAX_LINE) : line
    if (!engine.test(text)) return null
    const matcher = engine.matcher(text)
    if (!matcher.find()) return null
    return { groups: Object.fromEntries(captures.map(name => [name, matcher.group(name) ?? undefined])) }
  }

  function spans(text: string) {
    const found: { start: number; end: number }[] = []
    const matcher = engine.matcher(text)
    while (found.length < MAX_SPANS && matcher.find())
      if (matcher.end() > matcher.start()) found.push({ start: matcher.start(), end: matcher.end() })
    return found
  }

  const pattern = { captures, exec, spans, toString: () => shown }
  return pattern
}
