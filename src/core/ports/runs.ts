import type { Conclusion, Job } from '../model/run.ts'
import type { Answer, Deed } from './answer.ts'

/** A CI whose runs can be acted on. Reading calls answer with trouble; nothing throws. */
export interface RunControl {
  /** The newest attempt of a run, as it stands now. */
  newestAttempt(repository: string, run: number): Promise<Answer<AttemptState>>
  /** Runs again what failed, all, or one job (by its id). */
  rerun(
    repository: string,
    run: number,
    what: 'failed' | 'all' | number,
    options: { readonly debug: boolean },
  ): Promise<Deed<null>>
  cancel(repository: string, run: number, options: { readonly force: boolean }): Promise<Deed<null>>
}

/** A CI whose runs say which file declares them. */
export interface WorkflowFiles {
  /** As it was at the run's commit. */
  workflowFile(repository: string, run: number): Promise<Answer<WorkflowFile>>
}

export interface WorkflowFile {
  /** In the repository. */
  readonly path: string
  readonly text: string
}

/** An attempt of a run, as it stands. */
export interface AttemptState {
  readonly attempt: number
  readonly status: 'queued' | 'in_progress' | 'completed'
  readonly conclusion: Conclusion | null
  /** Who started this attempt. */
  readonly triggeredBy: string | null
  readonly url: string | null
  readonly jobs: readonly Pick<Job, 'id' | 'name' | 'conclusion'>[]
}
