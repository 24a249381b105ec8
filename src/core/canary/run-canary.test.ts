import { expect, test } from 'vitest'
import type { TrialEnd } from '../model/trial.ts'
import { runCanary } from './run-canary.ts'

const end = (outcome: TrialEnd['outcome']): TrialEnd => ({ outcome, exitCode: 0, durationMs: 1, tail: outcome })

/** Runs commits as they are told, and keeps the order. */
function canary(outcomes: { readonly suspect: TrialEnd['outcome'][]; readonly parent: TrialEnd['outcome'][] }, more = {}) {
  const ran: string[] = []
  const next = { suspect: 0, parent: 0 }
  const trials = {
    run: async (commit: string) => {
      ran.push(commit)
      const who = commit as 'suspect' | 'parent'
      return end(outcomes[who][next[who]++ % outcomes[who].length] ?? 'passed')
    },
  }
  const settings = { suspect: 'suspect', parent: 'parent', margin: 0.3, error: 0.05, maxRuns: 80, jobs: 1, onProgress: () => {} }
  return runCanary(trials, { ...settings, ...more }).then(result => ({ result, ran }))
}

test('stops as soon as the answer is there; each goes first every other time', async () => {
  const { result, ran } = await canary({ suspect: ['failed'], parent: ['passed'] })
  expect(result).toMatchObject({
    verdict: 'regression',
    pairs: 3,
    runs: 6,
    lastFailure: { suspect: { tail: 'failed' }, parent: null },
  })
  expect(ran).toEqual(['parent', 'suspect', 'suspect', 'parent', 'parent', 'suspect'])
})

test('gives up after so many runs', async () => {
  const { result } = await canary({ suspect: ['failed', 'passed'], parent: ['passed', 'failed'] }, { maxRuns: 9 })
  expect(result).toMatchObject({ verdict: 'inconclusive', isOver: false, pairs: 4, runs: 8 })
})

test('a run that takes too long has failed, one that cannot tell does not count', async () => {
  const timedOut = await canary({ suspect: ['timed-out'], parent: ['passed'] })
  expect(timedOut.result).toMatchObject({ verdict: 'regression', timedOut: 3 })
  const skipped = await canary({ suspect: ['skipped'], parent: ['passed'] })
  expect(skipped.result).toMatchObject({ verdict: 'inconclusive', pairs: 0, skipped: 5, runs: 10 })
})

test('an interrupted run ends it, and counts as nothing', async () => {
  const { result } = await canary({ suspect: ['failed', 'interrupted'], parent: ['passed'] })
  expect(result).toMatchObject({ verdict: 'inconclusive', interrupted: true, pairs: 1 })
})

test('several at a time: no more than that', async () => {
  let running = 0
  let most = 0
  const trials = {
    run: async () => {
      most = Math.max(most, ++running)
      await new Promise(resolve => setImmediate(resolve))
      running--
      return end('passed')
    },
  }
  const settings = { suspect: 'a', parent: 'b', margin: 0.3, error: 0.05, maxRuns: 80, onProgress: () => {} }
  expect(await runCanary(trials, { ...settings, jobs: 5 })).toMatchObject({ verdict: 'sound', pairs: 11, runs: 24 })
  expect(most).toBe(4)
})
