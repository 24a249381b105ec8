/** What starting a workflow by hand does: a queued run, which ends as it was declared, and may deploy. */
import { aJob } from '../build-job.ts'
import type { DispatchableData, JobInput, RepositoryData, RunData } from '../world.ts'
import { finish } from './finish.ts'

export interface DispatchRequest {
  repo: RepositoryData
  file: string
  workflow: DispatchableData
  branch: string
  head: string
  inputs: Record<string, string>
  now: string
}

/** What was given to the runs that were started here, by run. */
const given = new WeakMap<RunData, Record<string, string>>()

export function dispatch({ repo, file, workflow, branch, head, inputs, now }: DispatchRequest): RunData {
  const like = repo.runs.find(({ path }) => path.endsWith(`/${file}`))
  const id = Math.max(0, ...repo.runs.map(run => run.id)) + 1
  const jobs = Object.keys(workflow.runsEnd?.[0] ?? {})
  const name = like?.workflowName ?? file
  const run: RunData = {
    id,
    workflowId: like?.workflowId ?? 900 + Object.keys(repo.dispatchable ?? {}).indexOf(file),
    workflowName: name,
    path: `.github/workflows/${file}`,
    runNumber: id % 1000,
    title: workflow.runName?.replace(/\$\{\{ inputs\.([\w-]+) \}\}/g, (_, input: string) => inputs[input] ?? '') ?? name,
    event: 'workflow_dispatch',
    headBranch: branch,
    headSha: head,
    headRepository: null,
    createdAt: now,
    actor: 'github-actions[bot]',
    pullRequests: null,
    ignoresCancel: false,
    rerunsEnd: [],
    attempts: [
      {
        ...{ status: 'queued', conclusion: null, startedAt: now, updatedAt: now, actor: null },
        jobs: (jobs.length > 0 ? jobs : ['build']).map((job, i) => aJob({ id: id * 100 + i, name: job, status: 'queued' })),
        ...{ logsGone: false, archive: 'full', debug: false },
      },
    ],
  }
  repo.runs.push(run)
  given.set(run, inputs)
  return run
}

function nextEnd({ runsEnd, endsAt }: DispatchableData, sha: string): Record<string, JobInput> | undefined {
  const ends = endsAt?.[sha]
  if (ends === undefined) return runsEnd?.shift()
  return ends.length > 1 ? ends.shift() : ends[0]
}

/** A run whose end is declared comes to it, and deploys if it is green. */
export function goOnDispatched(repo: RepositoryData, run: RunData): void {
  const inputs = given.get(run)
  const workflow = repo.dispatchable?.[run.path.split('/').at(-1) ?? '']
  const attempt = run.attempts.at(-1)
  if (inputs === undefined || workflow === undefined || attempt === undefined || attempt.status === 'completed') return
  const end = nextEnd(workflow, run.headSha)
  if (end === undefined) return
  finish(attempt, end)
  const { deploys } = workflow
  if (deploys === undefined || attempt.conclusion !== 'success') return
  repo.deployments.push({
    id: Math.max(0, ...repo.deployments.map(({ id }) => id)) + 1,
    sha: inputs[deploys.commit] ?? run.headSha,
    environment: deploys.environment,
    createdAt: run.createdAt,
    creator: 'github-actions[bot]',
    payload: '',
    states: ['in_progress', 'success'],
  })
}
