import type { Note } from '../model/case-file.ts'
import type { Run } from '../model/run.ts'
import type { CiJob } from '../ports/ci.ts'
import { hasFailed } from './choose-jobs.ts'

/** What the state of a run means for its diagnosis. */
export function runNotes(run: Run, jobs: readonly CiJob[]): Note[] {
  const failed = jobs.filter(hasFailed).length
  const over = jobs.filter(({ job }) => job.conclusion !== undefined).length
  if (run.status !== undefined && run.status !== 'completed') {
    return [
      note(
        'run-in-progress',
        `The run is still ${run.status === 'queued' ? 'queued' : 'in progress'}: ${over} of ${jobs.length} jobs are over, ${failed} failed; the others are not judged.`,
      ),
    ]
  }
  if (jobs.length === 0)
    return [
      note('run-without-jobs', 'The run has no jobs: its workflow file may be invalid, or it was stopped before it started.'),
    ]
  if (failed > 0) return []
  if (run.conclusion === 'cancelled') return [note('run-cancelled', 'The run was cancelled, and no job had failed until then.')]
  if (run.conclusion === 'success') return [note('run-green', 'The run succeeded: no job failed.')]
  if (run.conclusion === 'action_required') return [note('run-waiting', 'The run waits for an approval.')]
  return [note('no-failed-job', `The run ended as ${run.conclusion ?? 'unknown'}, but none of its jobs failed.`)]
}

const note = (code: string, text: string): Note => ({ code, text })
