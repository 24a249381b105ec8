import { describe, expect, test } from 'vitest'
import { redJob as job } from './red-job.fixture.ts'
import type { RedJob } from './red-jobs.ts'
import { judgeRerun } from './worth.ts'

const NOW = Date.UTC(2026, 0, 5, 12)
const HOUR = 3_600_000
const codes = (...jobs: readonly RedJob[]) => judgeRerun(jobs, NOW, 10).reasons.map(({ code }) => code)

test('what is likely to pass and cheap is worth it, at once', () => {
  expect(judgeRerun([job()], NOW, 10)).toEqual({
    verdict: 'allow',
    reasons: [{ code: 'worth-it', text: 'A re-run passes with 90 % and takes 10 minutes.' }],
    notBeforeMs: NOW,
    chance: 0.9,
  })
})

test('a lottery ticket is not, and neither is what costs more than it saves', () => {
  expect(codes(job({ chance: 0.3 }))).toEqual(['not-worth-it'])
  expect(judgeRerun([job()], NOW, 200)).toMatchObject({ verdict: 'deny', reasons: [{ code: 'not-worth-it' }] })
})

test('one job that cannot pass spoils it for all', () => {
  expect(codes(job(), job({ name: 'lint', nature: 'deterministic', category: 'lint' }))).toEqual(['deterministic'])
  expect(codes(job(), job({ name: 'deploy', nature: 'unproven', category: 'deploy' }))).toEqual(['unproven'])
})

test('jobs with one cause pass together, others independently', () => {
  const chance = (...jobs: readonly RedJob[]) => judgeRerun(jobs, NOW, 10).chance
  expect(chance(job(), job({ name: 'e2e', chance: 0.8 }))).toBe(0.8)
  expect(chance(job(), job({ name: 'e2e', chance: 0.8, fingerprint: 'v1:b' }))).toBeCloseTo(0.72)
})

describe('while something is down', () => {
  const waits = (given: Partial<RedJob>) => (judgeRerun([job(given)], NOW, 10).notBeforeMs - NOW) / HOUR

  test.each([
    ['the first to see it waits half an hour', { sinceMs: NOW - 60_000, hits: 1 }, 0, 0.5],
    ['what lasted two hours will last two more', { sinceMs: NOW - 2 * HOUR, hits: 3 }, 0, 2],
    ['nobody waits longer than four hours', { sinceMs: NOW - 7 * HOUR, hits: 9 }, 0, 4],
    ['after a re-run that failed, two hours', { sinceMs: NOW - 60_000, hits: 2 }, 1, 2],
    ['after two of them, four', { sinceMs: NOW - 60_000, hits: 3 }, 2, 4],
  ])('%s', (_, spell, failedBefore, hours) => {
    expect(waits({ spell, failedBefore })).toBe(hours)
  })

  test('what never comes up again is given up', () => {
    const spell = { sinceMs: NOW - 9 * HOUR, hits: 20 }
    expect(codes(job({ spell, chance: 0.6 }))).toEqual(['lasting'])
    expect(codes(job({ spell, chance: 0.9 }))).toEqual(['worth-it'])
  })
})
