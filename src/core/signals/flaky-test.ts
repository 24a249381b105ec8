import type { Signal } from '../causes/signal.ts'
import { knownFlaky } from '../classify/flaky-tests.ts'
import type { KnownTest } from '../model/past.ts'

/** However long the history, it may be wrong about this one failure. */
const MOST = 4

/** The failed test failed before, on changes that have nothing to do with it, and passed on the same commits. */
export const signal: Signal = {
  id: 'flaky-test',
  find: ({ file }) =>
    [...knownFlaky(file).values()].map(test => ({
      suspect: { kind: 'flaky_test', subject: test.name, title: `${test.name} is flaky` },
      text: evidenceOf(test),
      weight: logOdds(test.evidence.ever),
    })),
}

function evidenceOf({ runs, rate, interval, evidence: { mixed, lines, unexplained } }: KnownTest): string {
  const failures = Math.max(1, Math.round(unexplained))
  const told = [
    `failed ${failures === 1 ? 'once' : `${failures} times`} in ${runs} runs for no reason that the history knows`,
    `on ${lines} ${lines === 1 ? 'pull request or branch' : 'pull requests and branches'}`,
    ...(mixed > 0 ? [`${mixed} commit${mixed === 1 ? '' : 's'} failed and passed on one runner image`] : []),
    `rate ${percent(rate)}, between ${percent(interval[0])} and ${percent(interval[1])}`,
  ]
  return told.join('; ')
}

const percent = (share: number) => `${(share * 100).toFixed(1)} %`

const logOdds = (chance: number) => Math.min(MOST, Math.max(0, Math.log(chance / Math.max(1e-9, 1 - chance))))
