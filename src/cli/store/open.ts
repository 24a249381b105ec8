import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { createRedactor } from '../../core/redact/redact.ts'
import { connectStore } from '../../integrations/connect-store.ts'
import type { Configuration } from '../configuration.ts'
import type { Environment } from '../environment.ts'
import { tokenValues } from '../token-values.ts'

/** Opens the history that an option, the environment or sherpa.yml names, else the user's own. */
export async function openHistory(asked: string | undefined, configuration: Configuration, environment: Environment) {
  const { secrets } = configuration
  const redact = createRedactor({
    values: [...secrets.values, ...tokenValues(environment.variables)],
    find: text => secrets.patterns.flatMap(pattern => pattern.spans(text).map(span => ({ ...span, kind: 'secret' as const }))),
  })
  return connectStore(placeOf(asked, configuration, environment), redact)
}

/** A path in sherpa.yml starts at its folder, any other at the working directory. */
function placeOf(asked: string | undefined, { file, config }: Configuration, { variables, directory }: Environment): string {
  const named = asked ?? variables['SHERPA_STORE']
  if (named) return isUrl(named) ? named : resolve(directory, named)
  if (config.store !== undefined) return isUrl(config.store) ? config.store : resolve(file?.folder ?? directory, config.store)
  const state = variables['XDG_STATE_HOME'] || join(variables['HOME'] || homedir(), '.local', 'state')
  return join(state, 'sherpa', 'history.db')
}

const isUrl = (place: string) => /^postgres(?:ql)?:\/\//.test(place)
