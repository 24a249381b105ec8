import type { Run } from '../command.ts'
import { healRun } from './heal-run.ts'
import type { HealOptions } from './options.ts'

export const runHeal: Run<HealOptions> = (options, environment) => healRun({ options, tellsWhy: true }, environment)
