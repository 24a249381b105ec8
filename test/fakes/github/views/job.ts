import type { AnnotationData, JobData, RepositoryData, RunData } from '../world.ts'
import { HTML, type Links, nodeId } from './links.ts'

export interface JobInContext {
  repo: RepositoryData
  run: RunData
  job: JobData
  /** The number of the attempt the job belongs to. */
  attempt: number
}

/** A "job". Its check run has the job's own id, as on GitHub. */
export function jobView({ repo, run, job, attempt }: JobInContext, { api }: Links) {
  const home = `${api}/repos/${repo.owner}/${repo.name}`
  const onRunner = job.runnerName !== null
  return {
    id: job.id,
    run_id: run.id,
    workflow_name: run.workflowName,
    head_branch: run.headBranch,
    run_url: `${home}/actions/runs/${run.id}`,
    run_attempt: attempt,
    node_id: nodeId('CheckRun', job.id),
    head_sha: run.headSha,
    url: `${home}/actions/jobs/${job.id}`,
    html_url: `${HTML}/${repo.owner}/${repo.name}/actions/runs/${run.id}/job/${job.id}`,
    status: job.status,
    conclusion: job.conclusion,
    created_at: job.createdAt,
    started_at: job.startedAt,
    completed_at: job.completedAt,
    name: job.name,
    steps: job.steps.map(step => ({
      name: step.name,
      status: step.status,
      conclusion: step.conclusion,
      number: step.number,
      started_at: step.startedAt,
      completed_at: step.completedAt,
    })),
    check_run_url: `${home}/check-runs/${job.id}`,
    labels: job.labels,
    runner_id: onRunner ? 21 : null,
    runner_name: job.runnerName,
    runner_group_id: onRunner ? 2 : null,
    runner_group_name: onRunner ? 'GitHub Actions' : null,
  }
}

/** A "check-annotation" of a job's check run. */
export function annotationView(annotation: AnnotationData, repo: RepositoryData, headSha: string) {
  return {
    path: annotation.path,
    blob_href: `${HTML}/${repo.owner}/${repo.name}/blob/${headSha}/${annotation.path}`,
    start_line: annotation.startLine,
    start_column: null,
    end_line: annotation.endLine,
    end_column: null,
    annotation_level: annotation.level,
    title: annotation.title,
    message: annotation.message,
    raw_details: annotation.rawDetails,
  }
}
