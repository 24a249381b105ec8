import { resolve } from 'node:path'
import type { Configuration } from '../configuration.ts'
import type { Environment } from '../environment.ts'

/** What an option, the environment or sherpa.yml names. A path in sherpa.yml starts at its folder. */
export function namedPlace(
  asked: string | undefined,
  { file, config }: Configuration,
  { variables, directory }: Pick<Environment, 'variables' | 'directory'>,
): string | undefined {
  const named = asked ?? variables['SHERPA_STORE']
  if (named) return isUrl(named) ? named : resolve(directory, named)
  if (config.store === undefined) return undefined
  return isUrl(config.store) ? config.store : resolve(file?.folder ?? directory, config.store)
}

export const isUrl = (place: string) => /^postgres(?:ql)?:\/\//.test(place)
