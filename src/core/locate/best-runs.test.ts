import { expect, test } from 'vitest'
import type { LogExtract, Match } from '../model/case-file.ts'
import { bestRuns } from './best-runs.ts'

const log = (
  lines: readonly (readonly [text: string, score: number])[],
  matches: readonly Partial<Match>[] = [],
): LogExtract => ({
  name: 'log',
  job: null,
  format: 'plain',
  size: { lines: lines.length, bytes: 1000 },
  runner: null,
  sections: [],
  matches: matches as readonly Match[],
  tests: [],
  lines: lines.map(([text, score], i) => ({ n: i + 1, text, score })),
  compared: false,
})

test('the best lines, with their equals around them, best first', () => {
  const lines = [
    ['ok', 0.1],
    ['it broke', 0.6],
    ['badly', 0.5],
    ['ok', 0.1],
    ['ok', 0.1],
    ['ok', 0.1],
    ['worse', 0.9],
  ] as const
  expect(bestRuns(log(lines)).slice(0, 2)).toEqual([
    [7, 7],
    [2, 3],
  ])
})

test('no run holds what a CI says of its own doings, a diff stat or a verdict that a rule knows', () => {
  const lines = [
    ['##[group]Run make', 0.9],
    [' src/panic.ts | 104 +++++++++---', 0.9],
    ['your change is larger than we allow', 0.2],
    ['the step failed with code 1', 0.8],
  ] as const
  expect(bestRuns(log(lines, [{ role: 'symptom', at: 4 }]))).toEqual([[3, 3]])
})

test('the last words before a verdict are looked at, however little they say', () => {
  const lines = [
    ['error: it broke', 0.9],
    ...Array.from({ length: 9 }, () => ['…', 0.1] as const),
    ['', 0],
    ['too large', 0.01],
    ['by far', 0.01],
    ['exit 1', 0.9],
  ] as const
  expect(bestRuns(log(lines, [{ role: 'symptom', at: 14 }]))).toContainEqual([12, 13])
})
