import type { PastFailure, PastJob, PastMeasures, PastTest } from '../model/history.ts'

export const T0 = Date.UTC(2026, 0, 5)
export const HOUR = 3_600_000
export const DAY = 24 * HOUR

const WHERE = {
  repository: 'acme/web',
  workflow: 'ci',
  job: 'unit',
  run: 1,
  attempt: 1,
  event: 'push',
  branch: 'main',
  base: null,
  pullRequest: null,
  commit: 'c1',
}

/** A green job of a minute on the main branch, unless told otherwise. */
export const job = (given: Partial<PastJob> = {}): PastJob => ({
  ...WHERE,
  conclusion: 'success',
  startedMs: T0,
  durationMs: 60_000,
  queuedMs: null,
  image: null,
  imageVersion: null,
  os: null,
  logLines: null,
  logBytes: null,
  errorLines: null,
  newLines: null,
  tests: null,
  testsFailed: null,
  testsSkipped: null,
  testsMs: null,
  ...given,
})

export const failure = (given: Partial<PastFailure> = {}): PastFailure => ({
  ...WHERE,
  startedMs: T0,
  fingerprint: 'v1:a',
  category: 'test',
  rule: null,
  title: 'a test failed',
  message: '',
  step: null,
  lines: null,
  captures: {},
  confidence: 0.9,
  ...given,
})

export const result = (name: string, given: Partial<PastTest> = {}): PastTest => ({
  ...WHERE,
  name,
  outcome: 'passed',
  durationMs: null,
  message: null,
  startedMs: T0,
  image: null,
  imageVersion: null,
  tests: 20,
  testsFailed: 1,
  logOnly: false,
  ...given,
})

export const measures = (given: Partial<PastMeasures> = {}): PastMeasures => ({
  repository: 'acme/web',
  workflow: 'ci',
  job: 'unit',
  run: 1,
  attempt: 1,
  conclusion: 'success',
  startedMs: T0,
  steps: [],
  metrics: {},
  ...given,
})

export async function* stream<T>(items: Iterable<T>): AsyncGenerator<T> {
  yield* items
}
