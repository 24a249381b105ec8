import { readFileSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import type { ICruiseResult } from 'dependency-cruiser'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { tempFolder } from '../temp-folder.ts'
import { cruiseTree, readConfiguration } from './layers/cruise-tree.ts'
import { INNOCENT, OFFENCES } from './layers/offences.ts'

const ROOT = join(import.meta.dirname, '../..')

describe('the rules bite', () => {
  const folder = tempFolder()
  const tree = realpathSync(folder.path)
  let breaches: readonly string[] = []

  beforeAll(async () => {
    for (const name of ['.dependency-cruiser.cjs', 'tsconfig.json']) folder.write(name, readFileSync(join(ROOT, name)))
    for (const [path, source] of Object.entries(INNOCENT)) folder.write(path, source)
    for (const { from, source } of OFFENCES) folder.write(from, source)
    const { summary } = await cruiseTree(tree, ['src', 'test'])
    breaches = summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)
  })
  afterAll(() => folder[Symbol.dispose]())

  test.each(OFFENCES)('$rule', ({ rule, from, to }) => {
    expect(breaches).toContain(`${rule}: ${from} → ${to}`)
  })

  test('and each rule has an offence to prove it', () => {
    expect(new Set(readConfiguration(tree).forbidden.map(({ name }) => name))).toEqual(new Set(OFFENCES.map(({ rule }) => rule)))
  })

  test('and leave alone what breaks nothing', () => {
    expect(breaches.filter(breach => !OFFENCES.some(({ from }) => breach.includes(`: ${from} → `)))).toEqual([])
  })
})

describe('this project', () => {
  let result: ICruiseResult

  beforeAll(async () => {
    result = await cruiseTree(ROOT, ['src', 'test', 'scripts', 'bench'])
  })

  test('is seen: an upgrade of TypeScript can hide every module without a word', () => {
    expect(result.modules.filter(({ source }) => source.startsWith('src/')).length).toBeGreaterThan(100)
    expect(result.summary.totalDependenciesCruised ?? 0).toBeGreaterThan(300)
  })

  test('keeps the rules', () => {
    const { forbidden } = readConfiguration(ROOT)
    const advice = (name: string) => forbidden.find(rule => rule.name === name)?.comment
    expect(result.summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}. ${advice(rule.name)}`)).toEqual(
      [],
    )
  })

  test.each([
    ['src/cli/main.ts', []],
    ['src/cli/start.ts', ['commander']],
    ['src/cli/diagnose/run.ts', []],
    ['src/index.ts', []],
  ])('%s loads no package at once but %j', (entry, packages) => {
    const loaded = loadedAtOnce(result, entry).filter(source => source.includes('node_modules/'))
    expect(loaded.filter(source => !packages.some(name => source.includes(`node_modules/${name}/`)))).toEqual([])
  })
})

/** What an entry brings along: everything it reaches without `import()`; types cost nothing. */
function loadedAtOnce({ modules }: ICruiseResult, entry: string): readonly string[] {
  const known = new Map(modules.map(module => [module.source, module]))
  const loaded = new Set([entry])
  for (const source of loaded) {
    for (const { resolved, dynamic, dependencyTypes } of known.get(source)?.dependencies ?? []) {
      if (!dynamic && !dependencyTypes.includes('type-only')) loaded.add(resolved)
    }
  }
  return [...loaded]
}
