import type { World } from '../../core/plan/remedy.ts'
import type { Environment } from '../environment.ts'

/** What is to be acted on. */
export interface Asked {
  /** `owner/name`; undefined where no CI is named. */
  readonly repository: string | undefined
}

/** What can be acted on: the CI of a run that was named by its id. */
export async function connectWorld(_asked: Asked, _environment: Environment): Promise<World> {
  return {}
}
