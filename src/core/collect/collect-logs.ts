import { mapBounded } from '../gather/bounded.ts'
import { chooseJobs, hasFailed } from '../gather/choose-jobs.ts'
import { createJobLogs } from '../gather/job-logs.ts'
import type { Notebook } from '../gather/notebook.ts'
import type { CaseFile, LogExtract } from '../model/case-file.ts'
import type { AttemptRecord, JobRecord } from '../model/history.ts'
import type { Job } from '../model/run.ts'
import type { CiJob } from '../ports/ci.ts'
import { createGreenMemory } from '../record/green-memory.ts'
import { findingsOf } from '../record/read-logs.ts'
import { withLog } from '../record/with-log.ts'
import type { CollectOptions, Fetched } from './collecting.ts'
import { createGreenLogs } from './green-logs.ts'

export interface Logs {
  /** The attempts with what their logs say, as far as that is wanted. */
  read(attempts: readonly Fetched[]): Promise<AttemptRecord[]>
}

/** Logs read of one attempt that failed: a matrix of a hundred fails in few ways. */
const MOST_LOGS = 10

export function createLogs(options: CollectOptions, { notebook, width }: { notebook: Notebook; width: number }): Logs {
  const { store, reading, logs: choice } = options
  const memory = createGreenMemory(store)
  const green = createGreenLogs(options, { notebook, memory })

  /** Green logs first, so that the red ones can be compared with them. */
  async function read(attempts: readonly Fetched[]): Promise<AttemptRecord[]> {
    if (choice === 'none') return attempts.map(({ record }) => record)
    const greens = await mapBounded(attempts, width, withGreen)
    if (greens.some((record, i) => record !== attempts[i]?.record)) await store.record(greens)
    for (const record of greens)
      for (const job of record.jobs) if (job.greenLines) await memory.learn(keyOf(job, record), job.greenLines)
    return mapBounded(
      attempts.map((fetched, i) => ({ ...fetched, record: greens[i] ?? fetched.record })),
      width,
      withRed,
    )
  }

  async function withGreen({ jobs, record }: Fetched): Promise<AttemptRecord> {
    const read: JobRecord[] = []
    for (const [i, job] of record.jobs.entries()) {
      const ciJob = jobs[i]
      read.push(ciJob && job.conclusion === 'success' ? await green.read(ciJob, job, record) : job)
    }
    return read.some((job, i) => job !== record.jobs[i]) ? { ...record, jobs: read } : record
  }

  async function withRed({ opened, jobs, record }: Fetched): Promise<AttemptRecord> {
    const red = jobs.some(hasFailed) || record.conclusion === 'cancelled'
    const { chosen } = red ? chooseJobs(jobs, null, MOST_LOGS) : { chosen: [] }
    if (chosen.length === 0) return record
    const jobLogs = createJobLogs({ opened, jobs, notebook, knowledge: reading.knowledge })
    const logs = new Map<number, LogExtract>()
    const annotated = new Map<number, Job>()
    try {
      for (const ciJob of chosen) {
        const log = await jobLogs.read(ciJob, { baseline: await memory.baseline(keyOf(ciJob.job, record)), onProgress: () => {} })
        if (log) logs.set(ciJob.job.id, log)
        annotated.set(ciJob.job.id, await withAnnotations(ciJob))
      }
    } finally {
      await jobLogs.close()
    }
    const file: CaseFile = {
      schema: 'sherpa.case/1',
      source: { kind: 'github', name: record.url ?? `${record.repository}#${record.run}` },
      run: opened.run,
      jobs: jobs.map(({ job }) => annotated.get(job.id) ?? job),
      logs: [...logs.values()],
      reports: [],
      notes: [],
    }
    const { logs: told, failures } = await findingsOf(file, reading)
    const read = new Map([...logs.keys()].map((id, i) => [id, told[i]]))
    const withFailures = (job: JobRecord, id: number): JobRecord => {
      const log = read.get(id)
      const found = failures.get(job.name) ?? []
      return log ? withLog(job, log, found) : found.length > 0 ? { ...job, failures: found } : job
    }
    return { ...record, jobs: record.jobs.map((job, i) => withFailures(job, jobs[i]?.job.id ?? 0)) }
  }

  async function withAnnotations({ job, annotations }: CiJob): Promise<Job> {
    if (notebook.hopeless('annotations')) return job
    const { value, trouble } = await annotations()
    if (trouble) notebook.trouble(trouble, 'annotations')
    return value && value.length > 0 ? { ...job, annotations: value } : job
  }

  return { read }
}

const keyOf = ({ name }: { readonly name: string }, { repository, workflow }: AttemptRecord) => ({
  repository,
  workflow,
  job: name,
})
