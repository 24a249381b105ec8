import type { PastTest } from '../model/history.ts'

export const HOUR_MS = 3_600_000
export const START_MS = Date.UTC(2026, 0, 5)

/** What one test did, an hour after the other unless told: `{ pr: 7, fails: true }`. */
export interface Told extends Partial<PastTest> {
  /** Pull request; without it the result is one of `main`. */
  readonly pr?: number
  readonly fails?: boolean
}

/** Results of one test: each of a commit and a run of its own, on one image, as the only red one of 100, unless told. */
export const resultsOf = (told: readonly Told[]): PastTest[] =>
  told.map(({ pr, fails = false, ...given }, at) => ({
    repository: 'acme/web',
    workflow: 'ci',
    job: 'unit',
    name: 'cart › adds tax',
    run: 1000 + at,
    attempt: 1,
    event: pr === undefined ? 'push' : 'pull_request',
    branch: pr === undefined ? 'main' : `pr-${pr}`,
    base: 'main',
    pullRequest: pr ?? null,
    commit: `c${at}`,
    outcome: fails ? 'failed' : 'passed',
    durationMs: 12,
    message: null,
    startedMs: START_MS + at * HOUR_MS,
    image: 'ubuntu-24.04',
    imageVersion: '20260101.1',
    tests: 100,
    testsFailed: fails ? 1 : 0,
    logOnly: false,
    ...given,
  }))

/** So many passes, each on a pull request of its own. */
export const passes = (count: number): Told[] => Array.from({ length: count }, (_, at) => ({ pr: 10_000 + at }))

export async function* streamOf<T>(values: readonly T[]): AsyncGenerator<T> {
  yield* values
}
