import { describe, expect, test } from 'vitest'
import { cpuTime } from '../../../test/cpu-time.ts'
import { type HostileLine, hostileLines } from '../../../test/hostile-lines.ts'
import type { LinePattern, Rule } from '../model/rule.ts'
import { rules } from './index.ts'

/** No pattern may take longer than this for one line of 64 kB. */
const LIMIT_MS = 50
/** Lengths at which a line is tried. The first ones lie close together, so that time that doubles with each character is seen early. */
const LENGTHS = [20, 24, 28, 32, 40, 56, 128, 1024, 8192]
/** Tried where the length before took suspiciously long. */
const LONGEST = 65_536
const SUSPICIOUS_MS = 0.3

describe.each(rules.map(rule => [rule.id, rule] as const))('%s', (_, rule) => {
  test.each(patternsOf(rule))('is fast on hostile lines: %s', (_, pattern, hints) => {
    expect(slowest(pattern, hostileLines(pattern, hints))).toEqual([])
  })
})

function patternsOf({ pattern, extent, needles, examples }: Rule): [string, RegExp, string[]][] {
  const hints = [...needles, ...[...examples.match.map(({ text }) => text), ...examples.miss].flatMap(text => text.split('\n'))]
  return [pattern, extent?.while].filter(isRegExp).map(one => [String(one), one, hints])
}

const isRegExp = (pattern: LinePattern | undefined): pattern is RegExp => pattern instanceof RegExp

function slowest(pattern: RegExp, lines: readonly HostileLine[]): string[] {
  for (const line of lines) {
    for (const length of LENGTHS) {
      const spentMs = timeOf(pattern, line.ofLength(length))
      if (spentMs > LIMIT_MS) return [`${spentMs.toFixed()} ms for ${length} characters: ${line.recipe}`]
      if (length !== LENGTHS.at(-1) || spentMs < SUSPICIOUS_MS) continue
      const longMs = timeOf(pattern, line.ofLength(LONGEST))
      if (longMs > LIMIT_MS) return [`${longMs.toFixed()} ms: ${line.recipe}`]
    }
  }
  return []
}

/** The best of some tries, where the first was neither good nor hopeless. */
function timeOf(pattern: RegExp, line: string): number {
  const once = () => cpuTime(() => pattern.exec(line))
  let best = once()
  for (let tries = 1; tries < 5 && best > SUSPICIOUS_MS && best < 4 * LIMIT_MS; tries++) best = Math.min(best, once())
  return best
}

test.each([/^(?:\w+\s?)+$/, /x.*y/, /^\s*>? *\d* *\|/, /(?:a|ab)+\d+ (?<name>.*) end$/, /error:\s+.*\s+at\s+.*$/])(
  'the lines are hostile to %s',
  pattern => {
    expect(slowest(pattern, hostileLines(pattern, ['x', 'error:']))).not.toEqual([])
  },
)
