import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { recipes } from '../../scripts/fixtures/recipes/index.ts'
import { diagnose } from '../../src/core/diagnose.ts'
import { gatherInput } from '../../src/core/gather/from-logs.ts'
import { createKnowledge } from '../../src/core/log/read.ts'
import type { Diagnosis } from '../../src/core/model/diagnosis.ts'
import { rules } from '../../src/core/rules/index.ts'
import { frameworks } from '../../src/core/tests/index.ts'
import { opened } from '../read-input.ts'

/** What a person says about a log; `category` is null where nothing failed. */
interface Expectation {
  readonly category: string | null
  /** Other categories that a reasonable engineer could name. */
  readonly also?: readonly string[]
  /** A rule that must recognise it; null where no rule is bound to. */
  readonly rule?: string | null
  /** What to read, first line to last. */
  readonly lines?: readonly [start: number, end: number]
  readonly failedTests?: readonly string[]
  readonly transient?: 'likely' | 'unlikely' | 'unclear'
}

const LOGS = join(import.meta.dirname, '../../fixtures/logs')
const knowledge = createKnowledge({ rules, frameworks })
const names = readdirSync(LOGS)
  .filter(file => file.endsWith('.log'))
  .map(file => file.slice(0, -'.log'.length))

const expectation = (name: string): Expectation => JSON.parse(readFileSync(join(LOGS, `${name}.expected.json`), 'utf8'))

const diagnosed = async (name: string): Promise<Diagnosis> =>
  diagnose(await gatherInput(await opened(join(LOGS, `${name}.log`)), { knowledge }), knowledge)

test('every log has a recipe and an expectation, and every recipe a log', () => {
  const expected = readdirSync(LOGS).filter(file => file.endsWith('.expected.json'))
  expect(recipes.map(recipe => recipe.name).sort()).toEqual(names)
  expect(expected.map(file => file.slice(0, -'.expected.json'.length))).toEqual(names)
})

describe.each(names)('%s', name => {
  const { category, also = [], rule, lines, failedTests, transient } = expectation(name)

  test('is diagnosed', async () => {
    const diagnosis = await diagnosed(name)
    if (category === null) return expect(diagnosis.failures).toEqual([])
    expect([category, ...also]).toContain(diagnosis.category)
    const [start, end] = diagnosis.failures[0]?.lines ?? [0, 0]
    const [from, to] = lines ?? [1, 0]
    expect(start <= to && end >= from, `the first failure stands at ${start}-${end}, not within ${from}-${to}`).toBe(true)
    if (rule) expect(diagnosis.failures.map(failure => failure.rule)).toContain(rule)
    if (transient === 'likely') expect(diagnosis.transient).toBeGreaterThan(0.3)
    if (transient === 'unlikely') expect(diagnosis.transient).toBeLessThan(0.7)
  })

  if (failedTests)
    test('names the tests that failed', async () => {
      const found = (await diagnosed(name)).tests.flatMap(report => report.failedTests.map(failed => failed.name))
      expect(found.sort()).toEqual([...failedTests].sort())
    })
})
