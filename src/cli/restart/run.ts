import type { Run } from '../command.ts'
import { healContainers } from '../containers/heal-containers.ts'
import type { RestartOptions } from './options.ts'

export const runRestart: Run<RestartOptions> = (options, environment) =>
  healContainers({ ...options, remedy: 'restart-container', to: null }, environment)
