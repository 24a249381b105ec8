import type { Answer, Deed } from './answer.ts'

/** Where is deployed to. */
export interface DeploymentControl {
  /** Of an environment, newest first; the last few dozen. */
  deployments(repository: string, environment: string): Promise<Answer<readonly Deployment[]>>
  /** Asks for a deployment: whoever deploys hears of it. */
  deploy(repository: string, wanted: Pick<Deployment, 'commit' | 'environment' | 'note'>): Promise<Deed<Deployment>>
}

export interface Deployment {
  readonly id: number
  readonly commit: string
  readonly environment: string
  readonly createdMs: number
  /** Its last state; null where nobody said anything yet. */
  readonly state: DeploymentState | null
  /** It was good once, whatever became of it since. */
  readonly succeeded: boolean
  /** What we said of it when we asked for it; empty for those of others. */
  readonly note: string
  readonly url: string | null
}

export type DeploymentState = 'error' | 'failure' | 'inactive' | 'in_progress' | 'queued' | 'pending' | 'success'
