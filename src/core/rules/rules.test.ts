import { describe, expect, test } from 'vitest'
import { CATEGORIES } from '../model/category.ts'
import type { Rule } from '../model/rule.ts'
import { rules } from './index.ts'

/** Every rule is an entry of a dictionary; here each entry is held to its own examples. */
const matches = (rule: Rule, text: string) =>
  text.split('\n').flatMap(line => {
    const folded = line.toLowerCase()
    const hit = rule.needles.some(needle => folded.includes(needle.toLowerCase())) ? rule.pattern.exec(line) : null
    return hit ? [hit] : []
  })

test('ids are unique and named tool/what', () => {
  const ids = rules.map(rule => rule.id)
  expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([])
  expect(ids.filter(id => !/^[a-z0-9-]+\/[a-z0-9-]+$/.test(id))).toEqual([])
})

describe.each(rules.map(rule => [rule.id, rule] as const))('%s', (_, rule) => {
  test('says what a reader needs', () => {
    expect(CATEGORIES).toContain(rule.category)
    expect(rule.title.length).toBeGreaterThan(5)
    expect(rule.explanation.length).toBeGreaterThan(20)
    expect(rule.remedies.length).toBeGreaterThan(0)
    expect(rule.transient).toBeGreaterThanOrEqual(0)
    expect(rule.transient).toBeLessThanOrEqual(1)
    expect(rule.needles.length).toBeGreaterThan(0)
    expect(rule.needles.filter(needle => needle.length < 3)).toEqual([])
    expect(rule.pattern instanceof RegExp && (rule.pattern.global || rule.pattern.sticky)).toBe(false)
  })

  test('titles name only captures of the pattern', () => {
    const named = [...rule.title.matchAll(/\{(\w+)\}/g)].map(m => m[1])
    const source = rule.pattern instanceof RegExp ? rule.pattern.source : ''
    expect(named.filter(name => !source.includes(`(?<${name}>`))).toEqual([])
  })

  test('matches its examples', () => {
    expect(rule.examples.match.length).toBeGreaterThan(0)
    for (const { text, captures } of rule.examples.match) {
      const found = matches(rule, text)
      expect(found, text).not.toEqual([])
      if (captures) expect(found.map(m => ({ ...m.groups }))).toContainEqual(expect.objectContaining(captures))
    }
  })

  test('leaves its near misses alone', () => {
    expect(rule.examples.miss.length).toBeGreaterThan(0)
    for (const text of rule.examples.miss) expect(matches(rule, text), text).toEqual([])
  })
})
