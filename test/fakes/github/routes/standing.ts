/** How commits stand: check runs and statuses. */
import { findAttempt } from '../state/find.ts'
import { checkRunView, statusView } from '../views/standing.ts'
import { type Call, countedPageOf, pageOf, type Routes } from './route.ts'

const REPO = '/repos/{owner}/{repo}'

export const standingRoutes: Routes = {
  [`GET ${REPO}/commits/{ref}/check-runs`]: call => {
    const runs = call.repo.runs.filter(({ headSha }) => headSha === shaOf(call))
    const jobs = runs.flatMap(run => (findAttempt(run)?.jobs ?? []).map(job => ({ run, job })))
    return countedPageOf(call, 'check_runs', jobs, ({ run, job }) => checkRunView(job, run, call.repo, call.links))
  },

  [`GET ${REPO}/commits/{ref}/statuses`]: call => {
    const statuses = (call.repo.statuses ?? []).filter(({ sha }) => sha === shaOf(call))
    return pageOf(call, statuses, status => statusView(status, call.repo, call.links))
  },
}

/** A ref is a sha or a branch. */
function shaOf({ params, repo }: Call): string {
  const ref = params['ref'] ?? ''
  return repo.branches[ref] ?? ref
}
