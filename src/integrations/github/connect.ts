import type { CiPast, CiProvider, ReadArchive, Repository } from '../../core/ports/ci.ts'
import type { CommitStanding } from '../../core/ports/commits.ts'
import type { People } from '../../core/ports/people.ts'
import type { PullRequests } from '../../core/ports/pull-requests.ts'
import type { RunControl, WorkflowFiles } from '../../core/ports/runs.ts'
import type { RepositorySettings } from '../../core/ports/settings.ts'
import { impliedHost } from './api-url.ts'
import { controlBranches } from './branch-control.ts'
import { controlCaches } from './cache-control.ts'
import { type ClientOptions, createClient } from './client.ts'
import { commitStanding } from './commit-standing.ts'
import { controlDeployments } from './deployment-control.ts'
import { controlDispatches } from './dispatch-control.ts'
import { findWorkflow } from './find-workflow.ts'
import { controlIssues } from './issue-control.ts'
import { listRuns } from './list-runs.ts'
import { openRun } from './open-run.ts'
import { askPeople } from './people.ts'
import { controlPullRequests } from './pull-request-control.ts'
import { readPullRequests } from './pull-requests.ts'
import { controlRuns } from './run-control.ts'
import type { Session } from './session.ts'
import { readSettings } from './settings.ts'
import { readTrunks, type Trunks } from './trunk.ts'
import { readWorkflowFiles } from './workflow-file.ts'

export interface GitHubOptions extends ClientOptions {
  /** Unpacks the archive of a run's logs, for when a job's own log cannot be had. */
  readonly readArchive?: ReadArchive | undefined
  /** How long the storage of logs may be silent in the middle of one; default 60 s. */
  readonly silenceMs?: number | undefined
}

/**
 * GitHub or a GitHub Enterprise Server as a CI. Loads nothing and asks nothing before the first run is opened.
 *
 *     const ref = await parseRunRef(text, { repo, attempt, job, host: homeHost(surroundings), findRepository: () => findRemote({ cwd }) })
 *     const { host } = ref.repository
 *     const token = await findToken({ host, variables, surroundings, askGh: ghToken })
 *     const ci = connectGitHub({ apiUrl: chooseApiUrl(host, surroundings), token, readArchive })
 *     const file = await gatherRun(ref, { ci }, { knowledge, onProgress })
 */
export function connectGitHub(options: GitHubOptions): CiProvider {
  const sessionOf = createSessions(options)
  return { name: 'GitHub', openRun: async ref => openRun(await sessionOf(ref.repository), ref) }
}

/** The past of one repository. Loads nothing and asks nothing before the first list. */
export function connectGitHubPast(repository: Repository, options: GitHubOptions): CiPast & WorkflowFinder {
  const sessionOf = createSessions(options)
  return {
    name: 'GitHub',
    listRuns: async query => listRuns(await sessionOf(repository), query),
    findWorkflow: async named => findWorkflow(await sessionOf(repository), named),
  }
}

/** How one repository stands: its commits, pull requests, settings and people. Loads nothing and asks nothing before the first question. */
export function connectGitHubStanding(
  repository: Pick<Repository, 'owner' | 'name'>,
  options: GitHubOptions,
): CommitStanding & PullRequests & RepositorySettings & People {
  const sessions = createSessions(options)
  const sessionOf = () => sessions(repository)
  return { ...commitStanding(sessionOf), ...readPullRequests(sessionOf), ...readSettings(sessionOf), ...askPeople(sessionOf) }
}

/** The runs of GitHub's repositories, to be acted on. Loads nothing and asks nothing before the first call. */
export const connectGitHubRuns = (options: GitHubOptions): RunControl => controlRuns(sessionsByName(options))

/** All that can be acted on. @param redact passes over every text of ours before it is sent */
export function connectGitHubControls(options: GitHubOptions, redact: (text: string) => string) {
  const sessionOf = sessionsByName(options)
  return {
    runs: controlRuns(sessionOf),
    caches: controlCaches(sessionOf),
    issues: controlIssues(sessionOf, redact),
    deployments: controlDeployments(sessionOf),
    dispatches: controlDispatches(sessionOf),
    pullRequests: controlPullRequests(sessionOf, redact),
  }
}

/** What it takes to try commits by a workflow. */
export function connectGitHubTrials(options: GitHubOptions) {
  const sessionOf = sessionsByName(options)
  return {
    branches: controlBranches(sessionOf),
    dispatches: controlDispatches(sessionOf),
    runs: controlRuns(sessionOf),
  }
}

/** The files that declare the runs of GitHub's repositories. */
export const connectGitHubWorkflows = (options: GitHubOptions): WorkflowFiles => readWorkflowFiles(sessionsByName(options))

/** What runs of GitHub's repositories were built on. */
export const connectGitHubTrunk = (options: GitHubOptions): Trunks => readTrunks(sessionsByName(options))

/** By `owner/name`. */
function sessionsByName(options: GitHubOptions): (repository: string) => Promise<Session> {
  const sessionOf = createSessions(options)
  return repository => {
    const [owner = '', name = ''] = repository.split('/')
    return sessionOf({ owner, name })
  }
}

interface WorkflowFinder {
  /** The id of the workflow with this id, file or name; throws a SherpaError. */
  findWorkflow(named: string): Promise<string>
}

function createSessions(options: GitHubOptions): (repository: Pick<Repository, 'owner' | 'name'>) => Promise<Session> {
  let client: ReturnType<typeof createClient> | undefined
  return async ({ owner, name }) => {
    client ??= createClient(options)
    return {
      client: await client,
      owner,
      repo: name,
      host: impliedHost(options.apiUrl),
      authenticated: options.token !== undefined,
      fetch: options.fetch ?? globalThis.fetch,
      silenceMs: options.silenceMs ?? 60_000,
      waitUnitMs: options.waitUnitMs ?? 1000,
      readArchive: options.readArchive,
    }
  }
}
