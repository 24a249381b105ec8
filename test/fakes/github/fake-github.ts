/**
 * The fake GitHub: a real server on loopback that checks every message against GitHub's own OpenAPI.
 *
 *     const github = await startFakeGitHub(aWorld({ runs: [aRun({ id: 777, jobs: [aJob({ conclusion: 'failure' })] })] }))
 *     // GITHUB_API_URL=github.url GITHUB_TOKEN=github.token … then:
 *     expect(github.violations).toEqual([])
 *     await github.stop()
 */
import type { FaultRule } from './fault-rule.ts'
import { startApi } from './server/api.ts'
import { createFaults } from './server/faults.ts'
import type { Journal, RequestRecord } from './server/journal.ts'
import { createRateLimit } from './server/rate-limit.ts'
import { startStorage } from './server/storage.ts'
import { findAttempt, findRun } from './state/find.ts'
import { finish } from './state/finish.ts'
import { loadWorld } from './state/load.ts'
import { DEFAULT_NOW } from './state/rerun.ts'
import type { AttemptData, JobInput, RepositoryData, RunData, World } from './world.ts'

export interface FakeGitHub {
  /** The API's base URL (GITHUB_API_URL), without a trailing slash. */
  url: string
  /** The base URL of the storage that logs redirect to; another port, so another origin. */
  storageUrl: string
  token: string
  /** Every request of both servers in order of arrival. */
  requests: RequestRecord[]
  /** Breaches of contract by the client or the fake, and leaked tokens: assert that it stays empty. */
  violations: string[]
  /** Declares further faults; they come after those of the world. */
  addFaults(...rules: FaultRule[]): void
  /** Fault rules with a `times` that were not used up. */
  unusedFaults(): FaultRule[]
  /** The first repository as the server has it now. */
  repository(): RepositoryData
  /** The run as the server has it now: reruns and cancellations show here. Throws when there is none. */
  run(id: number): RunData
  /** Ends a run's latest attempt: jobs not named in `results` turn green. */
  finishAttempt(runId: number, results?: Record<string, JobInput>): void
  /** Replaces fields of a run's latest attempt. */
  updateAttempt(runId: number, change: Partial<AttemptData>): void
  stop(): Promise<void>
}

/** Starts both servers with a copy of the world; the declared data never changes. */
export async function startFakeGitHub(declared: World): Promise<FakeGitHub> {
  const world = loadWorld(declared)
  const token = world.token ?? 'fake-token'
  const journal: Journal = { requests: [], violations: [] }
  const faults = createFaults(world.faults)
  const storage = await startStorage({ journal, faults, token })
  const api = await startApi({
    world,
    token,
    now: world.now ?? DEFAULT_NOW,
    journal,
    faults,
    rateLimit: createRateLimit(world.rateLimit),
    sign: storage.sign,
  })

  const run = (id: number): RunData => {
    const found = world.repositories.map(repo => findRun(repo, String(id))).find(candidate => candidate !== undefined)
    if (found === undefined) throw new Error(`fake GitHub: there is no run ${id}`)
    return found
  }
  const latest = (runId: number): AttemptData => {
    const attempt = findAttempt(run(runId))
    if (attempt === undefined) throw new Error(`fake GitHub: run ${runId} has no attempts`)
    return attempt
  }
  return {
    url: api.url,
    storageUrl: storage.url,
    token,
    ...journal,
    addFaults: faults.add,
    unusedFaults: faults.unused,
    repository: () => world.repositories[0] as RepositoryData,
    run,
    finishAttempt: (runId, results = {}) => finish(latest(runId), results),
    updateAttempt: (runId, change) => {
      Object.assign(latest(runId), change)
    },
    stop: async () => {
      await Promise.all([api.stop(), storage.stop()])
    },
  }
}
