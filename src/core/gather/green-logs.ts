import { type Baseline, createBaselineReader } from '../log/baseline.ts'
import type { Job } from '../model/run.ts'
import { SherpaError } from '../model/trouble.ts'
import type { CiAttempt, CiJob, CiRun } from '../ports/ci.ts'
import { baseName } from './choose-jobs.ts'
import type { Notebook } from './notebook.ts'

/** What the last green runs printed, job by job. */
export interface GreenLogs {
  /** Undefined where there is no green log to compare with. */
  baselineOf(job: Job): Promise<Baseline | undefined>
}

/** Green logs read at most: each costs a request and the time to read it. */
const MAX_LOGS = 10

/** What the same job printed when it passed: in another attempt, so on the same commit, else in a green run, looked for when first asked. */
export function createGreenLogs(failed: CiRun, attempts: readonly CiAttempt[], notebook: Notebook): GreenLogs {
  const jobsOf = new Map<CiRun, Promise<readonly CiJob[]>>()
  let runs: Promise<readonly CiRun[]> | undefined
  let read = 0

  /** The job of the same name in the newest run that ran it, else one of the same matrix. */
  async function find(name: string): Promise<CiJob | undefined> {
    runs ??= greenRuns(failed, notebook)
    let similar: CiJob | undefined
    for (const run of await runs) {
      if (notebook.hopeless('green runs')) break
      const jobs = jobsOf.get(run) ?? greenJobs(run, notebook)
      jobsOf.set(run, jobs)
      const same = (await jobs).find(({ job }) => job.name === name)
      if (same) return same
      similar ??= (await jobs).find(({ job }) => baseName(job.name) === baseName(name))
    }
    return similar
  }

  return {
    async baselineOf(job) {
      if (read >= MAX_LOGS || notebook.hopeless('green logs')) return undefined
      read++
      const green = passedIn(attempts, job.name) ?? (await find(job.name))
      return green && readBaseline(green, notebook)
    },
  }
}

const passedIn = (attempts: readonly CiAttempt[], name: string): CiJob | undefined =>
  attempts.flatMap(({ jobs }) => jobs).findLast(({ job }) => job.name === name && job.conclusion === 'success')

async function greenRuns(failed: CiRun, notebook: Notebook): Promise<readonly CiRun[]> {
  const { value: runs = [], trouble } = await failed.greenRuns()
  if (trouble) notebook.trouble(withoutComparison(trouble), 'green runs')
  else if (runs.length === 0)
    notebook.add({ code: 'baseline-none', text: 'No green run of this workflow was found to compare with.' })
  return runs
}

async function greenJobs(green: CiRun, notebook: Notebook): Promise<readonly CiJob[]> {
  try {
    const jobs = await green.jobs()
    return jobs.filter(({ job }) => job.conclusion === 'success')
  } catch (error) {
    if (!(error instanceof SherpaError)) throw error
    notebook.trouble(withoutComparison(error), 'green runs')
    return []
  }
}

async function readBaseline(green: CiJob, notebook: Notebook): Promise<Baseline | undefined> {
  const reader = createBaselineReader()
  try {
    for await (const chunk of green.log()) reader.push(chunk)
    return reader.end()
  } catch (error) {
    if (!(error instanceof SherpaError)) throw error
    notebook.trouble(withoutComparison(error), 'green logs')
    return undefined
  }
}

const withoutComparison = ({ code, message }: { readonly code: string; readonly message: string }) => ({
  code,
  message: `No comparison with a green run: ${message}`,
})
