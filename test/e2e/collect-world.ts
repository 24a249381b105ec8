import { DatabaseSync } from 'node:sqlite'
import { aCommit, aJob, anAttempt, aRun, aWorld } from '../fakes/github/builders.ts'
import type { FakeGitHub } from '../fakes/github/fake-github.ts'
import type { FaultRule } from '../fakes/github/fault-rule.ts'
import type { RunData, World } from '../fakes/github/world.ts'
import { logText, RED } from './logs.ts'
import { sherpa } from './sherpa.ts'

/** When the tests collect: a Thursday. */
const NOW = '2026-03-05T12:00:00Z'
const HOUR = 3_600_000

/** `2026-03-05T…Z`, so many hours before now. */
export const hoursAgo = (hours: number): string => new Date(Date.parse(NOW) - hours * HOUR).toISOString().replace('.000Z', 'Z')

/** Runs 1001, 1002, …, one every three hours, the newest first; every fifth failed, every tenth was run again and passed. */
export function history(count: number): RunData[] {
  return Array.from({ length: count }, (_, i) => {
    const createdAt = hoursAgo(i * 3 + 1)
    const run = { id: 1001 + i, createdAt, headSha: `${1001 + i}`.padStart(40, 'a') }
    const job = (name: string, startedAt = createdAt) => ({ id: 100_000 + i * 10 + (name === 'unit' ? 1 : 2), name, startedAt })
    if (i % 5 !== 4) return aRun({ ...run, jobs: [aJob(job('unit')), aJob(job('lint'))] })
    const red = aJob({ ...job('unit'), conclusion: 'failure', log: logText(RED) })
    const first = anAttempt({ startedAt: createdAt, jobs: [red, aJob(job('lint'))] })
    if (i % 10 !== 9) return aRun({ ...run, attempts: [first] })
    const later = hoursAgo(i * 3)
    const carriedOver = aJob({ ...job('lint'), id: 900_000 + i, carriedOver: true })
    const second = anAttempt({
      startedAt: later,
      actor: 'ada',
      jobs: [aJob({ ...job('unit', later), id: 800_000 + i }), carriedOver],
    })
    return aRun({ ...run, attempts: [first, second] })
  })
}

/** Each run is of a commit that changed a file of its own. */
export function worldOf(runs: RunData[], faults: FaultRule[] = []): World {
  const shas = [...new Set(runs.map(run => run.headSha))]
  const commits = shas.map(sha => aCommit({ sha, parents: ['b'.repeat(40)], files: [{ filename: `src/${sha.slice(-4)}.ts` }] }))
  return aWorld({ runs, commits, faults, now: NOW })
}

/** `sherpa collect --json` of what the server has. */
export async function collect(github: FakeGitHub, store: string, args: readonly string[] = [], env: Record<string, string> = {}) {
  const told = await sherpa([...collectArgs(store), '--json', ...args], { env: { ...collectEnv(github), ...env } })
  return { ...told, counts: told.stdout === '' ? undefined : JSON.parse(told.stdout) }
}

export const collectArgs = (store: string): string[] => ['collect', '--repo', 'acme/app', '--store', store, '--now', NOW]
export const collectEnv = ({ url, token }: FakeGitHub) => ({ GITHUB_API_URL: url, GITHUB_TOKEN: token, HOME: '/nonexistent' })

/** Rows of the store. */
export function rows(store: string, query: string): Record<string, unknown>[] {
  const database = new DatabaseSync(store, { readOnly: true, timeout: 5000 })
  try {
    return database.prepare(query).all()
  } finally {
    database.close()
  }
}

/** Everything of the runs that a collecting should leave behind, one line a job. */
export const jobRows = (store: string) =>
  rows(
    store,
    `select run.number as run, attempt.number as attempt, job_name.name as job, job.conclusion, job.started_ms is not null as started,
       (select count(*) from step where job_id = job.id) as steps, (select count(*) from failure where job_id = job.id) as failures
     from job join job_name on job_name.id = job_name_id join attempt on attempt.id = attempt_id join run on run.id = run_id
     order by run, attempt, job`,
  )
