import type { Conclusion } from '../model/run.ts'
import type { Answer, Deed } from './answer.ts'

/** A CI whose workflows can be started. */
export interface DispatchControl {
  /** What was started of a workflow so, on a branch, newest first; the last hundred. */
  dispatched(repository: string, at: Pick<Dispatch, 'workflow' | 'branch'>): Promise<Answer<readonly DispatchedRun[]>>
  /** Starts a workflow; the id of the run, where the CI tells it at once. */
  dispatch(repository: string, wanted: Dispatch): Promise<Deed<number | null>>
  /** The commit that a branch points at. */
  tip(repository: string, branch: string): Promise<Answer<string>>
}

export interface Dispatch {
  /** Its file, without the folder. */
  readonly workflow: string
  /** Or a tag. */
  readonly branch: string
  readonly inputs: Readonly<Record<string, string>>
}

export interface DispatchedRun {
  /** Runs that began later have higher ones. */
  readonly id: number
  /** What the workflow's run-name made of the inputs. */
  readonly title: string
  readonly commit: string
  readonly createdMs: number
  readonly status: 'queued' | 'in_progress' | 'completed'
  readonly conclusion: Conclusion | null
  readonly url: string | null
}
