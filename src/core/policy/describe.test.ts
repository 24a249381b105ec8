import { describe, expect, test } from 'vitest'
import { REMEDY_IDS } from '../model/plan.ts'
import { allowances, deadRules, ruleInWords } from './describe.ts'
import { DEFAULT_LIMITS } from './limits.ts'
import type { Policy, PolicyRule } from './policy.ts'

const policy = (said: Partial<Policy>): Policy => ({ preset: 'suggest', remedies: {}, rules: [], ...DEFAULT_LIMITS, ...said })
const allowanceOf = (said: Partial<Policy>, id: string) => allowances(policy(said)).find(({ remedy }) => remedy === id)

describe('what is allowed of a remedy', () => {
  test('every remedy is told of, in order', () => {
    expect(allowances(policy({})).map(({ remedy }) => remedy)).toEqual(REMEDY_IDS)
  })

  test('without rules: one mode, or those that depend on the failure, the most trusting first', () => {
    const said = { preset: 'auto-rerun', remedies: { 'rerun-job': 'off' } } as const
    expect(allowanceOf(said, 'rerun-failed-jobs')).toEqual({ remedy: 'rerun-failed-jobs', rules: [], otherwise: ['auto', 'ask'] })
    expect(allowanceOf(said, 'rerun-job')?.otherwise).toEqual(['off'])
    expect(allowanceOf(said, 'open-issue')?.otherwise).toEqual(['ask'])
  })

  const rules: readonly PolicyRule[] = [
    { remedy: 'open-issue', then: 'auto' },
    { remedy: ['rerun-job', 'rerun-run'], when: { category: 'network' }, then: 'auto' },
    { when: { branch: 'main' }, then: 'ask' },
    { remedy: 'rerun-run', when: { branch: undefined }, then: 'off' },
    { remedy: 'rerun-run', when: { branch: 'x' }, then: 'auto' },
    { then: 'suggest' },
    { remedy: 'rerun-job', then: 'auto' },
  ]

  test('rules that are about it, to the first that always applies', () => {
    expect(allowanceOf({ rules }, 'open-issue')?.rules).toEqual([1])
    expect(allowanceOf({ rules }, 'rerun-job')?.rules).toEqual([2, 3, 6])
    expect(allowanceOf({ rules }, 'rerun-run')?.rules).toEqual([2, 3, 4])
    expect(allowanceOf({ rules }, 'clear-cache')?.rules).toEqual([3, 6])
    expect(allowanceOf({ rules: rules.slice(0, 3) }, 'rerun-run')?.rules).toEqual([2, 3])
    // The preset, without them.
    expect(allowanceOf({ rules }, 'rerun-run')?.otherwise).toEqual(['suggest'])
  })

  test('a rule that nothing gets to is dead', () => {
    expect(deadRules(policy({ rules }))).toEqual([5, 7])
    expect(deadRules(policy({ rules: rules.slice(0, 4) }))).toEqual([])
    expect(deadRules(policy({}))).toEqual([])
  })
})

test.each<[PolicyRule, string]>([
  [{ then: 'off' }, 'every remedy: off'],
  [{ remedy: 'open-issue', when: {}, then: 'auto' }, 'open-issue: auto'],
  [{ remedy: ['rerun-job', 'rerun-run'], then: 'ask' }, 'rerun-job, rerun-run: ask'],
  [
    { when: { category: ['network', 'runner'], confidence: 0.8, transient: '> 0.5', branch: undefined }, then: 'auto' },
    'every remedy: auto when category network or runner, confidence >= 0.8, transient > 0.5',
  ],
  [{ when: { fork: true }, then: 'off' }, 'every remedy: off when fork yes'],
  [{ when: { fork: false }, then: 'auto' }, 'every remedy: auto when fork no'],
  [{ when: { files: ['*.md', 'docs/**'] }, then: 'ask' }, 'every remedy: ask when files *.md or docs/**'],
  [{ when: { files: { any: '*.md' } }, then: 'ask' }, 'every remedy: ask when files any *.md'],
  [{ when: { files: { all: ['*.md', '*.txt'] } }, then: 'ask' }, 'every remedy: ask when files all *.md or *.txt'],
  [{ when: { files: { any: 'a', all: 'b' } }, then: 'ask' }, 'every remedy: ask when files any a and all b'],
  [{ when: { time: { zone: 'UTC' } }, then: 'ask' }, 'every remedy: ask when time UTC'],
  [
    { when: { time: { days: ['sat', 'sun'], hours: '09:00-17:00', zone: 'UTC' } }, then: 'ask' },
    'every remedy: ask when time sat or sun 09:00-17:00 UTC',
  ],
  [{ when: { time: { days: 'sat', zone: 'UTC' } }, then: 'ask' }, 'every remedy: ask when time sat UTC'],
])('%j in words', (rule, words) => {
  expect(ruleInWords(rule)).toBe(words)
})
