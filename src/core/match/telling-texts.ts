import type { TellingText } from '../log/thin.ts'
import type { Match } from '../model/case-file.ts'
import type { Rule } from '../model/rule.ts'

const WEIGHT: Record<Match['role'], number> = { cause: 8, summary: 3, symptom: 1 }

/** The literals of rules, each with the weight of the best rule that asks for it. */
export function tellingTexts(rules: readonly Rule[]): readonly TellingText[] {
  const weights = new Map<string, number>()
  for (const rule of rules) {
    for (const needle of rule.needles) {
      const text = needle.toLowerCase()
      weights.set(text, Math.max(weights.get(text) ?? 0, WEIGHT[rule.role ?? 'cause']))
    }
  }
  return Array.from(weights, ([text, weight]) => ({ text, weight }))
}
