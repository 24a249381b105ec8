import type { LogSource } from '../core/gather/log-source.ts'
import { parseRepository, parseRunRef } from '../core/gather/run-ref.ts'
import { type Baseline, createBaselineReader } from '../core/log/baseline.ts'
import type { Run } from '../core/model/run.ts'
import { SherpaError } from '../core/model/trouble.ts'
import type { World } from '../core/plan/remedy.ts'
import type { Answer } from '../core/ports/answer.ts'
import type { CiProvider, Repository, RunRef } from '../core/ports/ci.ts'
import type { Trunk } from '../core/ports/commits.ts'
import { lintWorkflow, type RerunSafety } from '../core/rerun-safety/lint.ts'
import { readArchive } from './files/read-archive.ts'
import { findRemote } from './git/remote.ts'
import { chooseApiUrl, homeHost } from './github/api-url.ts'
import type { Wait } from './github/client.ts'
import {
  connectGitHub,
  connectGitHubControls,
  connectGitHubPast,
  connectGitHubStanding,
  connectGitHubTrials,
  connectGitHubTrunk,
  connectGitHubWorkflows,
} from './github/connect.ts'
import { ghToken } from './github/gh-token.ts'
import { findToken } from './github/token.ts'

/** What a run on the command line comes with. */
export interface RunRequest {
  readonly repo?: string | undefined
  readonly attempt?: number | undefined
  readonly job?: string | undefined
  readonly directory: string
  readonly variables: Readonly<Record<string, string | undefined>>
}

/** Which run is meant, and the CI that keeps it; asks git for the repository and gh for a token where nothing else tells. */
export async function connectRun(
  text: string,
  { directory, variables, ...request }: RunRequest,
): Promise<{ ref: RunRef; ci: CiProvider }> {
  const surroundings = { apiUrl: variables.GITHUB_API_URL, serverUrl: variables.GITHUB_SERVER_URL }
  const ref = await parseRunRef(text, {
    ...request,
    host: homeHost(surroundings),
    findRepository: () => findRemote({ cwd: directory }),
  })
  return { ref, ci: connectGitHub({ ...(await accessTo(ref.repository, { variables })), readArchive }) }
}

/**
 * What can be acted on in a repository `owner/name`.
 * @param redact passes over every text of ours before it is sent
 */
export async function connectWorldOf(
  repository: string,
  request: Pick<RunRequest, 'variables'>,
  redact: (text: string) => string,
): Promise<World> {
  return connectGitHubControls(await accessTo(named(repository, request), request), redact)
}

/** What the workflow file of a run says about running its jobs again, in a repository `owner/name`; a file that cannot be had is not known to be safe. */
export async function readRerunSafety(
  repository: string,
  run: Run & { readonly run: number },
  request: Pick<RunRequest, 'variables'>,
): Promise<RerunSafety> {
  const { workflowFile } = connectGitHubWorkflows(await accessTo(named(repository, request), request))
  const { value, trouble } = await workflowFile(repository, run.run)
  if (trouble) return { file: 'the workflow file', jobs: [], unread: trouble.message }
  const { path, text } = value
  const { parseYaml } = await import('./config-file/parse-yaml.ts')
  const parsed = parseYaml(text, path)
  if (!('value' in parsed)) return { file: path, jobs: [], unread: parsed.troubles[0]?.message ?? 'it cannot be read' }
  const { locate } = parsed.value
  const document = { value: parsed.value.value, text, lineOf: (at: Parameters<typeof locate>[0]) => locate(at, 'key').line }
  return {
    ...lintWorkflow(path, document, run),
    whenDispatched: lintWorkflow(path, document, { ...run, event: 'workflow_dispatch' }),
  }
}

/** What a run's commit was built on, in a repository `owner/name`; undefined where that cannot be had. */
export async function readTrunk(
  repository: string,
  run: Run | null,
  request: Pick<RunRequest, 'variables'>,
): Promise<Trunk | undefined> {
  const { trunkOf } = connectGitHubTrunk(await accessTo(named(repository, request), request))
  return (await trunkOf(repository, run)).value
}

/** GitHub lists a thousand runs of a stretch of time. https://docs.github.com/rest/actions/workflow-runs */
const MOST_PAGES = 10

/** All runs of a repository `owner/name` that began within a stretch of time in epoch milliseconds; a trouble where they are too many to be had. */
export async function recentRuns(
  repository: string,
  { sinceMs, untilMs }: { readonly sinceMs: number; readonly untilMs: number },
  request: Pick<RunRequest, 'variables'>,
): Promise<Answer<readonly Run[]>> {
  const where = named(repository, request)
  const past = connectGitHubPast(where, await accessTo(where, request))
  try {
    const runs: Run[] = []
    for (let page = 1; page <= MOST_PAGES; page++) {
      const listed = await past.listRuns({ workflow: null, fromMs: sinceMs, toMs: untilMs, page, tag: null })
      if (listed === 'unchanged') break
      runs.push(...listed.runs.map(({ newest }) => newest.run))
      if (listed.runs.length === 0 || runs.length >= listed.total) return { value: runs }
    }
    return { trouble: { code: 'too-many-runs', kind: 'world', message: `not all runs of ${repository} can be listed` } }
  } catch (error) {
    if (!(error instanceof SherpaError)) throw error
    const { code, kind, message } = error
    return { trouble: { code, kind, message } }
  }
}

const named = (repository: string, { variables }: Pick<RunRequest, 'variables'>) =>
  parseRepository(repository, homeHost({ apiUrl: variables.GITHUB_API_URL, serverUrl: variables.GITHUB_SERVER_URL }))

async function accessTo({ host }: Pick<Repository, 'host'>, { variables }: Pick<RunRequest, 'variables'>) {
  const surroundings = { apiUrl: variables.GITHUB_API_URL, serverUrl: variables.GITHUB_SERVER_URL }
  return { apiUrl: chooseApiUrl(host, surroundings), token: await findToken({ host, variables, surroundings, askGh: ghToken }) }
}

/** Of the requests of an hour: whoever shares the token is left something. */
const RESERVE = 0.02

/** What the past of a repository on the command line comes with. */
export interface PastRequest extends Pick<RunRequest, 'repo' | 'directory' | 'variables'> {
  /** How long a rate limit may hold us up. */
  readonly maxWaitSeconds: number
  readonly onWait: (wait: Wait) => void
  /** Hears the status of each answer. */
  readonly onAnswer: (status: number) => void
}

/** The repository that is meant, and the CI that keeps its runs. */
export async function connectPast({ repo, directory, variables, onAnswer, ...patience }: PastRequest) {
  const surroundings = { apiUrl: variables.GITHUB_API_URL, serverUrl: variables.GITHUB_SERVER_URL }
  const repository = repo === undefined ? await findRemote({ cwd: directory }) : parseRepository(repo, homeHost(surroundings))
  if (repository === null) throw noRepository()
  const fetch: typeof globalThis.fetch = async (...request) => {
    const response = await globalThis.fetch(...request)
    onAnswer(response.status)
    return response
  }
  const ci = connectGitHubPast(repository, {
    ...(await accessTo(repository, { variables })),
    readArchive,
    fetch,
    reserve: RESERVE,
    ...patience,
  })
  return { repository, ci }
}

/** What GitHub says of the commits, issues, settings and people of a repository. Throws a SherpaError where none is meant. */
export async function connectStanding({ repo, directory, variables }: Pick<RunRequest, 'repo' | 'directory' | 'variables'>) {
  const surroundings = { apiUrl: variables.GITHUB_API_URL, serverUrl: variables.GITHUB_SERVER_URL }
  const repository = repo === undefined ? await findRemote({ cwd: directory }) : parseRepository(repo, homeHost(surroundings))
  if (repository === null) throw noRepository()
  const { host } = repository
  const token = await findToken({ host, variables, surroundings, askGh: ghToken })
  return connectGitHubStanding(repository, { apiUrl: chooseApiUrl(host, surroundings), token })
}

/** The repository that is meant, and what it takes to try commits there by a workflow. Throws a SherpaError where none is meant. */
export async function connectWorkflows({ repo, directory, variables }: Pick<RunRequest, 'repo' | 'directory' | 'variables'>) {
  const surroundings = { apiUrl: variables.GITHUB_API_URL, serverUrl: variables.GITHUB_SERVER_URL }
  const repository = repo === undefined ? await findRemote({ cwd: directory }) : parseRepository(repo, homeHost(surroundings))
  if (repository === null) throw noRepository()
  const world = connectGitHubTrials(await accessTo(repository, { variables }))
  return { repository: `${repository.owner}/${repository.name}`, ...world }
}

const noRepository = () =>
  new SherpaError({
    code: 'repository-unknown',
    kind: 'usage',
    message: 'this folder has no git remote on a known host',
    hint: 'give --repo owner/name',
  })

/** Reads a green log given by hand. */
export async function connectBaseline(sources: readonly LogSource[]): Promise<Baseline> {
  const reader = createBaselineReader()
  for (const source of sources) for await (const chunk of source.open()) reader.push(chunk)
  return reader.end()
}
