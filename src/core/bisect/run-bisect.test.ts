import { describe, expect, test } from 'vitest'
import { seededRandom } from '../../../test/random.ts'
import type { TrialEnd } from '../model/trial.ts'
import { runBisect } from './run-bisect.ts'

const facts = (at: number) => ({ commit: `c${at}`, subject: `change ${at}` })
const end = (outcome: TrialEnd['outcome']): TrialEnd => ({ outcome, exitCode: null, durationMs: 1, tail: '' })

/** Bisects so many commits, of which those from `first` on fail as often as `after` says, and those before as `before` does. */
async function bisect(
  { commits, first, before, after }: { commits: number; first: number; before: number; after: number },
  { random = seededRandom(5), maxRuns = 200, skip = (_: number): boolean => false, mostSkips = 1 } = {},
) {
  const ran: number[] = []
  const trials = {
    run: async (commit: string) => {
      const at = Number(commit.slice(1))
      ran.push(at)
      if (skip(at)) return end('skipped')
      return end(random() < (at >= first ? after : before) ? 'failed' : 'passed')
    },
  }
  const result = await runBisect(trials, {
    ...{ good: facts(0), commits: Array.from({ length: commits }, (_, i) => facts(i + 1)), confidence: 0.95, maxRuns },
    ...{ mostSkips, onProgress: () => {} },
  })
  return { ...result, ran }
}

describe('a command that is no dice', () => {
  test.each([1, 2, 17, 63, 64])('first bad commit %d of 64: found in a few runs more than a binary search', async first => {
    const result = await bisect({ commits: 64, first, before: 0, after: 1 })
    expect(result).toMatchObject({ verdict: 'found', firstBad: facts(first), rates: { before: expect.any(Number) } })
    expect(result.ran.slice(0, 2)).toEqual([64, 0])
    expect(result.runs).toBeLessThanOrEqual(15)
    expect(result.posterior.reduce((sum, { probability }) => sum + probability, result.unchanged)).toBeCloseTo(1, 9)
  })

  test('one commit: both ends suffice', async () => {
    expect(await bisect({ commits: 1, first: 1, before: 0, after: 1 })).toMatchObject({ verdict: 'found', runs: 2 })
  })
})

test.each([
  { before: 0.05, after: 0.6, mostRuns: 65 },
  { before: 0, after: 0.3, mostRuns: 90 },
  { before: 0.2, after: 0.8, mostRuns: 70 },
])('flaky, $before before and $after after: found, and as often as it says', async ({ mostRuns, ...rates }) => {
  const random = seededRandom(21)
  const results = []
  for (let trial = 0; trial < 40; trial++) {
    const first = 1 + Math.floor(random() * 40)
    const { verdict, firstBad, runs } = await bisect({ commits: 40, first, ...rates }, { random })
    results.push({ isRight: verdict === 'found' && firstBad.commit === `c${first}`, runs })
  }
  expect(results.filter(({ isRight }) => isRight).length).toBeGreaterThanOrEqual(36)
  expect(results.reduce((sum, { runs }) => sum + runs, 0) / results.length).toBeLessThanOrEqual(mostRuns)
})

describe('nothing to find', () => {
  test.each([0, 1])('it fails with %d everywhere: unchanged', async rate => {
    const result = await bisect({ commits: 8, first: 4, before: rate, after: rate })
    expect(result.verdict).toBe('unchanged')
  })

  test('too few runs: inconclusive, with the likeliest', async () => {
    const result = await bisect({ commits: 64, first: 40, before: 0, after: 1 }, { maxRuns: 5 })
    expect(result).toMatchObject({ verdict: 'inconclusive', runs: 5 })
    expect(result.confidence).toBeLessThan(0.95)
  })
})

test('commits that cannot be tried are not tried again, and may be the first bad one', async () => {
  const result = await bisect({ commits: 20, first: 10, before: 0, after: 1 }, { skip: at => at === 9 || at === 10 })
  expect(result.ran.filter(at => at === 9 || at === 10).length).toBeLessThanOrEqual(2)
  expect(result.verdict).toBe('inconclusive')
  const suspects = result.posterior.filter(({ probability }) => probability > 0.2).map(({ commit }) => commit)
  expect(suspects).toEqual(['c9', 'c10', 'c11'])
})

test('where what cannot tell is chance, it is tried again', async () => {
  let left = 2
  const result = await bisect(
    { commits: 20, first: 10, before: 0, after: 1 },
    { skip: at => at === 10 && left-- > 0, mostSkips: 3 },
  )
  expect(result).toMatchObject({ verdict: 'found', firstBad: facts(10) })
})
