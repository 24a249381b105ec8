import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { checkExamples } from '../core/match/check-examples.ts'
import { DEFAULT_LIMITS } from '../core/policy/limits.ts'
import { rules as builtIn } from '../core/rules/index.ts'
import { loadConfiguration } from './configuration.ts'
import { TEMPLATE } from './init/template.ts'

let directory: string
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'configuration-'))
  mkdirSync(join(directory, '.git'))
})
afterEach(() => rmSync(directory, { recursive: true }))

const load = (text: string, variables = {}) => {
  writeFileSync(join(directory, 'sherpa.yml'), text)
  return loadConfiguration(undefined, { directory, variables })
}

const message = async (text: string) => {
  const error: unknown = await load(text).catch((error: unknown) => error)
  return error instanceof Error ? error.message : 'no error'
}

/** What is commented out as a setting, made one. */
const uncommented = TEMPLATE.replace(
  /^# (?=(?:report|canary|dispatch|reruns|hung|quarantine|baseline|disable|redact|rules|commands|policy):|[ -])/gm,
  '',
)

test('without a file, the defaults', async () => {
  const { file, rules, config } = await loadConfiguration(undefined, { directory, variables: {} })
  expect(file).toBeNull()
  expect(rules).toBe(builtIn)
  expect(config.policy.preset).toBe('suggest')
})

describe('what sherpa init writes', () => {
  test('changes nothing', async () => {
    const { config, rules } = await load(TEMPLATE)
    expect(config).toMatchObject({ rules: [], disable: [], report: {}, policy: { preset: 'suggest' } })
    expect(rules).toEqual(builtIn)
  })

  test('is valid when its comments are settings, and its rule lives up to its examples', async () => {
    const { config, rules, secrets } = await load(uncommented, { DEPLOY_KEY: 'k3y-of-the-deployment' })
    expect(config).toMatchObject({ report: { format: 'text', highlights: 5 }, baseline: 'ci/green.log' })
    expect(config.policy).toMatchObject({ ...DEFAULT_LIMITS, remedies: { 'open-issue': 'auto' } })
    expect(config.policy.rules.map(({ then }) => then)).toEqual(['off', 'auto'])
    expect(rules[0]?.id).toBe('acme-proxy/refused')
    expect(rules.flatMap(rule => (rule.id === 'acme-proxy/refused' ? checkExamples(rule) : []))).toEqual([])
    expect(rules.some(rule => rule.id === 'npm/eresolve')).toBe(false)
    expect(secrets.values).toEqual(['k3y-of-the-deployment'])
    expect(secrets.patterns.map(String)).toEqual(['/acme-[0-9a-f]{32}/'])
  })
})

describe("the user's rules", () => {
  const rule = (more: string) => `rules:\n  - { id: npm/eresolve, category: lint, title: 'x {who}', needles: [abc], ${more} }\n`

  test('one with the id of a built-in rule replaces it', async () => {
    const { rules } = await load(rule("pattern: '(?<who>abc)'"))
    expect(rules.filter(({ id }) => id === 'npm/eresolve').map(({ category }) => category)).toEqual(['lint'])
    expect(rules).toHaveLength(builtIn.length)
  })

  test('the lines of an extent are told by a pattern, too', async () => {
    const { rules } = await load(rule("pattern: '(?<who>abc)', extent: { after: 1, while: '^ +at' }"))
    expect(rules[0]?.extent?.while?.exec('   at x')).not.toBeNull()
    expect(rules[0]?.extent?.while?.exec('end')).toBeNull()
  })

  test.each([
    ["pattern: 'ab(?=c)(?<who>x)'", '(?=c)', 'the pattern has a look-ahead'],
    ["pattern: 'it''s (?=c)(?<who>x)'", '(?=c)', 'the pattern has a look-ahead'],
    ['pattern: "ab(?=c)(?<who>x)"', '(?=c)', 'the pattern has a look-ahead'],
    ['pattern: ab(?=c)(?<who>x)', '(?=c)', 'the pattern has a look-ahead'],
    ["pattern: '(?<whom>abc)'", "'x {who}'", 'the pattern has no capture "who"'],
    [
      "pattern: '(?<who>abc)', extent: { while: 'a**' }",
      '**',
      'the pattern is not a pattern: invalid nested repetition operator',
    ],
  ])('%s is wrong at %s', async (more, place, expected) => {
    const text = rule(more)
    const column = text.slice(text.indexOf('\n') + 1).indexOf(place) + 1
    expect(await message(text)).toContain(`sherpa.yml:2:${column}: ${expected}`)
  })

  test('two of one id', async () => {
    const one = '- { id: a/b, category: test, title: x, needles: [abc], pattern: abc }\n'
    expect(await message(`rules:\n${one}${one}`)).toBe('sherpa.yml:3:9: there are two rules "a/b"')
  })
})

test('disabled rules are gone, and unknown ones are named', async () => {
  const { rules } = await load('disable: [npm/*]')
  expect(rules.filter(({ id }) => id.startsWith('npm/'))).toEqual([])
  expect(await message('disable: [npm/eresolv]')).toBe('sherpa.yml:1:11: there is no rule "npm/eresolv"')
})

test('several mistakes are told together, in the order of the file', async () => {
  expect(await message('reprot: 1\nversion: 3\n')).toBe(
    'sherpa.yml has 2 mistakes\n  sherpa.yml:1:1: there is no setting "reprot" (did you mean report?)\n  sherpa.yml:2:10: version must be 1, and is 3',
  )
})
