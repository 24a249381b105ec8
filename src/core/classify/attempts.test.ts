import { describe, expect, test } from 'vitest'
import type { CaseFile } from '../model/case-file.ts'
import { attemptNotes, elsewhere, weighAttempts } from './attempts.ts'

const file = {
  attempts: [
    {
      attempt: 1,
      jobs: [
        { name: 'unit', conclusion: 'failure' },
        { name: 'lint', conclusion: 'success' },
      ],
    },
    { attempt: 3, jobs: [{ name: 'unit', conclusion: 'success' }] },
    { attempt: 4, jobs: [{ name: 'unit', conclusion: 'cancelled' }] },
  ],
} as unknown as CaseFile

test('how a job ended elsewhere', () => {
  expect(elsewhere(file, 'unit')).toEqual({ passed: [3], failed: [1] })
  expect(elsewhere(file, 'deploy')).toEqual({ passed: [], failed: [] })
  expect(elsewhere({ ...file, attempts: [] }, 'unit')).toEqual({ passed: [], failed: [] })
})

describe('a test that', () => {
  const verdict = { category: 'test', transient: 0.2, confidence: 0.9 } as const

  test('passed in another attempt of the same commit is flaky, and a re-run helps', () => {
    const { category, transient, confidence } = weighAttempts(verdict, { passed: [2], failed: [] })
    expect({ category, confidence }).toEqual({ category: 'flaky_test', confidence: 0.9 })
    expect(transient).toBeCloseTo(10 / 11)
  })

  test('failed each time is none, and a re-run helps less', () => {
    const { category, transient } = weighAttempts(verdict, { passed: [], failed: [1, 2] })
    expect(category).toBe('test')
    expect(transient).toBeCloseTo(1 / 65)
  })

  test('was run once is judged as before', () => {
    expect(weighAttempts(verdict, { passed: [], failed: [] })).toMatchObject({ category: 'test', transient: expect.closeTo(0.2) })
  })
})

test('no other failure becomes a flaky test', () => {
  expect(weighAttempts({ category: 'network', transient: 0.9 }, { passed: [2], failed: [] }).category).toBe('network')
})

test('certainty stays certainty', () => {
  expect(weighAttempts({ category: 'test', transient: 1 }, { passed: [], failed: [1] }).transient).toBe(1)
  expect(weighAttempts({ category: 'test', transient: 0 }, { passed: [1], failed: [] }).transient).toBe(0)
})

test('the evidence is told', () => {
  expect(attemptNotes('unit', { passed: [3], failed: [1, 2] })).toEqual([
    { code: 'other-attempts', text: 'On the same commit, unit passed in attempt 3 and failed in attempts 1, 2.' },
  ])
  expect(attemptNotes('unit', { passed: [], failed: [] })).toEqual([])
})
