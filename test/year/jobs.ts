import type { RunDocument } from '../../src/core/gather/run-document.ts'
import { MINUTE } from './timeline.ts'
import { type Root, TESTS, type Truth } from './truth.ts'

/** A commit and what is wrong with it. */
export interface Commit {
  readonly sha: string
  /** The job that it breaks for good. */
  readonly breaks: 'lint' | 'build' | 'unit' | null
  /** What it does to production. */
  readonly isBadRelease: boolean
}

export interface RanJob {
  readonly document: NonNullable<RunDocument['jobs']>[number]
  readonly roots: readonly Root[]
  readonly minutes: number
}

/** Jobs of the workflows, with what they wait for and take in minutes. */
export const WORKFLOWS = {
  ci: [
    { name: 'lint', needs: [], minutes: 2 },
    { name: 'build', needs: [], minutes: 4 },
    { name: 'unit', needs: [], minutes: 6 },
    { name: 'e2e', needs: ['build'], minutes: 12 },
  ],
  deploy: [{ name: 'deploy', needs: [], minutes: 3 }],
} as const

export type WorkflowName = keyof typeof WORKFLOWS

/** The file of the workflow that deploys, as it would lie in the repository. */
export const DEPLOY_FILE = `on: { push: { branches: [main] } }
jobs:
  deploy:
    runs-on: ubuntu-latest
    environment: production
    steps:
      - run: helm upgrade --install shop ./chart
`

const BROKEN = {
  lint: "src/cart.ts\n  12:7  error  'total' is assigned a value but never used  @typescript-eslint/no-unused-vars\n\n✖ 1 problem (1 error, 0 warnings)",
  build: "src/cart.ts(12,7): error TS2322: Type 'string' is not assignable to type 'number'.",
}
const BAD_RELEASE = 'Error: UPGRADE FAILED: timed out waiting for the condition'
const RESETS = [
  'npm error code ECONNRESET\nnpm error network Invalid response body while trying to fetch https://registry.example.test/lodash: aborted',
  'npm error code ETIMEDOUT\nnpm error errno ETIMEDOUT\nnpm error network request to https://registry.example.test/left-pad failed',
  "fatal: unable to access 'https://git.example.test/shop.git/': Could not resolve host: git.example.test",
]
const AWAY = 'npm error code E503\nnpm error 503 Service Unavailable - GET https://registry.example.test/react'

/** Lets one job of a commit run. */
export function runJob(
  name: string,
  expectedMinutes: number,
  commit: Commit,
  { truth, ms }: { truth: Truth; ms: number },
): RanJob {
  const { random } = truth
  const minutes = expectedMinutes * (0.85 + 0.3 * random())
  const failedTests = name === 'unit' ? failedTestsOf(commit, truth, ms) : []
  const failure = failureOf(name, commit, truth, ms) ?? testFailure(commit, failedTests)
  const document = {
    name,
    conclusion: failure ? ('failure' as const) : ('success' as const),
    startedAt: new Date(ms).toISOString(),
    completedAt: new Date(ms + minutes * MINUTE).toISOString(),
    ...(failure && { log: logOf(failure.text) }),
    ...(name === 'unit' && !(failure && failedTests.length === 0) && { tests: testResults(failedTests) }),
  }
  return { document: document as RanJob['document'], roots: failure ? [failure.root] : [], minutes }
}

function failureOf(name: string, { breaks, isBadRelease }: Commit, { random, isOutage }: Truth, ms: number) {
  if (name !== 'deploy' && isOutage(ms) && random() < 0.7) return { root: 'outage' as const, text: AWAY }
  if (random() < 0.006) return { root: 'network' as const, text: RESETS[Math.floor(random() * RESETS.length)] as string }
  if (name === 'deploy' && isBadRelease) return { root: 'bad-release' as const, text: BAD_RELEASE }
  return name === breaks && name !== 'unit' ? { root: 'break' as const, text: BROKEN[name as 'lint' | 'build'] } : null
}

function failedTestsOf({ breaks, sha }: Commit, { random, flaky }: Truth, ms: number): readonly string[] {
  const shaky = flaky.filter(({ rate, fromMs, untilMs }) => fromMs <= ms && ms < untilMs && random() < rate)
  const broken = breaks === 'unit' ? [TESTS[(Number.parseInt(sha.slice(0, 6), 16) % 13) * 3 + 1] as string] : []
  return [...broken, ...shaky.map(({ name }) => name)]
}

function testFailure({ breaks }: Commit, failed: readonly string[]) {
  if (failed.length === 0) return null
  const report = failed.map(name => `  ● ${name}\n\n    Expected: 4\n    Received: 5\n`).join('\n')
  const counts = `Tests:       ${failed.length} failed, ${TESTS.length - failed.length} passed, ${TESTS.length} total`
  return {
    root: breaks === 'unit' ? ('break' as const) : ('flaky' as const),
    text: `FAIL src/shop.test.ts\n${report}\n${counts}`,
  }
}

const testResults = (failed: readonly string[]) =>
  TESTS.map(name => ({ name, outcome: failed.includes(name) ? ('failed' as const) : ('passed' as const) }))

const logOf = (text: string) => `##[group]Run the step\n##[endgroup]\n${text}\n##[error]Process completed with exit code 1.\n`
