import type { Notebook } from '../gather/notebook.ts'
import type { AttemptRecord, JobKey, JobRecord } from '../model/history.ts'
import { SherpaError } from '../model/trouble.ts'
import type { CiJob } from '../ports/ci.ts'
import type { GreenMemory } from '../record/green-memory.ts'
import { readGreenLog } from '../record/read-green.ts'
import type { CollectOptions } from './collecting.ts'

export interface GreenLogs {
  /** The job with what its log says, where that is wanted. */
  read(ciJob: CiJob, job: JobRecord, attempt: AttemptRecord): Promise<JobRecord>
}

/** What a job prints when it is green is known after three logs; again when these are no longer among its last thirty jobs. */
const ENOUGH = 3
const RECENT = 30
/** Read at most, of all jobs together. */
const MOST = 150

export function createGreenLogs(
  { store, logs: choice, reading }: CollectOptions,
  { notebook, memory }: { readonly notebook: Notebook; readonly memory: GreenMemory },
): GreenLogs {
  const known = new Map<string, Promise<{ count: number }>>()
  let read = 0

  async function isBaseline(key: JobKey): Promise<boolean> {
    const name = `${key.workflow}\n${key.job}`
    const counted = known.get(name) ?? countRead(key)
    known.set(name, counted)
    const logs = await counted
    if (logs.count >= ENOUGH || read >= MOST) return false
    logs.count++
    read++
    return true
  }

  async function countRead(key: JobKey): Promise<{ count: number }> {
    const last = await store.lastJobs(key, RECENT)
    return { count: last.filter(({ conclusion, logLines }) => conclusion === 'success' && logLines !== null).length }
  }

  return {
    async read(ciJob, job, { repository, workflow }) {
      if (notebook.hopeless('green logs')) return job
      const key = { repository, workflow, job: job.name }
      const wantsLines = await isBaseline(key)
      if (!wantsLines && choice !== 'all') return job
      try {
        const options = { knowledge: reading.knowledge, baseline: await memory.baseline(key) }
        const { greenLines, ...told } = await readGreenLog(ciJob.log(), job, options)
        return wantsLines ? { ...told, greenLines } : told
      } catch (error) {
        if (!(error instanceof SherpaError)) throw error
        notebook.trouble(error, 'green logs')
        return job
      }
    },
  }
}
