import { boundChanges } from '../gather/bound-changes.ts'
import type { RunDocument } from '../gather/run-document.ts'
import type { AttemptRecord } from '../model/history.ts'
import { defined } from './defined.ts'
import { epochMs, jobRecord } from './job-record.ts'

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
    jobs: (document.jobs ?? []).map(jobRecord),
  }
}
