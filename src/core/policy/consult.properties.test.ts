import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CATEGORIES } from '../model/category.ts'
import { REMEDY_IDS, VERDICTS, type Verdict } from '../model/plan.ts'
import { completeFacts } from './complete-facts.ts'
import { consult, decideBy } from './consult.ts'
import type { PolicyFacts } from './facts.ts'
import { DEFAULT_LIMITS } from './limits.ts'
import { type Conditions, MODES, type Mode, POLICY_PRESETS, type Policy, type PolicyRule, WEEKDAYS } from './policy.ts'

// Few words, so that conditions often meet the facts that they ask for.
const word = fc.constantFrom('main', 'dev', 'prod', 'Prod')
const glob = fc.constantFrom('main', 'dev', 'prod', '*', 'm*', '?ev', '**')
const globs = fc.oneof(glob, fc.array(glob, { minLength: 1, maxLength: 2 }))
const threshold = fc.oneof(fc.constantFrom(0, 0.5, 1), fc.constantFrom('>= 0.5', '< 0.5', '> 0', '<= 1'))
const mode = fc.constantFrom(...MODES)
const remedy = fc.constantFrom(...REMEDY_IDS.slice(0, 4))
const category = fc.constantFrom(...CATEGORIES.slice(0, 4))

const when: fc.Arbitrary<Conditions> = fc.record(
  {
    category: fc.oneof(category, fc.array(category, { minLength: 1, maxLength: 2 })),
    confidence: threshold,
    transient: threshold,
    branch: globs,
    base: globs,
    environment: globs,
    labels: globs,
    author: globs,
    title: globs,
    actor: globs,
    event: fc.constantFrom('push', 'pull_request'),
    workflow: globs,
    repository: globs,
    job: globs,
    files: fc.oneof(globs, fc.record({ any: globs, all: globs }, { requiredKeys: [] })),
    fork: fc.boolean(),
    time: fc.record(
      {
        days: fc.constantFrom(...WEEKDAYS),
        hours: fc.constantFrom('09:00-17:00', '22:00-06:00'),
        zone: fc.constant('UTC' as const),
      },
      { requiredKeys: ['zone'] },
    ),
  },
  { requiredKeys: [] },
)

const rule: fc.Arbitrary<PolicyRule> = fc.record(
  { remedy: fc.oneof(remedy, fc.array(remedy, { minLength: 1, maxLength: 2 })), when, then: mode },
  { requiredKeys: ['then'] },
)

const policy: fc.Arbitrary<Policy> = fc
  .record({
    preset: fc.constantFrom(...POLICY_PRESETS),
    remedies: fc.dictionary(remedy, mode, { noNullPrototype: true }),
    rules: fc.array(rule, { maxLength: 4 }),
  })
  .map(said => ({ ...said, ...DEFAULT_LIMITS }))

const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null })

const facts: fc.Arbitrary<PolicyFacts> = fc
  .record({
    remedy,
    environments: maybe(fc.array(word, { maxLength: 2 })),
    failure: fc.record({
      category,
      confidence: fc.constantFrom(0, 0.5, 1),
      transient: fc.constantFrom(0, 0.5, 1),
      job: maybe(word),
    }),
    run: fc.record({
      branch: maybe(word),
      base: maybe(word),
      pullRequest: maybe(fc.constant(1)),
      event: maybe(fc.constantFrom('push', 'pull_request')),
      actor: maybe(word),
      workflow: maybe(word),
      repository: maybe(word),
      fork: maybe(fc.boolean()),
      files: maybe(fc.array(word, { maxLength: 2 })),
      labels: maybe(fc.array(word, { maxLength: 2 })),
      author: maybe(word),
      title: maybe(word),
    }),
    now: fc
      .date({ min: new Date('2026-01-01'), max: new Date('2026-01-31'), noInvalidDate: true })
      .map(at => ({ at: at.toISOString() })),
  })
  .map(completeFacts)

const rank = (verdict: Verdict) => VERDICTS.indexOf(verdict)
const strictness = (mode: Mode) => MODES.indexOf(mode)
const verdictOf = (policy: Policy, facts: PolicyFacts) => rank(decideBy(policy)(facts).verdict)
const stricter = (mode: Mode, by: number): Mode => MODES[Math.max(0, strictness(mode) - by)] as Mode
const runs = { numRuns: 1000 }

test('a decision has a reason, in words', () => {
  fc.assert(
    fc.property(policy, facts, (policy, facts) => {
      const { reasons } = decideBy(policy)(facts)
      expect(reasons.length).toBeGreaterThan(0)
      for (const { text } of reasons) expect(text).toMatch(/^[A-Z].*\.$/)
    }),
    runs,
  )
})

test('a policy with every mode as strict or stricter never allows more', () => {
  const lowered = fc.array(fc.nat(3), { minLength: 9, maxLength: 9 })
  fc.assert(
    fc.property(policy, lowered, facts, (policy, by, facts) => {
      const strict: Policy = {
        ...policy,
        // `auto-rerun` allows most, and each preset before it in the list less.
        preset: POLICY_PRESETS[Math.max(0, POLICY_PRESETS.indexOf(policy.preset) - (by[8] ?? 0))] ?? 'off',
        remedies: Object.fromEntries(
          Object.entries(policy.remedies).map(([id, set], i) => [id, stricter(set ?? 'off', by[i] ?? 0)]),
        ),
        rules: policy.rules.map((rule, i) => ({ ...rule, then: stricter(rule.then, by[i + 4] ?? 0) })),
      }
      expect(verdictOf(strict, facts)).toBeLessThanOrEqual(verdictOf(policy, facts))
    }),
    runs,
  )
})

test('a rule that is put in and is as strict as whatever comes after it never allows more', () => {
  fc.assert(
    fc.property(policy, rule, fc.nat(4), facts, (policy, added, place, facts) => {
      const [before, after] = [policy.rules.slice(0, place), policy.rules.slice(place)]
      const rest = consult({ ...policy, rules: after }, facts).mode
      const then = strictness(added.then) < strictness(rest) ? added.then : rest
      const tightened = { ...policy, rules: [...before, { ...added, then }, ...after] }
      expect(verdictOf(tightened, facts)).toBeLessThanOrEqual(verdictOf(policy, facts))
    }),
    runs,
  )
})

test('to know less never allows more', () => {
  const forgotten = fc.subarray([
    'branch',
    'base',
    'event',
    'actor',
    'workflow',
    'repository',
    'fork',
    'files',
    'labels',
    'author',
    'title',
    'pullRequest',
  ])
  fc.assert(
    fc.property(policy, facts, forgotten, fc.boolean(), fc.boolean(), (policy, facts, names, noJob, noEnvironments) => {
      const less: PolicyFacts = {
        ...facts,
        run: { ...facts.run, ...Object.fromEntries(names.map(name => [name, null])) },
        failure: { ...facts.failure, ...(noJob && { job: null }) },
        ...(noEnvironments && { environments: null }),
      }
      // That a push has no base is told by its event; without base and number it is no pull request's.
      fc.pre(!(facts.run.event === 'push' && names.includes('base') && facts.run.base !== null))
      fc.pre(!(facts.run.event === 'push' && names.includes('pullRequest') && facts.run.pullRequest !== null))
      expect(verdictOf(policy, less)).toBeLessThanOrEqual(verdictOf(policy, facts))
    }),
    { numRuns: 3000 },
  )
})
