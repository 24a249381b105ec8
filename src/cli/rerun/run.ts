import { SherpaError } from '../../core/model/trouble.ts'
import type { Situation } from '../../core/plan/remedy.ts'
import type { AskedRerun } from '../../core/rerun/asked-rerun.ts'
import type { Run } from '../command.ts'
import { healRun } from '../heal/heal-run.ts'
import type { RerunOptions } from './options.ts'

/** Goes the way of every remedy, for a re-run that a person asked for: plan, policy, ledger, act, verify. */
export const runRerun: Run<RerunOptions> = (options, environment) => {
  const { job = null, all, debug, failed: _, ...rest } = options
  const askedRerun: AskedRerun = { remedy: remedyOf(job, all), job, debug }
  return healRun({ options: rest, askedRerun, tellsWhy: false, check: situation => checkJob(situation, job) }, environment)
}

const remedyOf = (job: string | null, all: boolean) => (job !== null ? 'rerun-job' : all ? 'rerun-run' : 'rerun-failed-jobs')

function checkJob({ file: { jobs } }: Situation, job: string | null): void {
  if (job === null || jobs.some(({ name }) => name === job)) return
  const known = jobs.slice(0, 20).map(({ name }) => JSON.stringify(name))
  throw new SherpaError({
    code: 'job-unknown',
    kind: 'usage',
    message: `the run has no job ${JSON.stringify(job)}`,
    ...(known.length > 0 && { hint: `name one of ${known.join(', ')}` }),
  })
}
