/** The operations that change runs: rerun all, failed or one job, and cancel. */
import { type Answer, failed } from '../server/answer.ts'
import { REFUSALS } from '../server/refusals.ts'
import { findAttempt, findJob, findRun } from '../state/find.ts'
import { cancel, failedNames, rerun, rerunRefusal } from '../state/rerun.ts'
import type { RunData } from '../world.ts'
import { type Call, found, type Routes } from './route.ts'

const ACTIONS = '/repos/{owner}/{repo}/actions'
/** Who a rerun by token is attributed to. */
const ACTOR = 'github-actions[bot]'

export const rerunRoutes: Routes = {
  [`POST ${ACTIONS}/runs/{run_id}/rerun`]: call =>
    found(findRun(call.repo, call.params['run_id']), run => again(call, run, null)),

  [`POST ${ACTIONS}/runs/{run_id}/rerun-failed-jobs`]: call =>
    found(findRun(call.repo, call.params['run_id']), run => {
      const attempt = findAttempt(run)
      const names = attempt === undefined ? [] : failedNames(attempt)
      const ended = attempt?.status === 'completed'
      return ended && names.length === 0 ? REFUSALS['run-cannot-be-retried']() : again(call, run, names)
    }),

  [`POST ${ACTIONS}/jobs/{job_id}/rerun`]: call =>
    found(findJob(call.repo, call.params['job_id']), ({ run, job, attempt }) =>
      attempt === findAttempt(run) ? again(call, run, [job.name]) : REFUSALS['run-cannot-be-retried'](),
    ),

  [`POST ${ACTIONS}/runs/{run_id}/cancel`]: call => end(call, 'politely'),
  [`POST ${ACTIONS}/runs/{run_id}/force-cancel`]: call => end(call, 'forced'),
}

function end(call: Call, how: 'politely' | 'forced'): Answer {
  return found(findRun(call.repo, call.params['run_id']), run => {
    const isOver = findAttempt(run)?.status === 'completed'
    if (isOver) return failed(409, 'Cannot cancel a workflow run that is completed.')
    if (how === 'forced' || !run.ignoresCancel) cancel(run, call.now)
    return { status: 202, json: {} }
  })
}

function again(call: Call, run: RunData, names: string[] | null): Answer {
  const refusal = rerunRefusal(run, call.now)
  if (refusal !== undefined) return REFUSALS[refusal]()
  rerun({ repo: call.repo, run, names, actor: ACTOR, debug: wantsDebug(call.body), now: call.now })
  return { status: 201, json: {} }
}

function wantsDebug(body: unknown): boolean {
  return typeof body === 'object' && body !== null && 'enable_debug_logging' in body && body.enable_debug_logging === true
}
