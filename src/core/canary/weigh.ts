/** What became of one run of the suspect and one of its parent, made at about the same time. */
export interface Pair {
  readonly suspectFailed: boolean
  readonly parentFailed: boolean
}

/** What is looked for, and how sure the answer has to be. */
export interface Design {
  /** A rise of the failure rate that matters, 0..1: less of it may be overlooked. */
  readonly margin: number
  /** How often each of the two answers, `regression` and its opposite, may be wrong, 0..1. */
  readonly error: number
}

/**
 * `regression`: the suspect fails more often than its parent. `sound`: neither failed, and a rise by the margin would have shown.
 * `flaky`: it does not fail more often than its parent by the margin, but both, or one of them, fail at times. `inconclusive`: more runs
 * could tell, or the parent is broken itself.
 */
export type Verdict = 'regression' | 'flaky' | 'sound' | 'inconclusive'

export interface Weighed {
  readonly verdict: Verdict
  /** The answer stands, whatever came after. */
  readonly isOver: boolean
  readonly pairs: number
  readonly failures: { readonly suspect: number; readonly parent: number }
  /** How strongly the runs speak against "not worse", and against "worse by the margin or more": e-values, 1 is nothing. */
  readonly evidence: { readonly worse: number; readonly notWorse: number }
}

/**
 * Weighs runs of a suspect against runs of its parent, and may be asked after each pair: both measures are e-processes, so by Ville's
 * inequality the chance that one ever exceeds 1/error where it should not is at most `error`, whenever one stops. What comes after
 * the first crossing is not looked at.
 */
export function weigh(pairs: readonly Pair[], { margin, error }: Design): Weighed {
  const worse = createWorse()
  const notWorse = createNotWorse(margin)
  const failures = { suspect: 0, parent: 0 }
  for (const [at, pair] of pairs.entries()) {
    worse.add(pair)
    notWorse.add(pair)
    failures.suspect += Number(pair.suspectFailed)
    failures.parent += Number(pair.parentFailed)
    const seen = { pairs: at + 1, failures: { ...failures }, evidence: { worse: worse.value(), notWorse: notWorse.value() } }
    if (worse.value() >= 1 / error) return { verdict: 'regression', isOver: true, ...seen }
    if (notWorse.value() >= 1 / error) return { verdict: notWorseVerdict(seen), isOver: true, ...seen }
  }
  return {
    ...{ verdict: 'inconclusive', isOver: false, pairs: pairs.length, failures },
    evidence: { worse: worse.value(), notWorse: notWorse.value() },
  }
}

function notWorseVerdict({ pairs, failures }: Pick<Weighed, 'pairs' | 'failures'>): Verdict {
  if (failures.parent === pairs) return 'inconclusive'
  return failures.parent + failures.suspect > 0 ? 'flaky' : 'sound'
}

/** Evidence that grows pair by pair. */
interface EProcess {
  add(pair: Pair): void
  value(): number
}

/** What is believed before the first pair, as failures and passes: a suspect is suspected. */
const BELIEF = { suspect: [0.27, 0.09], parent: [0.09, 0.27] } as const

/**
 * Against "the suspect fails no more often than its parent": the likelihood of each pair under what the pairs before it suggest, over
 * that under their mean. (R. Turner, A. Ly, P. Grünwald, "Generic E-variables for exact sequential k-sample tests that allow for optional
 * stopping", Journal of Statistical Planning and Inference 230, 2024.) Where they suggest that the suspect is better, nothing is bet; so the
 * expectation is at most 1 for all rates of the suspect below its parent's, too.
 */
function createWorse(): EProcess {
  let log = 0
  let count = 0
  const failed = { suspect: 0, parent: 0 }
  const expected = (who: keyof typeof BELIEF) => (BELIEF[who][0] + failed[who]) / (BELIEF[who][0] + BELIEF[who][1] + count)
  return {
    add({ suspectFailed, parentFailed }) {
      const [suspect, parent] = [expected('suspect'), expected('parent')]
      const both = (suspect + parent) / 2
      if (suspect > parent)
        log +=
          Math.log(chance(suspect, suspectFailed) / chance(both, suspectFailed)) +
          Math.log(chance(parent, parentFailed) / chance(both, parentFailed))
      count++
      failed.suspect += Number(suspectFailed)
      failed.parent += Number(parentFailed)
    },
    value: () => Math.exp(log),
  }
}

const chance = (rate: number, failed: boolean) => (failed ? rate : 1 - rate)

/** Shares of the largest stake, and how much is put on each. */
const STAKES = [
  { share: 0.2, weight: 0.15 },
  { share: 0.4, weight: 0.15 },
  { share: 0.6, weight: 0.2 },
  { share: 0.95, weight: 0.5 },
] as const

/**
 * Against "the suspect fails more often by the margin, or by more": bets that the difference of a pair (-1, 0 or 1) stays below the
 * margin, at several stakes at once. (I. Waudby-Smith, A. Ramdas, "Estimating means of bounded random variables by betting", Journal of the
 * Royal Statistical Society B 86, 2024.)
 */
function createNotWorse(margin: number): EProcess {
  const fortunes = STAKES.map(({ share, weight }) => ({ stake: share / (1 - margin), wealth: weight }))
  return {
    add({ suspectFailed, parentFailed }) {
      const difference = Number(suspectFailed) - Number(parentFailed)
      for (const fortune of fortunes) fortune.wealth *= 1 - fortune.stake * (difference - margin)
    },
    value: () => fortunes.reduce((sum, { wealth }) => sum + wealth, 0),
  }
}
