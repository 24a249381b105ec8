import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CATEGORIES } from '../../src/core/model/category.ts'
import { REMEDY_IDS, type Verdict } from '../../src/core/model/plan.ts'
import { completeFacts, type SomeFacts } from '../../src/core/policy/complete-facts.ts'
import type { PolicyFacts } from '../../src/core/policy/facts.ts'
import type { OpaBundle, OpaServer, Policy } from '../../src/core/policy/policy.ts'
import type { Decision } from '../../src/core/policy/strictest.ts'
import { redact } from '../../src/core/redact/redact.ts'
import { loadConfig } from '../../src/integrations/config-file/load-config.ts'
import { connectPolicy, type Decide } from '../../src/integrations/connect-policy.ts'
import { buildBundle, findOpa, startOpa } from '../opa.ts'
import { tempFolder } from '../temp-folder.ts'
import { codeBlocks, ROOT } from './documents/code-blocks.ts'

const REGO = join(ROOT, 'examples/policy/policy.rego')
const YAML = readFileSync(join(ROOT, 'examples/policy/sherpa.yml'), 'utf8')

/** The policy of the examples, as each engine has it. */
const ENGINES = ['sherpa.yml', 'a server of OPA', 'a bundle for OPA'] as const

const opa = findOpa()
const engines = new Map<(typeof ENGINES)[number], Decide>()
const folder = tempFolder()
let server: Awaited<ReturnType<typeof startOpa>> | undefined

beforeAll(async () => {
  const policy = policyOf(YAML)
  const connect = (opa?: OpaServer | OpaBundle) =>
    connectPolicy(opa ? { ...policy, opa } : policy, { folder: folder.path, hide: redact })
  engines.set('sherpa.yml', await connect())
  if (opa === undefined) return
  server = await startOpa(opa, REGO)
  buildBundle(opa, { rego: REGO, bundle: join(folder.path, 'policy.tar.gz') })
  engines.set('a server of OPA', await connect({ url: server.url, decision: 'sherpa/decision', timeoutSeconds: 20 }))
  engines.set('a bundle for OPA', await connect({ bundle: 'policy.tar.gz', entrypoint: 'sherpa/decision', timeoutSeconds: 20 }))
})
afterAll(async () => {
  await server?.[Symbol.asyncDispose]()
  folder[Symbol.dispose]()
})

function policyOf(text: string): Policy {
  const loaded = loadConfig(text, 'sherpa.yml')
  if ('troubles' in loaded) throw new Error(loaded.troubles[0]?.message)
  return loaded.value.config.policy
}

const free = { event: 'pull_request', labels: [], fork: false } as const
const rerun = { remedy: 'rerun-failed-jobs', failure: { category: 'network', confidence: 0.8 } } as const
const rollBack = { remedy: 'roll-back-deployment', environments: ['production'], run: free } as const
const at = (time: string) => ({ now: { at: time } })

const CASES: readonly [name: string, facts: SomeFacts, verdict: Verdict][] = [
  ['nothing is known', {}, 'deny'],
  ['what the network broke', { ...rerun, run: free }, 'allow'],
  ['one job of it', { ...rerun, remedy: 'rerun-job', run: free }, 'allow'],
  ['all jobs of it', { ...rerun, remedy: 'rerun-run', run: free }, 'deny'],
  ['what the runner broke', { ...rerun, failure: { category: 'runner', confidence: 1 }, run: free }, 'allow'],
  ['what is not as sure', { ...rerun, failure: { category: 'network', confidence: 0.79 }, run: free }, 'ask'],
  ['a test', { ...rerun, failure: { category: 'test', confidence: 1 }, run: free }, 'ask'],
  ['from a fork', { ...rerun, run: { ...free, fork: true } }, 'ask'],
  ['from a fork or not', { ...rerun, run: { ...free, fork: null } }, 'ask'],
  ['on hold', { ...rerun, run: { ...free, labels: ['bug', 'Do-Not-Touch'] } }, 'deny'],
  ['with another label', { ...rerun, run: { ...free, labels: ['do-not-touch-this'] } }, 'allow'],
  ['with labels that nobody knows', { ...rerun, run: { ...free, labels: null } }, 'deny'],
  ['of a push, which has none', { ...rerun, run: { event: 'push', fork: false } }, 'allow'],
  ['of a push with a pull request', { ...rerun, run: { event: 'push', pullRequest: 4, fork: false } }, 'deny'],
  ['a roll-back in working hours', rollBack, 'ask'],
  ['a roll-back at eight', { ...rollBack, ...at('2026-01-05T08:00:00Z') }, 'ask'],
  ['a roll-back at six in the evening', { ...rollBack, ...at('2026-01-05T18:00:00Z') }, 'deny'],
  ['a roll-back in another zone', { ...rollBack, ...at('2026-01-05T06:30:00-05:00') }, 'ask'],
  ['a roll-back on a Sunday', { ...rollBack, ...at('2026-01-04T12:00:00Z') }, 'deny'],
  ['a roll-back of several', { ...rollBack, environments: ['staging', 'Production'] }, 'ask'],
  ['a roll-back elsewhere', { ...rollBack, environments: ['staging'] }, 'deny'],
  ['a roll-back of who knows what', { ...rollBack, environments: null }, 'deny'],
  ['an issue', { remedy: 'open-issue', run: free }, 'allow'],
  ['an issue about what is on hold', { remedy: 'open-issue', run: { ...free, labels: ['do-not-touch'] } }, 'deny'],
  ['a command', { remedy: 'run-command', run: free }, 'deny'],
]

/** Without OPA, its tests are skipped; in CI that is an error. */
const isMissing = (engine: (typeof ENGINES)[number]) => engine !== 'sherpa.yml' && opa === undefined

describe.each(ENGINES)('%s', engine => {
  const decide = async (facts: PolicyFacts) => (await engines.get(engine)?.([facts]))?.[0]

  test.skipIf(isMissing(engine)).each(CASES)('%s', async (_, facts, verdict) => {
    const decision = await decide(completeFacts(facts))
    expect(decision?.verdict).toBe(verdict)
    expect(decision?.reasons.length).toBeGreaterThan(0)
    for (const { code } of decision?.reasons ?? []) expect(code).not.toMatch(/^policy-un/)
  })
})

test.skipIf(opa === undefined)('whatever the facts, the engines say the same', { timeout: 60_000 }, async () => {
  const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null })
  const facts = fc
    .record({
      remedy: fc.constantFrom(...REMEDY_IDS),
      failure: fc.record({ category: fc.constantFrom(...CATEGORIES), confidence: fc.constantFrom(0, 0.79, 0.8, 1) }),
      run: fc.record({
        event: maybe(fc.constantFrom('push', 'pull_request', 'workflow_run', 'schedule')),
        pullRequest: maybe(fc.constant(3)),
        base: maybe(fc.constant('main')),
        fork: maybe(fc.boolean()),
        labels: maybe(fc.array(fc.constantFrom('bug', 'do-not-touch', 'DO-not-touch'), { maxLength: 2 })),
      }),
      environments: maybe(fc.array(fc.constantFrom('staging', 'production', 'PRODUCTION'), { maxLength: 2 })),
      now: fc
        .date({ min: new Date('2026-01-01'), max: new Date('2026-02-01'), noInvalidDate: true })
        .map(date => ({ at: date.toISOString() })),
    })
    .map(completeFacts)
  await fc.assert(
    fc.asyncProperty(facts, async facts => {
      const verdicts = await Promise.all(ENGINES.map(async engine => (await engines.get(engine)?.([facts]))?.[0]?.verdict))
      expect(new Set(verdicts).size).toBe(1)
    }),
    { numRuns: 500 },
  )
})

describe.skipIf(opa === undefined)('an engine that', () => {
  /** What a server and a bundle make of a policy. */
  async function decide(rego: string, timeoutSeconds: number) {
    const file = folder.write('other.rego', rego)
    buildBundle(opa ?? '', { rego: file, bundle: join(folder.path, 'other.tar.gz') })
    await using other = await startOpa(opa ?? '', file)
    const engines = [
      { url: other.url, decision: 'sherpa/decision', timeoutSeconds },
      { bundle: 'other.tar.gz', entrypoint: 'sherpa/decision', timeoutSeconds },
    ]
    const told: (Decision | undefined)[] = []
    for (const opa of engines) {
      const decide = await connectPolicy({ ...policyOf(YAML), opa }, { folder: folder.path, hide: redact })
      told.push((await decide([completeFacts({})]))[0])
    }
    return told
  }
  const denied = (code: string) => Array(2).fill({ verdict: 'deny', reasons: [{ code, text: expect.any(String) }] })

  test('says nothing', async () => {
    const rego = 'package sherpa\n\ndecision := "allow" if input.remedy == "open-issue"\n'
    expect(await decide(rego, 20)).toEqual(denied('policy-undefined'))
  })

  test('says what is no verdict', async () => {
    expect(await decide('package sherpa\n\ndecision := true\n', 20)).toEqual(denied('policy-unavailable'))
  })

  test('computes for too long', async () => {
    const rego = `package sherpa

decision := "allow" if {
	count({x | some a in numbers.range(1, 4000); some b in numbers.range(1, 4000); x := a * b}) > 0
}
`
    expect(await decide(rego, 0.3)).toEqual(denied('policy-unavailable'))
  })
})

test('the document shows these policies and cases, and two ways to OPA that are a configuration', () => {
  const file = (name: string) => readFileSync(join(ROOT, 'examples/policy', name), 'utf8')
  const [yaml, cases, ...engines] = codeBlocks('docs/policy.md', 'yaml')
  expect([yaml, cases, ...codeBlocks('docs/policy.md', 'rego')]).toEqual([YAML, file('cases.yml'), file('policy.rego')])
  expect(engines.map(text => policyOf(text).opa)).toEqual([
    { url: 'http://127.0.0.1:8181', decision: 'sherpa/decision', timeoutSeconds: 2 },
    { bundle: 'policy.tar.gz', entrypoint: 'sherpa/decision', timeoutSeconds: 2 },
  ])
})
