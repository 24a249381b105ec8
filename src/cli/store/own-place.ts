import { homedir } from 'node:os'
import { join } from 'node:path'
import type { Environment } from '../environment.ts'

/** The user's history where none is named. */
export function ownPlace({ variables }: Pick<Environment, 'variables'>): string {
  const state = variables['XDG_STATE_HOME'] || join(variables['HOME'] || homedir(), '.local', 'state')
  return join(state, 'sherpa', 'history.db')
}
