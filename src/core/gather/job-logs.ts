import type { Baseline, Knowledge } from '../log/read.ts'
import type { LogExtract } from '../model/case-file.ts'
import { SherpaError } from '../model/trouble.ts'
import type { CiJob, CiRun, LogArchive } from '../ports.ts'
import { type ArchivedLogs, findArchivedLogs } from './archived-logs.ts'
import { readLog } from './log-source.ts'
import type { Notebook } from './notebook.ts'

export interface JobLogs {
  /** Null where the log cannot be had, which is noted. */
  read(job: CiJob, options: { readonly baseline: Baseline | undefined; readonly onProgress: (bytes: number) => void }): Promise<LogExtract | null>
  close(): Promise<void>
}

export interface JobLogsOptions {
  readonly opened: CiRun
  readonly jobs: readonly CiJob[]
  readonly notebook: Notebook
  readonly knowledge: Knowledge
}

/** Where an archive cannot help either: what is expired, forbidden or used up is so for the archive too. */
const FINAL = ['log-expired', 'ci-forbidden', 'ci-sso-required', 'ci-unauthenticated', 'ci-rate-limited']

/** Reads logs job by job; where one cannot be had alone, out of the archive of the whole run, which is then fetched once. */
export function createJobLogs({ opened, jobs, notebook, knowledge }: JobLogsOptions): JobLogs {
  let archive: Promise<LogArchive | null> | undefined
  let archived: Promise<ArchivedLogs> | undefined

  async function fromArchive(id: number): Promise<(() => AsyncIterable<Uint8Array>) | undefined> {
    archive ??= opened.archive().then(({ value }) => value ?? null)
    archived ??= archive.then(unpacked => (unpacked ? findArchivedLogs(unpacked, jobs) : new Map()))
    return (await archived).get(id)
  }

  return {
    async read({ job, log }, { baseline, onProgress }) {
      if (notebook.hopeless()) return null
      const read = (open: () => AsyncIterable<Uint8Array>) =>
        readLog({ name: job.name, job: job.name, open }, { knowledge, baseline, onProgress })
      try {
        return await read(log)
      } catch (error) {
        const trouble = expected(error)
        try {
          const open = FINAL.includes(trouble.code) ? undefined : await fromArchive(job.id)
          if (open) return await read(open)
        } catch (second) {
          expected(second)
        }
        notebook.trouble(trouble, 'logs')
        return null
      }
    },
    async close() {
      await (await archive)?.close()
    },
  }
}

function expected(error: unknown): SherpaError {
  if (error instanceof SherpaError) return error
  throw error
}
