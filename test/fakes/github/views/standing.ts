/** "check-run" and "status". */
import { DAWN } from '../time.ts'
import type { JobData, RepositoryData, RunData, StatusData } from '../world.ts'
import { HTML, type Links, nodeId } from './links.ts'
import { userView } from './user.ts'

export function checkRunView(job: JobData, run: RunData, repo: RepositoryData, { api }: Links) {
  const html = `${HTML}/${repo.owner}/${repo.name}/actions/runs/${run.id}/job/${job.id}`
  const url = `${api}/repos/${repo.owner}/${repo.name}/check-runs/${job.id}`
  return {
    id: job.id,
    node_id: nodeId('CheckRun', job.id),
    head_sha: run.headSha,
    external_id: '',
    url,
    html_url: html,
    details_url: html,
    name: job.name,
    status: job.status,
    conclusion: job.conclusion,
    started_at: job.startedAt,
    completed_at: job.completedAt,
    output: { title: null, summary: null, text: null, annotations_count: 0, annotations_url: `${url}/annotations` },
    check_suite: { id: run.id },
    app: null,
    pull_requests: [],
  }
}

export function statusView(status: StatusData, repo: RepositoryData, links: Links) {
  return {
    url: `${links.api}/repos/${repo.owner}/${repo.name}/statuses/${status.sha}`,
    avatar_url: null,
    id: status.id,
    node_id: nodeId('Status', status.id),
    state: status.state,
    description: null,
    target_url: null,
    context: status.context,
    created_at: DAWN,
    updated_at: DAWN,
    creator: userView('mona', links),
  }
}
