import { describe, expect, test } from 'vitest'
import { seededRandom } from '../../../test/random.ts'
import { type Pair, type Verdict, weigh } from './weigh.ts'

const DESIGN = { margin: 0.3, error: 0.05 }
const MOST_PAIRS = 60
const TRIALS = 1000

/** Of so many canaries how many end so, 0..1, and how many pairs they take on average. */
function simulate(suspectRate: number, parentRate: number) {
  const random = seededRandom(11)
  const ends: Record<Verdict, number> = { regression: 0, flaky: 0, sound: 0, inconclusive: 0 }
  let pairs = 0
  for (let trial = 0; trial < TRIALS; trial++) {
    const runs = Array.from(
      { length: MOST_PAIRS },
      (): Pair => ({ suspectFailed: random() < suspectRate, parentFailed: random() < parentRate }),
    )
    const weighed = weigh(runs, DESIGN)
    ends[weighed.verdict] += 1 / TRIALS
    pairs += weighed.pairs / TRIALS
  }
  return { ...ends, notWorse: ends.flaky + ends.sound, pairs }
}

const pairsOf = (count: number, suspectFailed: boolean, parentFailed: boolean): Pair[] =>
  Array.from({ length: count }, () => ({ suspectFailed, parentFailed }))

describe('error rates, looked at after every pair', () => {
  test.each([0.02, 0.1, 0.3, 0.5, 0.8, 0.97])('two alike that fail with %d: a false regression in at most 5 in 100', rate => {
    expect(simulate(rate, rate).regression).toBeLessThanOrEqual(0.05)
  })

  test('a suspect that is better is no regression', () => {
    expect(simulate(0.2, 0.4).regression).toBeLessThanOrEqual(0.05)
  })

  test.each([
    [0.3, 0],
    [0.5, 0.2],
    [0.8, 0.5],
    [1, 0.7],
  ])('worse by the margin (%d, %d): cleared in at most 5 in 100', (suspect, parent) => {
    expect(simulate(suspect, parent).notWorse).toBeLessThanOrEqual(0.05)
  })
})

describe('power', () => {
  test.each([
    [0.3, 0, 0.95, 20],
    [0.6, 0.1, 0.98, 18],
    [0.8, 0.2, 0.99, 13],
    [1, 0, 1, 3],
  ])('%d against %d is found in %d of canaries, after %d pairs or fewer', (suspect, parent, power, pairs) => {
    const ends = simulate(suspect, parent)
    expect(ends.regression).toBeGreaterThanOrEqual(power - 1e-9)
    expect(ends.pairs).toBeLessThanOrEqual(pairs + 1e-9)
  })

  test('what is as flaky as its parent is called so more often than not', () => {
    expect(simulate(0.3, 0.3).flaky).toBeGreaterThan(0.7)
    expect(simulate(0.05, 0.05).notWorse).toBeGreaterThan(0.95)
  })
})

describe('verdicts', () => {
  test('one that always fails beside one that never does: a regression after three pairs', () => {
    expect(weigh(pairsOf(2, true, false), DESIGN)).toMatchObject({ verdict: 'inconclusive', isOver: false })
    expect(weigh(pairsOf(9, true, false), DESIGN)).toMatchObject({ verdict: 'regression', isOver: true, pairs: 3 })
  })

  test('neither ever fails: sound after eleven pairs', () => {
    expect(weigh(pairsOf(20, false, false), DESIGN)).toMatchObject({
      ...{ verdict: 'sound', pairs: 11, failures: { suspect: 0, parent: 0 } },
    })
  })

  test('a parent that always fails tells nothing of the suspect', () => {
    expect(weigh(pairsOf(20, true, true), DESIGN)).toMatchObject({ verdict: 'inconclusive', isOver: true })
  })

  test('nothing ran: nothing is known', () => {
    expect(weigh([], DESIGN)).toMatchObject({ verdict: 'inconclusive', isOver: false, evidence: { worse: 1 } })
  })

  test('what comes after the answer does not change it', () => {
    const answered = weigh(pairsOf(3, true, false), DESIGN)
    expect(weigh([...pairsOf(3, true, false), ...pairsOf(50, false, true)], DESIGN)).toEqual(answered)
  })
})

test('evidence against "not worse" grows by no more than 1 on average, whatever the rates', () => {
  // The expectation over both outcomes of the next pair, of all rates that the hypothesis allows.
  const before = [...pairsOf(2, true, false), ...pairsOf(3, false, false)]
  const now = weigh(before, { ...DESIGN, error: 1e-9 }).evidence
  for (const [suspect, parent] of [
    [0.1, 0.1],
    [0.5, 0.5],
    [0.9, 0.9],
    [0.2, 0.6],
    [0, 0.01],
  ] as const) {
    const expected = [true, false].flatMap(suspectFailed =>
      [true, false].map(parentFailed => {
        const chance = (suspectFailed ? suspect : 1 - suspect) * (parentFailed ? parent : 1 - parent)
        return chance * weigh([...before, { suspectFailed, parentFailed }], { ...DESIGN, error: 1e-9 }).evidence.worse
      }),
    )
    expect(expected.reduce((sum, value) => sum + value, 0)).toBeLessThanOrEqual(now.worse + 1e-12)
  }
})
