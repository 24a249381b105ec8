import type { Run } from '../command.ts'
import { healContainers } from '../containers/heal-containers.ts'
import type { RollbackOptions } from './options.ts'

export const runRollback: Run<RollbackOptions> = ({ container: name, to = null, ...options }, environment) =>
  healContainers({ ...options, name, to, remedy: 'roll-back-container' }, environment)
