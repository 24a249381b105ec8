import { outcomeOf } from '../history/outcome.ts'
import type { CaseFile } from '../model/case-file.ts'
import type { Failure } from '../model/diagnosis.ts'
import type { PastRun } from '../model/past.ts'
import type { Scene } from './signal.ts'

/** The failure that earlier runs are compared with: the root, where its job is known and a history is at hand. */
export function knownFailure({
  file,
  failures,
}: Scene): { readonly failure: Failure; readonly runs: readonly PastRun[] } | undefined {
  const failure = failures[0]
  if (!failure || !file.past) return undefined
  return { failure, runs: file.past.runs.filter(({ job }) => failure.job === null || job === failure.job) }
}

/** Whether an earlier run failed the same way; one whose failure is not known counts where nothing better is to be had. */
export const failedAlike = ({ conclusion, fingerprint }: PastRun, failure: Failure): boolean =>
  outcomeOf(conclusion) === 'failed' && (fingerprint === undefined || fingerprint === failure.fingerprint)

export const hasPassed = ({ conclusion }: PastRun): boolean => conclusion === 'success'

/** The machine that a job ran on, as its CI or its log says. */
export function runnerOf(
  { jobs, logs }: CaseFile,
  job: string | null,
): { readonly image?: string; readonly version?: string } | undefined {
  const told = jobs.find(({ name }) => name === job)?.runner
  if (told?.image) return told
  return logs.find(log => log.runner?.image && (job === null || log.job === job))?.runner ?? told
}
