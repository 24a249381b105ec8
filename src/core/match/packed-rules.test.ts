import { expect, test } from 'vitest'
import { rules } from '../rules/index.ts'
import { packRules, unpackRules } from './packed-rules.ts'

test('packed rules are the same rules again', () => {
  const unpacked = unpackRules(packRules(rules))
  expect(unpacked).toEqual(rules)
  expect(unpacked.map(rule => ({ ...rule }))).toEqual(rules)
})

test('a rule has one pattern, however often it is asked for', () => {
  const [rule] = unpackRules(packRules(rules))
  expect(rule?.pattern).toBeInstanceOf(RegExp)
  expect(rule?.pattern).toBe(rule?.pattern)
})
