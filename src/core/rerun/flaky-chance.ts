import { failedTestNames } from '../history/failed-tests.ts'
import type { CaseFile } from '../model/case-file.ts'
import type { KnownTest } from '../model/past.ts'

/** More flaky tests hardly fail at once by themselves. */
const MOST_AT_ONCE = 3
/** How often a change breaks one given test, of all the times it runs: what flakiness competes with. */
const BREAKS = 1 / 1500

/** What flakiness has to do with the failed tests of a job. */
export interface FlakyChance {
  /** That it failed all of them, 0..1. */
  readonly flaky: number
  /** That they all pass when they are run again, 0..1. */
  readonly passes: number
}

/**
 * Whether flakiness alone failed these tests, by Bayes' rule: a test that may be flaky, and how often it fails then, against how often changes
 * break tests. What the history knows from the same pull request or branch is no evidence: a race that a change brings in is its own fault.
 */
export function flakyChance(file: CaseFile): FlakyChance {
  const failed = [...failedTestNames(file)]
  const known = new Map((file.past?.tests ?? []).map(test => [test.name, test]))
  if (failed.length === 0 || failed.length > MOST_AT_ONCE) return { flaky: 0, passes: 0 }
  const tests = failed.map(name => known.get(name))
  const chances = tests.map(test => (test && isKnownElsewhere(test, file) ? blame(test) : 0))
  return {
    flaky: chances.reduce((all, one) => all * one, 1),
    passes: chances.reduce((all, one, i) => all * one * (1 - (tests[i]?.rate ?? 1)), 1),
  }
}

function blame({ state, rate, evidence: { ever, now } }: KnownTest): number {
  if (state === 'broken') return 0
  // The rate is that of a test of which it is not sure that it is flaky: where it is, it fails as much more often.
  const failsWhenFlaky = Math.min(0.5, rate / Math.max(0.01, ever))
  const byFlakiness = now * failsWhenFlaky
  return byFlakiness / (byFlakiness + BREAKS)
}

/** Whether a test failed without a reason elsewhere than on this pull request or branch. */
export function isKnownElsewhere({ evidence: { blamedOn = [] } }: KnownTest, { run }: CaseFile): boolean {
  const own = run?.pullRequest === undefined ? (run?.branch ?? '') : `#${run.pullRequest}`
  return blamedOn.some(line => line !== own)
}
