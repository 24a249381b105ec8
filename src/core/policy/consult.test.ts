import { describe, expect, test } from 'vitest'
import { CATEGORIES } from '../model/category.ts'
import { REMEDY_IDS } from '../model/plan.ts'
import { completeFacts, type SomeFacts } from './complete-facts.ts'
import { consult, decideBy } from './consult.ts'
import { DEFAULT_LIMITS } from './limits.ts'
import type { Policy } from './policy.ts'

const policy = (said: Partial<Policy>): Policy => ({ preset: 'suggest', remedies: {}, rules: [], ...DEFAULT_LIMITS, ...said })
const decide = (said: Partial<Policy>, facts: SomeFacts = {}) => decideBy(policy(said))(completeFacts(facts))

describe('presets', () => {
  test.each([
    ['off', 'deny', 'off', 'The preset off forbids it.'],
    ['suggest', 'deny', 'suggest-only', 'The preset suggest only suggests it.'],
    ['assist', 'ask', 'needs-approval', 'The preset assist wants a person to approve it.'],
  ] as const)('%s says %s to everything', (preset, verdict, code, text) => {
    for (const remedy of REMEDY_IDS)
      expect(decide({ preset }, { remedy, failure: { category: 'network' } })).toEqual({ verdict, reasons: [{ code, text }] })
  })

  test('auto-rerun runs again what may pass, and asks for the rest', () => {
    const allowed = REMEDY_IDS.flatMap(remedy =>
      CATEGORIES.filter(category => decide({ preset: 'auto-rerun' }, { remedy, failure: { category } }).verdict === 'allow').map(
        category => `${remedy} ${category}`,
      ),
    )
    const categories = [
      'flaky_test',
      'network',
      'rate_limit',
      'auth',
      'runner',
      'resource',
      'timeout',
      'deploy',
      'crash',
      'cancelled',
      'unknown',
    ]
    const reruns = ['rerun-failed-jobs', 'rerun-job', 'rerun-run']
    expect(allowed).toEqual(reruns.flatMap(remedy => categories.map(category => `${remedy} ${category}`)))
    expect(decide({ preset: 'auto-rerun' }, { remedy: 'open-revert' }).verdict).toBe('ask')
  })
})

describe('refinement', () => {
  test('a remedy of its own wins over the preset', () => {
    expect(decide({ preset: 'auto-rerun', remedies: { 'rerun-failed-jobs': 'off' } })).toEqual({
      verdict: 'deny',
      reasons: [{ code: 'off', text: 'The policy forbids it: rerun-failed-jobs is set to off.' }],
    })
  })

  test('the first rule that applies wins over that', () => {
    const rules = [
      { remedy: 'open-issue', then: 'off' },
      { when: { category: 'network', branch: 'main' }, then: 'auto', because: 'The network comes back.' },
      { when: { category: 'network' }, then: 'ask' },
    ] as const
    const facts = { failure: { category: 'network' }, run: { branch: 'main' } } as const
    expect(decide({ rules }, facts)).toEqual({
      verdict: 'allow',
      reasons: [{ code: 'rule', text: 'Rule 2 of the policy lets it happen by itself: The network comes back.' }],
    })
    expect(decide({ rules }, { ...facts, run: { branch: 'x' } }).verdict).toBe('ask')
    expect(decide({ rules }, { ...facts, remedy: 'open-issue' }).verdict).toBe('deny')
    expect(decide({ rules }).verdict).toBe('deny')
  })
})

describe('what is not known', () => {
  test('does not let a rule loosen', () => {
    expect(decide({ preset: 'assist', rules: [{ when: { branch: 'main' }, then: 'auto' }] }).verdict).toBe('ask')
  })

  test('lets it tighten, and it says what is not known', () => {
    expect(decide({ preset: 'assist', rules: [{ when: { labels: 'hold', fork: true }, then: 'off' }] })).toEqual({
      verdict: 'deny',
      reasons: [
        {
          code: 'off',
          text: 'Rule 1 of the policy may apply (not known: the labels of the pull request, whether the code comes from a fork), and forbids it.',
        },
      ],
    })
  })

  test('settles nothing where another condition surely fails', () => {
    const rules = [{ when: { labels: 'hold', category: 'deploy' }, then: 'off' }] as const
    expect(decide({ preset: 'assist', rules }).verdict).toBe('ask')
  })

  test('does not end the search: a later rule may be stricter still', () => {
    const rules = [{ when: { branch: 'main' }, then: 'ask' }, { then: 'off' }] as const
    expect(decide({ preset: 'auto-rerun', rules }).verdict).toBe('deny')
    expect(decide({ preset: 'auto-rerun', rules }, { run: { branch: 'main' } }).verdict).toBe('ask')
  })
})

test('the trail tells of each rule why it applies or not', () => {
  const rules = [
    { remedy: ['open-issue'], when: { category: 'network' }, then: 'off' },
    { when: { branch: 'main', fork: false }, then: 'auto' },
    { then: 'ask' },
  ] as const
  const { mode, trail, otherwise } = consult(policy({ rules }), completeFacts({ run: { branch: 'main' } }))
  expect({ mode, otherwise }).toEqual({ mode: 'ask', otherwise: 'suggest' })
  expect(trail).toEqual([
    { rule: 1, mode: 'off', applies: false, unmet: ['remedy', 'category'], unknown: [] },
    { rule: 2, mode: 'auto', applies: null, unmet: [], unknown: ['fork'] },
    { rule: 3, mode: 'ask', applies: true, unmet: [], unknown: [] },
  ])
})
