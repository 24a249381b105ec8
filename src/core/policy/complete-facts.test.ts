import { expect, test } from 'vitest'
import { completeFacts } from './complete-facts.ts'

test('what nobody says is not known, of the first attempt, on a Monday at noon', () => {
  expect(completeFacts({})).toEqual({
    remedy: 'rerun-failed-jobs',
    params: {},
    risk: 'low',
    reversible: false,
    costMinutes: 0,
    environments: null,
    failure: { category: 'unknown', nature: 'unproven', confidence: 0, transient: 0, fingerprint: null, job: null },
    run: {
      repository: null,
      workflow: null,
      run: null,
      attempt: 1,
      event: null,
      branch: null,
      base: null,
      pullRequest: null,
      commit: null,
      actor: null,
      triggeredBy: null,
      fork: null,
      files: null,
      labels: null,
      author: null,
      title: null,
    },
    now: { at: '2026-01-05T12:00:00.000Z', weekday: 1, hour: 12 },
  })
})

test('what is said holds, and undefined says nothing', () => {
  const facts = completeFacts({
    remedy: 'open-issue',
    risk: undefined,
    costMinutes: 7,
    params: undefined,
    failure: { category: 'compile', confidence: undefined, transient: 0.4 },
    run: { branch: 'main', attempt: undefined, fork: false, files: [] },
    now: { at: '2026-03-07T23:30:00+01:00' },
  })
  expect(facts).toMatchObject({ remedy: 'open-issue', costMinutes: 7, params: {} })
  expect(facts.failure).toMatchObject({ category: 'compile', nature: 'deterministic', confidence: 0, transient: 0.4 })
  expect(facts.run).toMatchObject({ branch: 'main', attempt: 1, fork: false, files: [] })
  expect(facts.now).toEqual({ at: '2026-03-07T22:30:00.000Z', weekday: 6, hour: 22 })
})

test('risk and whether it can be undone are those of the remedy; of an unknown one the worst is assumed', () => {
  const of = (remedy: string) => {
    const { risk, reversible } = completeFacts({ remedy: remedy as 'open-issue' })
    return { risk, reversible }
  }
  expect(of('rerun-failed-jobs')).toEqual({ risk: 'low', reversible: false })
  expect(of('roll-back-container')).toEqual({ risk: 'medium', reversible: true })
  expect(of('format-disk')).toEqual({ risk: 'high', reversible: false })
})

test('a nature that is said wins over that of the category', () => {
  expect(completeFacts({ failure: { category: 'test', nature: 'transient' } }).failure.nature).toBe('transient')
})
