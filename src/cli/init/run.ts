import type { Run } from '../command.ts'
import { EXIT } from '../exit-code.ts'
import type { InitOptions } from './options.ts'

export const runInit: Run<InitOptions> = async () => EXIT.nothingFailed
