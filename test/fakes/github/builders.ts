/**
 * Builders: a test declares what it cares about, the rest gets defaults that fit together.
 * Ids count up within a test file; declare those that show in an asserted text.
 */
import { createHash } from 'node:crypto'
import { aJob } from './build-job.ts'
import { resultOf } from './state/result.ts'
import { DAWN, shift } from './time.ts'
import type {
  AttemptData,
  CommitData,
  DeploymentData,
  FileData,
  IssueData,
  JobData,
  PullRequestData,
  RepositoryData,
  RunData,
  World,
} from './world.ts'

export { aJob } from './build-job.ts'

let runs = 1000
let pulls = 0
let commits = 0

/** A 40-digit sha made from any text: the same text gives the same sha. */
export function aSha(text: string): string {
  return createHash('sha1').update(text).digest('hex')
}

/** A world of one repository, `acme/app` unless declared; the world's own fields are passed through. */
export function aWorld(input: Partial<Omit<World, 'repositories'>> & RepositoryInput = {}): World {
  const { token, user, now, faults, rateLimit, ...repository } = input
  return {
    repositories: [aRepository(repository)],
    ...(token !== undefined && { token }),
    ...(user !== undefined && { user }),
    ...(now !== undefined && { now }),
    ...(faults !== undefined && { faults }),
    ...(rateLimit !== undefined && { rateLimit }),
  }
}

export type RepositoryInput = Partial<RepositoryData>

/** A public repository with branch `main`. */
function aRepository(input: RepositoryInput = {}): RepositoryData {
  const base: RepositoryData = {
    id: 4242,
    owner: 'acme',
    name: 'app',
    private: false,
    defaultBranch: 'main',
    commits: [],
    branches: {},
    runs: [],
    pulls: [],
    caches: [],
    issues: [],
    deployments: [],
  }
  return { ...base, ...input }
}

/** `jobs`, `conclusion`, `status`, `logsGone` and `archive` describe the only attempt; `attempts` several. */
export type RunInput = Partial<RunData> & Partial<AttemptData>

/** A run of workflow "CI" on `main`; its result follows from its jobs unless declared. */
export function aRun(input: RunInput = {}): RunData {
  const { status, conclusion, startedAt, updatedAt, jobs, logsGone, archive, debug, attempts, ...run } = input
  const id = run.id ?? ++runs
  const createdAt = run.createdAt ?? DAWN
  const only = definedOnly({ status, conclusion, startedAt, updatedAt, jobs, logsGone, archive, debug })
  return {
    id,
    workflowId: 77,
    workflowName: 'CI',
    path: '.github/workflows/ci.yml',
    runNumber: id % 1000,
    title: 'Change something',
    event: 'push',
    headBranch: 'main',
    headSha: aSha('head'),
    headRepository: null,
    createdAt,
    actor: 'mona',
    pullRequests: null,
    ignoresCancel: false,
    rerunsEnd: [],
    attempts: attempts ?? [anAttempt({ startedAt: createdAt, ...only })],
    ...run,
  }
}

/** One attempt of a run; without `jobs` it has one, "build", that ended as the attempt did. Declared jobs keep their own times. */
export function anAttempt(input: Partial<AttemptData> = {}): AttemptData {
  const startedAt = input.startedAt ?? DAWN
  const jobs = input.jobs ?? usualJobs(input.conclusion, shift(startedAt, 5))
  const ended = jobs.every(job => job.status === 'completed')
  const status = input.status ?? (ended ? 'completed' : 'in_progress')
  return {
    startedAt,
    updatedAt: jobs.reduce((last, job) => later(last, job.completedAt ?? job.startedAt), startedAt),
    status,
    conclusion: status === 'completed' ? resultOf(jobs) : null,
    actor: null,
    jobs,
    logsGone: false,
    archive: 'full',
    debug: false,
    ...input,
  }
}

export type FileInput = Partial<FileData> & { filename: string }

/** A commit by mona; `files` need only a name, counts follow from the patch. */
export function aCommit(input: Partial<Omit<CommitData, 'files'>> & { files?: FileInput[] } = {}): CommitData {
  const { files = [], ...commit } = input
  const message = commit.message ?? `Change number ${++commits}`
  return {
    sha: aSha(message),
    message,
    author: 'mona',
    date: DAWN,
    parents: null,
    tree: null,
    ...commit,
    files: files.map(aFile),
  }
}

/** A changed file; added and deleted lines are counted in the patch. */
function aFile(input: FileInput): FileData {
  const patch = input.patch === undefined ? '@@ -1 +1 @@\n-old\n+new' : input.patch
  const lines = patch?.split('\n') ?? []
  return {
    status: 'modified',
    patch,
    additions: lines.filter(line => line.startsWith('+')).length,
    deletions: lines.filter(line => line.startsWith('-')).length,
    previousFilename: null,
    ...input,
  }
}

/** An open pull request from branch `topic` to `main`. */
export function aPullRequest(input: Partial<Omit<PullRequestData, 'files'>> & { files?: FileInput[] } = {}): PullRequestData {
  const { files = [], ...pull } = input
  const number = pull.number ?? ++pulls
  return {
    number,
    title: `Pull request ${number}`,
    body: null,
    state: 'open',
    author: 'mona',
    headBranch: 'topic',
    headSha: aSha('head'),
    headRepository: null,
    baseBranch: 'main',
    baseSha: aSha('base'),
    createdAt: DAWN,
    ...pull,
    files: files.map(aFile),
  }
}

/** An open issue of a member. */
export const anIssue = (input: Partial<IssueData> & { number: number }): IssueData => ({
  title: `Issue ${input.number}`,
  body: null,
  state: 'open',
  author: 'mona',
  association: 'MEMBER',
  labels: [],
  isPull: false,
  ...input,
})

/** A deployment to production that succeeded. */
export const aDeployment = (input: Partial<DeploymentData> & { id: number; sha: string }): DeploymentData => ({
  environment: 'production',
  createdAt: DAWN,
  creator: 'mona',
  payload: '',
  states: ['in_progress', 'success'],
  ...input,
})

/** A run that could not start, or went stale, has no jobs. */
function usualJobs(conclusion: AttemptData['conclusion'] | undefined, startedAt: string): JobData[] {
  if (conclusion === 'startup_failure' || conclusion === 'stale') return []
  return [aJob({ name: 'build', startedAt, ...(conclusion && { conclusion }) })]
}

function later(a: string, b: string): string {
  return Date.parse(a) >= Date.parse(b) ? a : b
}

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> }

function definedOnly<T extends object>(input: T): Defined<T> {
  return Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined)) as Defined<T>
}
