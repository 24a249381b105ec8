/**
 * The compact, plain data a fake GitHub is made of. Builders (builders.ts) fill in everything a test
 * does not declare; views turn it into the API's full objects. Nothing here knows about HTTP.
 */
import type { FaultRule } from './fault-rule.ts'

/** Everything one fake server knows. Times are ISO 8601 strings. */
export interface World {
  repositories: RepositoryData[]
  /** The only token the server accepts; default "fake-token". */
  token?: string
  /** Whose token it is; default "mona"; null: a workflow's, of no person. */
  user?: string | null
  /** The server's idea of now, used for "too old to rerun" and for new attempts. */
  now?: string
  faults?: FaultRule[]
  rateLimit?: { limit?: number; remaining?: number; resetInSeconds?: number }
}

export interface RepositoryData {
  id: number
  owner: string
  name: string
  private: boolean
  defaultBranch: string
  /** Oldest first; a commit without declared parents follows the one before it. */
  commits: CommitData[]
  /** Branch name to head sha; the default branch points at the last commit unless declared. */
  branches: Record<string, string>
  runs: RunData[]
  pulls: PullRequestData[]
  /** Statuses of commits, newest first; none where it is left out. */
  statuses?: StatusData[]
  /** Workflows that can be started by hand, by file; none where it is left out. */
  dispatchable?: Record<string, DispatchableData>
  caches: CacheData[]
  issues: IssueData[]
  /** Oldest first. */
  deployments: DeploymentData[]
  /** Trees that no commit has yet. */
  trees?: Record<string, string>[]
  /** There are more files than GitHub lists. */
  treesAreCut?: boolean
  /** What runs for each pull request that is opened, as it ends. */
  pullJobs?: JobData[]
  /** Of the repository; none where it is left out. */
  variables?: Record<string, string>
  /** By login; who is not named has the permission "read" of a public repository, or "none"; mona is its admin. */
  permissions?: Record<string, 'admin' | 'maintain' | 'write' | 'triage' | 'read' | 'none'>
}

export interface DispatchableData {
  /** Names of the inputs that it declares. */
  inputs: string[]
  /** Its run-name, with `${{ inputs.name }}` for values; left out: the workflow's name. */
  runName?: string
  /** How the runs that it starts end, in order, by job name; each does when it has been listed once. Further ones stay queued. */
  runsEnd?: Record<string, JobInput>[]
  /** The same by the commit that they run on; the last end is that of all further ones. */
  endsAt?: Record<string, Record<string, JobInput>[]>
  /** The input with the commit that a green run deploys, and where to. */
  deploys?: { commit: string; environment: string }
  /** An older server, which does not know `return_run_details`. */
  isOld?: boolean
}

export interface StatusData {
  id: number
  sha: string
  context: string
  state: 'error' | 'failure' | 'pending' | 'success'
}

export interface CacheData {
  id: number
  key: string
  ref: string
}

export interface IssueData {
  number: number
  title: string
  body: string | null
  state: 'open' | 'closed'
  author: string
  association: 'OWNER' | 'MEMBER' | 'COLLABORATOR' | 'CONTRIBUTOR' | 'NONE'
  labels: string[]
  /** The list of issues holds pull requests, too. */
  isPull: boolean
}

export interface DeploymentData {
  id: number
  sha: string
  environment: string
  createdAt: string
  creator: string
  payload: Record<string, unknown> | string
  /** Oldest first. */
  states: ('error' | 'failure' | 'inactive' | 'in_progress' | 'queued' | 'pending' | 'success')[]
}

export interface RunData {
  id: number
  workflowId: number
  workflowName: string
  /** `.github/workflows/ci.yml`, without "@ref". */
  path: string
  runNumber: number
  title: string
  event: string
  headBranch: string | null
  headSha: string
  /** `owner/name` of the fork the run's code came from; null: the repository itself. */
  headRepository: string | null
  createdAt: string
  actor: string
  /** Numbers of the pull requests the API names; null: found by branch (never for forks, as on GitHub). */
  pullRequests: number[] | null
  /** The first attempt first; never empty. */
  attempts: AttemptData[]
  /** It hangs in a step that runs `always()`: only a forced cancellation ends it. */
  ignoresCancel: boolean
  /** How its reruns end, in order, by job name; each does when it has been looked at once. Further ones stay queued. */
  rerunsEnd: Record<string, JobInput>[]
}

export type Status = 'queued' | 'in_progress' | 'completed' | 'waiting' | 'requested' | 'pending'
export type Conclusion = 'success' | 'failure' | 'neutral' | 'cancelled' | 'skipped' | 'timed_out' | 'action_required'

export interface AttemptData {
  status: Status
  /** Runs also know "startup_failure" and "stale", jobs do not. */
  conclusion: Conclusion | 'startup_failure' | 'stale' | null
  startedAt: string
  updatedAt: string
  /** Who started this attempt; null: the run's actor. */
  actor: string | null
  jobs: JobData[]
  /** The run's archive has passed its retention time: 410. */
  logsGone: boolean
  /** "jobs-only": the archive lacks the files of single steps, which happens on GitHub. */
  archive: 'full' | 'jobs-only'
  /** Whether the rerun that made this attempt asked for debug logging. */
  debug: boolean
}

export interface JobData {
  id: number
  name: string
  status: Status
  conclusion: Conclusion | null
  createdAt: string
  startedAt: string
  completedAt: string | null
  steps: StepData[]
  annotations: AnnotationData[]
  /** Served byte for byte; null: made from the steps' own logs. */
  log: string | Uint8Array | null
  /** The log has passed its retention time: 410. */
  logGone: boolean
  labels: string[]
  runnerName: string | null
  /** Names of the jobs this one waits for. */
  needs: string[]
  /** The name as it stands in the archive, e.g. with an unevaluated `${{ }}`; null: the job's name. */
  archiveName: string | null
  /** Its result was taken over from the attempt before; the archive then leaves it out. */
  carriedOver: boolean
}

export interface StepData {
  number: number
  name: string
  status: 'queued' | 'in_progress' | 'completed'
  conclusion: Conclusion | null
  startedAt: string | null
  completedAt: string | null
  /** Lines without a timestamp get one; null: a short made-up log. */
  log: string | null
}

export type StepInput = Partial<StepData> & { name: string /** How long it took; default 10. */; seconds?: number }
export type JobInput = Partial<Omit<JobData, 'steps' | 'annotations'>> & {
  steps?: StepInput[]
  annotations?: (Partial<AnnotationData> & { message: string })[]
}

export interface AnnotationData {
  path: string
  startLine: number
  endLine: number
  level: 'notice' | 'warning' | 'failure'
  title: string | null
  message: string
  rawDetails: string | null
}

export interface CommitData {
  sha: string
  message: string
  author: string
  date: string
  /** null: the commit declared before this one. */
  parents: string[] | null
  files: FileData[]
  /** All text files of the repository at this commit, by path; null: those of its parent. */
  tree: Record<string, string> | null
}

export interface FileData {
  filename: string
  status: 'added' | 'removed' | 'modified' | 'renamed' | 'copied' | 'changed' | 'unchanged'
  /** null: too large or binary, and the API leaves it out. */
  patch: string | null
  additions: number
  deletions: number
  previousFilename: string | null
}

export interface PullRequestData {
  number: number
  title: string
  body: string | null
  state: 'open' | 'closed'
  /** When it was merged; it is closed then. */
  mergedAt?: string
  author: string
  labels?: string[]
  headBranch: string
  headSha: string
  /** `owner/name` of a fork; null: the repository itself. */
  headRepository: string | null
  baseBranch: string
  baseSha: string
  createdAt: string
  files: FileData[]
}
