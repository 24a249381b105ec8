import type { Baseline } from '../log/baseline.ts'
import type { Knowledge } from '../log/read.ts'
import type { LogExtract } from '../model/case-file.ts'
import { SherpaError } from '../model/trouble.ts'
import type { Clues } from '../pointers/clues.ts'
import type { CiJob, CiRun, LogArchive } from '../ports/ci.ts'
import { type ArchivedLogs, findArchivedLogs } from './archived-logs.ts'
import { readLog } from './log-source.ts'
import { type Notebook, OUTAGES } from './notebook.ts'

export interface JobLogs {
  /** Null where the log cannot be had, which is noted. */
  read(
    job: CiJob,
    options: { readonly baseline: Baseline | undefined; readonly onProgress: (bytes: number) => void },
  ): Promise<LogExtract | null>
  close(): Promise<void>
}

export interface JobLogsOptions {
  readonly opened: CiRun
  readonly jobs: readonly CiJob[]
  readonly notebook: Notebook
  readonly knowledge: Knowledge
  /** What each log is further asked about. */
  readonly clues?: Promise<Clues | undefined>
}

/** Where an archive cannot help either: what is expired, forbidden or used up is so for the archive too. */
const FINAL = ['log-expired', 'ci-forbidden', 'ci-sso-required', 'ci-unauthenticated', 'ci-rate-limited']

/** After so many in vain, logs are looked for in the archive at once. */
const PATIENCE = 4

/** Reads logs job by job; where one cannot be had alone, out of the archive of the whole run, which is then fetched once. */
export function createJobLogs({ opened, jobs, notebook, knowledge, clues }: JobLogsOptions): JobLogs {
  let archive: Promise<LogArchive | null> | undefined
  let archived: Promise<ArchivedLogs> | undefined
  let outages = 0
  let outage: SherpaError | undefined

  async function fromArchive(id: number): Promise<(() => AsyncIterable<Uint8Array>) | undefined> {
    archive ??= opened.archive().then(({ value }) => value ?? null)
    archived ??= archive.then(unpacked => (unpacked ? findArchivedLogs(unpacked, jobs) : new Map()))
    return (await archived).get(id)
  }

  /** The trouble that came instead of the log, if any. */
  async function alone(
    ciJob: CiJob,
    read: (open: () => AsyncIterable<Uint8Array>) => Promise<LogExtract>,
  ): Promise<LogExtract | SherpaError> {
    if (outage && outages >= PATIENCE) return outage
    try {
      return await read(ciJob.log)
    } catch (error) {
      const trouble = expected(error)
      if (OUTAGES.includes(trouble.code)) {
        outages++
        outage = trouble
      }
      return trouble
    }
  }

  return {
    async read(ciJob, { baseline, onProgress }) {
      if (notebook.hopeless('logs')) return null
      const { id, name } = ciJob.job
      const read = (open: () => AsyncIterable<Uint8Array>) =>
        readLog({ name, job: name, open }, { knowledge, baseline, clues, onProgress })
      const found = await alone(ciJob, read)
      if (!(found instanceof SherpaError)) return found
      try {
        const open = FINAL.includes(found.code) ? undefined : await fromArchive(id)
        if (open) return await read(open)
      } catch (error) {
        expected(error)
      }
      notebook.trouble(found, 'logs')
      return null
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
