import { expect, test } from 'vitest'
import { reading } from '../reading.fixture.ts'

const at = (job: string, step: string, second: number, text: string) =>
  `${job}\t${step}\t2026-03-02T08:00:${String(second).padStart(2, '0')}.0000000Z ${text}`

test('job and step stand in columns', () => {
  const log = reading([
    at('unit (24)', 'Set up job', 0, "\ufeffCurrent runner version: '2.331.0'"),
    at('unit (24)', 'Tests', 1, '##[group]Run npm test'),
    at('unit (24)', 'Tests', 1, '\u001b[36;1mnpm test\u001b[0m'),
    at('unit (24)', 'Tests', 1, 'shell: /usr/bin/bash -e {0}'),
    at('unit (24)', 'Tests', 1, '##[endgroup]'),
    at('unit (24)', 'Tests', 2, '##[error]a.js:1 looks bad'),
    at('unit (24)', 'Lint', 4, '##[group]Run npm run lint'),
    at('unit (24)', 'Lint', 4, '##[endgroup]'),
    'unit (24)\tLint\t  a message that goes on',
    at('unit (24)', 'Lint', 7, '##[error]Process completed with exit code 1.'),
    at('unit (24)', 'Complete job', 8, 'Cleaning up orphan processes'),
    at('build', 'Set up job', 0, "Current runner version: '2.331.0'"),
    at('build', 'Complete job', 3, 'Cleaning up orphan processes'),
  ])
  expect(log.format).toBe('gh-run-view')
  expect(log.outline('step')).toEqual([
    'step 1-1 0ms Set up job @unit (24)',
    'step 2-6 1000ms Tests @unit (24)',
    'step 7-10 FAILED exit 1 3000ms Lint @unit (24)',
    'step 11-11 0ms Complete job @unit (24)',
    'step 12-12 0ms Set up job @build',
    'step 13-13 0ms Complete job @build',
  ])
  expect(log.verdict).toBe('failed')
  expect(log.lines[8]).toMatchObject({ n: 9, text: '  a message that goes on' })
  expect(log.lines[2]).toMatchObject({ text: 'npm test', echo: true })
})

test('where the steps are unknown, the lines tell them', () => {
  const unknown = (second: number, text: string) => at('unit', 'UNKNOWN STEP', second, text)
  const log = reading([
    unknown(0, "Current runner version: '2.331.0'"),
    unknown(1, '##[group]Run npm test'),
    unknown(1, 'shell: /usr/bin/bash -e {0}'),
    unknown(1, '##[endgroup]'),
    unknown(5, '##[error]Process completed with exit code 1.'),
    unknown(6, 'Post job cleanup.'),
  ])
  expect(log.outline('step')).toEqual([
    'step 1-1 1000ms Set up job @unit',
    'step 2-5 FAILED exit 1 5000ms Run npm test @unit',
    'step 6-6 0ms Post job cleanup @unit',
  ])
})

test('a program that prints tables is no such log', () => {
  expect(reading(['name\tversion\tsize', 'left\t1.0\t12', 'right\t2.0\t13']).format).toBe('plain')
})
