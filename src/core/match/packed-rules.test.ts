import { expect, test } from 'vitest'
import type { Rule } from '../model/rule.ts'
import { rules } from '../rules/index.ts'
import { packRules, unpackRules } from './packed-rules.ts'

test('packed rules are the same rules again', () => {
  expect(unpacked().map(everything)).toEqual(rules.map(everything))
})

test('a rule has one pattern, however often it is asked for', () => {
  const [rule] = unpacked()
  expect(rule?.pattern).toBeInstanceOf(RegExp)
  expect(rule?.pattern).toBe(rule?.pattern)
})

const unpacked = () => unpackRules(new TextEncoder().encode(packRules(rules)))

const everything = (rule: Rule): Rule => {
  const { id, category, title, needles, pattern, role, extent, transient, explanation, remedies, examples } = rule
  const optional = { ...(role && { role }), ...(extent && { extent }) }
  return { id, category, title, needles, pattern, ...optional, transient, explanation, remedies, examples }
}
