/** Workflow runs: one, one attempt, and the filtered history. */
import { ok } from '../server/answer.ts'
import { goOnDispatched } from '../state/dispatch.ts'
import { findAttempt, findRun } from '../state/find.ts'
import { finish } from '../state/finish.ts'
import { runView } from '../views/run.ts'
import { workflowView } from '../views/workflow.ts'
import type { AttemptData, RunData } from '../world.ts'
import { type Call, countedPageOf, found, type Routes } from './route.ts'
import { selectRuns } from './select-runs.ts'

const RUNS = '/repos/{owner}/{repo}/actions/runs'

export const runRoutes: Routes = {
  [`GET ${RUNS}`]: call => list(call, call.repo.runs),
  'GET /repos/{owner}/{repo}/actions/workflows/{workflow_id}/runs': call =>
    list(
      call,
      call.repo.runs.filter(run => isOfWorkflow(run, call.params['workflow_id'] ?? '')),
    ),
  'GET /repos/{owner}/{repo}/actions/workflows': call =>
    countedPageOf(call, 'workflows', workflowsOf(call.repo.runs), run => workflowView(run, call)),
  [`GET ${RUNS}/{run_id}`]: call => one(call, undefined),
  [`GET ${RUNS}/{run_id}/attempts/{attempt_number}`]: call => one(call, call.params['attempt_number']),
}

function one(call: Call, number: string | undefined) {
  const run = findRun(call.repo, call.params['run_id'])
  return found(findAttempt(run, number), attempt => {
    const answer = ok(show(call, run, attempt))
    if (run !== undefined) goOn(run)
    return answer
  })
}

/** A rerun whose end is declared comes to it. */
function goOn(run: RunData): void {
  const attempt = findAttempt(run)
  if (run.attempts.length < 2 || attempt === undefined || attempt.status === 'completed') return
  const results = run.rerunsEnd.shift()
  if (results !== undefined) finish(attempt, results)
}

function list(call: Call, runs: readonly RunData[]) {
  const selected = selectRuns(runs, call.query)
  const given = isSearch(call.query) ? selected.slice(0, MOST_FOUND) : selected
  const answer = countedPageOf(call, 'workflow_runs', given, run => show(call, run, findAttempt(run)))
  for (const run of given) goOnDispatched(call.repo, run)
  return { ...answer, json: { ...(answer.json as object), total_count: selected.length } }
}

/** What a search finds beyond these is not given. */
const MOST_FOUND = 1000

const isSearch = (query: URLSearchParams) =>
  ['actor', 'branch', 'check_suite_id', 'created', 'event', 'head_sha', 'status'].some(name => query.has(name))

/** One run of each. */
const workflowsOf = (runs: readonly RunData[]) => [...new Map(runs.map(run => [run.workflowId, run])).values()]

function show(call: Call, run: RunData | undefined, attempt: AttemptData | undefined) {
  if (run === undefined || attempt === undefined) throw new Error(`run ${run?.id} was declared without attempts`)
  const view = runView({ repo: call.repo, run, attempt }, call.links)
  return call.query.get('exclude_pull_requests') === 'true' ? { ...view, pull_requests: [] } : view
}

/** A workflow is named by its id or its file name. */
function isOfWorkflow(run: RunData, idOrFile: string): boolean {
  return String(run.workflowId) === idOrFile || run.path.split('/').at(-1) === idOrFile
}
