/** Finds things in the world by what a URL says. */
import type { AttemptData, JobData, RepositoryData, RunData, World } from '../world.ts'

export interface FoundJob {
  run: RunData
  attempt: AttemptData
  /** The number of that attempt, from 1. */
  number: number
  job: JobData
}

/** Owner and name are not case sensitive, as on GitHub. */
export function findRepository(world: World, owner: string, name: string): RepositoryData | undefined {
  const wanted = `${owner}/${name}`.toLowerCase()
  return world.repositories.find(repo => `${repo.owner}/${repo.name}`.toLowerCase() === wanted)
}

export function findRun(repo: RepositoryData, id: string | undefined): RunData | undefined {
  return repo.runs.find(run => run.id === Number(id))
}

/** The attempt of that number; without a number the latest. */
export function findAttempt(run: RunData | undefined, number?: string): AttemptData | undefined {
  return number === undefined ? run?.attempts.at(-1) : run?.attempts[Number(number) - 1]
}

export function findJob(repo: RepositoryData, id: string | undefined): FoundJob | undefined {
  for (const run of repo.runs) {
    for (const [index, attempt] of run.attempts.entries()) {
      const job = attempt.jobs.find(candidate => candidate.id === Number(id))
      if (job !== undefined) return { run, attempt, number: index + 1, job }
    }
  }
  return undefined
}
