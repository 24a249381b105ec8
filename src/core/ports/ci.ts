import type { Annotation, Change, Job, Run } from '../model/run.ts'
import type { Trouble } from '../model/trouble.ts'
import type { Answer } from './answer.ts'

/** A repository on a host, e.g. `github.com`, `acme`, `web`. */
export interface Repository {
  readonly host: string
  readonly owner: string
  readonly name: string
}

/** Which run is meant; `run` is null only where the id of one of its jobs is known instead. */
export type RunRef = {
  readonly repository: Repository
  /** Null: the newest attempt, or the one that the job with this id belongs to. */
  readonly attempt: number | null
} & ({ readonly run: number; readonly job: JobRef | null } | { readonly run: null; readonly job: { readonly id: number } })

/** One job of a run, by its id or by the name it shows. */
export type JobRef = { readonly id: number; readonly name?: never } | { readonly name: string; readonly id?: never }

/** A CI that keeps runs. */
export interface CiProvider {
  /** As it is called in sentences, e.g. `GitHub`. */
  readonly name: string
  /** Throws a SherpaError where the run cannot be had at all. */
  openRun(ref: RunRef): Promise<CiRun>
}

/** One attempt of one run, and what can further be asked about it. */
export interface CiRun {
  readonly run: Run
  /** All of them, in the CI's order. Throws a SherpaError where they cannot be had. */
  jobs(): Promise<readonly CiJob[]>
  /** The commit's files, or those of the pull request under test. */
  changes(): Promise<Answer<Changes>>
  /** The run's other attempts, oldest first; none where this is the only one. */
  otherAttempts(): Promise<Answer<readonly CiAttempt[]>>
  /** The newest green runs of the same workflow on the same branch, else on its base; a few, newest first. */
  greenRuns(): Promise<Answer<readonly CiRun[]>>
  /** All logs of the attempt at once, as a fallback for {@link CiJob.log}. To be closed. */
  archive(): Promise<Answer<LogArchive>>
}

/** Another attempt of the same run, with the jobs that it ran itself. */
export interface CiAttempt {
  readonly attempt: number
  readonly jobs: readonly CiJob[]
}

export interface CiJob {
  readonly job: Job & { readonly id: number }
  annotations(): Promise<Answer<readonly Annotation[]>>
  /** The bytes of its log as they come; throws a SherpaError while it is read. Reading it again asks again. */
  log(): AsyncIterable<Uint8Array>
}

export interface Changes {
  readonly parents: readonly string[]
  readonly changes: readonly Change[]
  /** The CI listed only the first of them. */
  readonly truncated: boolean
  /** Why these are the commit's files only, where those of the pull request were meant. */
  readonly trouble?: Trouble
}

/** The files of an unpacked log archive. */
export interface LogArchive {
  readonly entries: readonly ArchiveEntry[]
  close(): Promise<void>
}

export interface ArchiveEntry {
  /** With `/` between folders. */
  readonly path: string
  /** May be opened more than once; throws a SherpaError where the archive is broken. */
  open(): AsyncIterable<Uint8Array>
}

/** A CI whose past can be listed. */
export interface CiPast {
  /** As it is called in sentences, e.g. `GitHub`. */
  readonly name: string
  /** One page of a list of runs, newest first. Throws a SherpaError where it cannot be had. */
  listRuns(query: RunQuery): Promise<RunPage | 'unchanged'>
}

export interface RunQuery {
  /** Its id or the name of its file; null: all. */
  readonly workflow: string | null
  /** Epoch milliseconds of the first and the last second in which a run may have been created. */
  readonly fromMs: number
  readonly toMs: number
  /** From 1. */
  readonly page: number
  /** That of the same page as it was before. */
  readonly tag: string | null
}

export interface RunPage {
  readonly tag: string | null
  /** How many the whole list has. */
  readonly total: number
  readonly runs: readonly ListedRun[]
}

export interface ListedRun {
  readonly createdMs: number
  /** Its newest attempt. */
  readonly newest: CiRun
  /** Another one. Throws a SherpaError where it cannot be had. */
  attempt(number: number): Promise<CiRun>
}

/** Unpacks a zip that comes as bytes; throws a SherpaError where it is broken or refuses to be small. */
export type ReadArchive = (bytes: AsyncIterable<Uint8Array>) => Promise<LogArchive>
