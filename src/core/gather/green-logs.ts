import { type Baseline, createBaselineReader } from '../log/read.ts'
import type { Job } from '../model/run.ts'
import { SherpaError } from '../model/trouble.ts'
import type { CiJob, CiRun } from '../ports.ts'
import { baseName } from './choose-jobs.ts'
import type { Notebook } from './notebook.ts'

/** What the last green run printed, job by job. */
export interface GreenLogs {
  /** Undefined where there is no green log to compare with. */
  baselineOf(job: Job): Promise<Baseline | undefined>
}

/** Green logs read at most: each costs a request and the time to read it. */
const MAX_LOGS = 10

/** Looks for the last green run when first asked. */
export function createGreenLogs(failed: CiRun, notebook: Notebook): GreenLogs {
  let jobs: Promise<readonly CiJob[]> | undefined
  let read = 0
  return {
    async baselineOf(job) {
      if (read >= MAX_LOGS || notebook.hopeless('green logs')) return undefined
      jobs ??= greenJobs(failed, notebook)
      const match = matching(await jobs, job.name)
      if (!match || read >= MAX_LOGS) return undefined
      read++
      return readBaseline(match, notebook)
    },
  }
}

async function greenJobs(failed: CiRun, notebook: Notebook): Promise<readonly CiJob[]> {
  const { value: green, trouble } = await failed.lastGreen()
  if (trouble)
    notebook.trouble({ code: trouble.code, message: `No comparison with a green run: ${trouble.message}` }, 'green runs')
  else if (green === null)
    notebook.add({ code: 'baseline-none', text: 'No green run of this workflow was found to compare with.' })
  if (!green) return []
  try {
    const jobs = await green.jobs()
    return jobs.filter(({ job }) => job.conclusion === 'success')
  } catch (error) {
    if (!(error instanceof SherpaError)) throw error
    notebook.trouble({ code: error.code, message: `No comparison with a green run: ${error.message}` }, 'green runs')
    return []
  }
}

/** The job of the same name, else one of the same matrix. */
const matching = (jobs: readonly CiJob[], name: string) =>
  jobs.find(({ job }) => job.name === name) ?? jobs.find(({ job }) => baseName(job.name) === baseName(name))

async function readBaseline(green: CiJob, notebook: Notebook): Promise<Baseline | undefined> {
  const reader = createBaselineReader()
  try {
    for await (const chunk of green.log()) reader.push(chunk)
    return reader.end()
  } catch (error) {
    if (!(error instanceof SherpaError)) throw error
    notebook.trouble({ code: error.code, message: `No comparison with a green run: ${error.message}` }, 'green logs')
    return undefined
  }
}
