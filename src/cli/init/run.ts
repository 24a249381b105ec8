import type { Run } from '../command.ts'
import type { InitOptions } from './options.ts'

export const runInit: Run<InitOptions> = async () => 'nothing failed'
