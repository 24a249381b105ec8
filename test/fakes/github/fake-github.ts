/** The fake GitHub: a real server on loopback that checks every message against GitHub's own OpenAPI. */
import { startApi } from './server/api.ts'
import { createFaults, type FaultRule } from './server/faults.ts'
import type { Journal, RequestRecord } from './server/journal.ts'
import { createRateLimit } from './server/rate-limit.ts'
import { startStorage } from './server/storage.ts'
import { findRun } from './state/find.ts'
import { loadWorld } from './state/load.ts'
import { DEFAULT_NOW } from './state/rerun.ts'
import type { AttemptData, RunData, World } from './world.ts'

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
  /** The run as the server has it now: reruns and cancellations show here. Throws when there is none. */
  run(id: number): RunData
  /** Replaces fields of a run's latest attempt, e.g. to let a rerun end. */
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
  return {
    url: api.url,
    storageUrl: storage.url,
    token,
    ...journal,
    addFaults: faults.add,
    unusedFaults: faults.unused,
    run,
    updateAttempt: (runId, change) => {
      Object.assign(run(runId).attempts.at(-1) ?? {}, change)
    },
    stop: async () => {
      await Promise.all([api.stop(), storage.stop()])
    },
  }
}
