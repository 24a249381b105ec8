import { expect, test } from 'vitest'
import { CATEGORIES } from '../model/category.ts'
import type { Failure } from '../model/diagnosis.ts'
import type { Rule } from '../model/rule.ts'
import { advise } from './advice.ts'

const failure = (rule: string | null): Failure => ({
  category: 'network',
  rule,
  title: 'the registry did not answer',
  message: 'ETIMEDOUT',
  job: null,
  step: null,
  lines: [1, 1],
  captures: {},
  fingerprint: 'v1:0',
  confidence: 1,
})
const rule: Rule = {
  id: 'npm/network',
  category: 'network',
  title: 'the registry did not answer',
  needles: ['ETIMEDOUT'],
  pattern: /ETIMEDOUT/,
  transient: 0.9,
  explanation: 'npm could not reach it.',
  remedies: ['Wait.'],
  examples: { match: [], miss: [] },
}

test('a rule speaks for itself', () => {
  expect(advise([failure('npm/network')], { category: 'network', confidence: 0.9 }, [rule])).toEqual({
    headline: 'the registry did not answer',
    explanation: 'npm could not reach it.',
    nextSteps: ['Wait.'],
  })
})

test('without a rule, or with one that is gone, the category does', () => {
  for (const id of [null, 'our/gone']) {
    expect(advise([failure(id)], { category: 'network', confidence: 0.9 }, [rule])).toMatchObject({
      headline: 'the registry did not answer',
      explanation: expect.stringContaining('transfer'),
    })
  }
})

test('a guess that no rule stands behind gives no advice on its category', () => {
  expect(advise([failure(null)], { category: 'lint', confidence: 0.5 }, [])).toMatchObject({
    explanation: expect.stringContaining('does not say why'),
  })
})

test.each(CATEGORIES)('%s has an explanation and something to do next', category => {
  const { headline, explanation, nextSteps } = advise([], { category, confidence: 0.9 }, [])
  expect(headline).toBe('the failure could not be located')
  expect(explanation).toMatch(/\.$/)
  expect(nextSteps.length).toBeGreaterThan(0)
})

test('a category that is only guessed gives no advice of its own', () => {
  expect(advise([failure(null)], { category: 'network', confidence: 0.3 }, [])).toMatchObject({
    explanation: 'What was read does not say why.',
  })
})
