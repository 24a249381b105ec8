import type { World } from '../../core/plan/remedy.ts'
import type { Environment } from '../environment.ts'
import type { HealOptions } from './options.ts'

/** What can be acted on: the CI of a run that was named by its id. */
export async function connectWorld(_options: HealOptions, _environment: Environment): Promise<World> {
  return {}
}
