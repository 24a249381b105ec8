import type { Run } from '../command.ts'
import { healRun } from '../heal/heal-run.ts'
import type { PlanOptions } from './options.ts'

export const runPlan: Run<PlanOptions> = (options, environment) =>
  healRun({ options: { ...options, dryRun: true, yes: false }, tellsWhy: false }, environment)
