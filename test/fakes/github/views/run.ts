import type { AttemptData, PullRequestData, RepositoryData, RunData } from '../world.ts'
import { HTML, type Links, nodeId } from './links.ts'
import { forkView, minimalRepositoryView } from './repository.ts'
import { userView } from './user.ts'

export interface RunInContext {
  repo: RepositoryData
  run: RunData
  attempt: AttemptData
}

/** A "workflow-run" as one of its attempts shows it. */
export function runView({ repo, run, attempt }: RunInContext, links: Links) {
  const home = `${links.api}/repos/${repo.owner}/${repo.name}`
  const url = `${home}/actions/runs/${run.id}`
  const number = run.attempts.indexOf(attempt) + 1
  const here = minimalRepositoryView(repo, links)
  const suite = run.id + 1_000_000
  return {
    id: run.id,
    name: run.workflowName,
    node_id: nodeId('WorkflowRun', run.id),
    check_suite_id: suite,
    check_suite_node_id: nodeId('CheckSuite', suite),
    head_branch: run.headBranch,
    head_sha: run.headSha,
    path: run.path,
    display_title: run.title,
    run_number: run.runNumber,
    event: run.event,
    status: attempt.status,
    conclusion: attempt.conclusion,
    workflow_id: run.workflowId,
    url,
    html_url: `${HTML}/${repo.owner}/${repo.name}/actions/runs/${run.id}`,
    pull_requests: pullsOf(repo, run).map(pull => minimalPullView(pull, repo, links)),
    created_at: run.createdAt,
    updated_at: attempt.updatedAt,
    run_attempt: number,
    run_started_at: attempt.startedAt,
    referenced_workflows: [],
    actor: userView(run.actor, links),
    triggering_actor: userView(attempt.actor ?? run.actor, links),
    jobs_url: `${url}/jobs`,
    logs_url: `${url}/logs`,
    check_suite_url: `${home}/check-suites/${suite}`,
    artifacts_url: `${url}/artifacts`,
    cancel_url: `${url}/cancel`,
    rerun_url: `${url}/rerun`,
    previous_attempt_url: number > 1 ? `${url}/attempts/${number - 1}` : null,
    workflow_url: `${home}/actions/workflows/${run.workflowId}`,
    head_commit: headCommitView(repo, run),
    repository: here,
    head_repository: run.headRepository === null ? here : forkView(run.headRepository, links),
  }
}

/** The pull requests a run belongs to; GitHub names none for code from a fork. */
function pullsOf(repo: RepositoryData, run: RunData): PullRequestData[] {
  const declared = run.pullRequests
  if (declared !== null) return repo.pulls.filter(pull => declared.includes(pull.number))
  if (run.headRepository !== null) return []
  return repo.pulls.filter(pull => pull.headRepository === null && pull.headBranch === run.headBranch)
}

function minimalPullView(pull: PullRequestData, repo: RepositoryData, { api }: Links) {
  const home = `${api}/repos/${repo.owner}/${repo.name}`
  const here = { id: repo.id, url: home, name: repo.name }
  return {
    id: pull.number + 900_000,
    number: pull.number,
    url: `${home}/pulls/${pull.number}`,
    head: { ref: pull.headBranch, sha: pull.headSha, repo: here },
    base: { ref: pull.baseBranch, sha: pull.baseSha, repo: here },
  }
}

function headCommitView(repo: RepositoryData, run: RunData) {
  const commit = repo.commits.find(candidate => candidate.sha === run.headSha)
  const author = commit?.author ?? run.actor
  const person = { name: author, email: `${author.replace(/[^\w-]/g, '')}@example.com` }
  return {
    id: run.headSha,
    tree_id: run.headSha,
    message: commit?.message ?? run.title,
    timestamp: commit?.date ?? run.createdAt,
    author: person,
    committer: person,
  }
}
