import { boundChanges } from '../gather/bound-changes.ts'
import type { RunDocument } from '../gather/run-document.ts'
import { LONGEST_MS } from '../model/duration.ts'
import type { AttemptRecord, JobRecord } from '../model/history.ts'
import type { Step } from '../model/run.ts'
import { defined } from './defined.ts'

/** A run document as it is remembered, without what its logs say; undefined where it does not tell which run it is. */
export function attemptOf(document: RunDocument): AttemptRecord | undefined {
  if (document.run === undefined) return undefined
  const { event, branch, base, pullRequest, commit, parents, actor, triggeredBy, url, conclusion, changes } = document
  return {
    repository: document.repository ?? '',
    workflow: document.workflow ?? '',
    run: document.run,
    attempt: document.attempt ?? 1,
    ...defined({ event, branch, base, pullRequest, commit, parents, actor, triggeredBy, url, conclusion }),
    ...defined({ startedMs: epochMs(document.startedAt), completedMs: epochMs(document.completedAt) }),
    ...(changes && { changes: boundChanges(changes.map(({ file, patch }) => ({ file, ...defined({ patch }) }))) }),
    jobs: (document.jobs ?? []).map(jobOf),
  }
}

type DocumentJob = NonNullable<RunDocument['jobs']>[number]

function jobOf(job: DocumentJob): JobRecord {
  const { id, name, conclusion, queuedMs, runner, steps, tests } = job
  const startedMs = epochMs(job.startedAt)
  const completedMs = epochMs(job.completedAt)
  const tookMs = startedMs === undefined || completedMs === undefined ? undefined : Math.max(0, completedMs - startedMs)
  const durationMs = tookMs !== undefined && tookMs <= LONGEST_MS ? tookMs : undefined
  return {
    name,
    ...defined({ id, conclusion, startedMs, durationMs, queuedMs }),
    ...(runner && { runner: defined(runner) }),
    ...(steps && {
      steps: steps.map(({ name, conclusion, durationMs }): Step => ({ name, ...defined({ conclusion, durationMs }) })),
    }),
    ...(tests && {
      tests: tests.map(({ name, outcome, durationMs, message }) => ({ name, outcome, ...defined({ durationMs, message }) })),
    }),
  }
}

function epochMs(time: string | undefined): number | undefined {
  return time === undefined ? undefined : Date.parse(time)
}
