import { SherpaError } from '../model/trouble.ts'
import type { JobRef, Repository, RunRef } from '../ports/ci.ts'

/** What stands beside the reference on the command line. */
export interface RunRefOptions {
  readonly repo?: string | undefined
  readonly attempt?: string | number | undefined
  readonly job?: string | undefined
  /** Host of a repository written without one; default `github.com`. */
  readonly host?: string | undefined
  /** Asked only where neither the reference nor `repo` names a repository, e.g. the git remote. */
  readonly findRepository?: (() => Promise<Repository | null>) | undefined
}

/** What the text itself says of a run. */
interface Said {
  readonly repository: Repository | null
  readonly run: number | null
  readonly attempt: number | null
  readonly jobId: number | null
}

const SHAPE = '<run-id>, owner/repo#<run-id> or the URL of a run or job'

/** Whether a text on the command line means a run rather than a file. */
export const looksLikeRunRef = (text: string): boolean => {
  const trimmed = text.trim()
  return readNumber(trimmed) !== null || readRepositoryAndRun(trimmed, 'github.com') !== null || /^https?:\/\//i.test(trimmed)
}

/**
 * Reads `<run-id>`, `owner/repo#run`, `host/owner/repo#run`, or the URL of a run, an attempt or a job (the web's and the API's), together
 * with its options. Throws a SherpaError of kind usage that says what is wrong with which value.
 */
export async function parseRunRef(text: string, options: RunRefOptions = {}): Promise<RunRef> {
  const said = readText(text.trim(), options.host ?? 'github.com')
  const asked = options.repo === undefined ? null : parseRepository(options.repo, options.host)
  if (said.repository && asked && !sameRepository(said.repository, asked)) {
    throw usage(
      'run-ref-conflict',
      `${text} is a run of ${show(said.repository)}, but --repo says ${show(asked)}`,
      'leave --repo out',
    )
  }
  const attempt = agree('--attempt', said.attempt, readAttempt(options.attempt), text)
  const job = readJob(said.jobId, options.job, text)
  const repository = said.repository ?? asked ?? (await options.findRepository?.()) ?? null
  if (repository === null) {
    throw usage(
      'repository-unknown',
      `${text} does not say of which repository, and this folder has no git remote on a known host`,
      'give --repo owner/name',
    )
  }
  if (said.run !== null) return { repository, attempt, run: said.run, job }
  return { repository, attempt, run: null, job: { id: said.jobId as number } }
}

/** Reads `owner/name` or `host/owner/name`; throws a SherpaError of kind usage. */
export function parseRepository(text: string, host = 'github.com'): Repository {
  const parts = text
    .trim()
    .replace(/^https?:\/\//i, '')
    .replace(/\/+$/, '')
    .replace(/\.git$/, '')
    .split('/')
  const [name, owner, named = host] = parts.reverse()
  if (parts.length > 3 || !isOwner(owner) || !isName(name) || !isHost(named)) {
    throw usage('repository-malformed', `${JSON.stringify(text)} is not a repository`, 'write owner/name, or host/owner/name')
  }
  return { host: named.toLowerCase(), owner, name }
}

function readText(text: string, host: string): Said {
  const run = readNumber(text)
  if (run !== null) return { repository: null, run, attempt: null, jobId: null }
  const short = readRepositoryAndRun(text, host)
  if (short) return { ...short, attempt: null, jobId: null }
  if (/^https?:\/\//i.test(text)) return readUrl(text)
  throw usage('run-ref-malformed', `${JSON.stringify(text)} is neither a file nor a run`, `give ${SHAPE}`)
}

function readRepositoryAndRun(text: string, host: string): { repository: Repository; run: number } | null {
  const found = /^(?:(?<host>[^/\s#]+)\/)?(?<owner>[^/\s#]+)\/(?<name>[^/\s#]+)#(?<run>\d+)$/.exec(text)?.groups
  const run = readNumber(found?.['run'])
  const repository = { host: (found?.['host'] ?? host).toLowerCase(), owner: found?.['owner'] ?? '', name: found?.['name'] ?? '' }
  return run !== null && isOwner(repository.owner) && isName(repository.name) && isHost(repository.host)
    ? { repository, run }
    : null
}

const REPOSITORY = /^(?:\/api\/v3)?(?:\/repos)?\/(?<owner>[^/]+)\/(?<name>[^/]+)\//
const PATHS = [
  /\/actions\/runs\/(?<run>\d+)(?:\/attempts\/(?<attempt>\d+))?(?:\/(?:jobs?\/(?<job>\d+))?.*)?$/,
  /\/actions\/jobs\/(?<job>\d+)(?:\/.*)?$/,
  /\/runs\/(?<job>\d+)(?:\/.*)?$/,
]

function readUrl(text: string): Said {
  const url = URL.canParse(text) ? new URL(text) : null
  const path = url?.pathname ?? ''
  const place = REPOSITORY.exec(path)
  const rest = path.slice((place?.[0].length ?? 0) - 1)
  const found = PATHS.map(pattern => pattern.exec(rest)).find(match => match?.index === 0)?.groups
  const owner = place?.groups?.['owner']
  const name = place?.groups?.['name']
  const run = readNumber(found?.['run'])
  const attempt = readNumber(found?.['attempt'])
  const jobId = readNumber(found?.['job'])
  const unread =
    found && Object.entries({ run, attempt, job: jobId }).some(([key, number]) => found[key] !== undefined && number === null)
  if (!url || !found || unread || !isOwner(owner) || !isName(name)) {
    throw usage(
      'run-url-malformed',
      `${text} is not the URL of a run or of a job`,
      'give a URL such as https://github.com/owner/repo/actions/runs/<run-id>',
    )
  }
  const host = url.host.replace(/^api\.(?=github\.com$|[^.]+\.ghe\.com$)/, '')
  return { repository: { host, owner, name }, run, attempt, jobId }
}

function readAttempt(text: string | number | undefined): number | null {
  if (text === undefined) return null
  const attempt = readNumber(String(text))
  if (attempt === null)
    throw usage('attempt-malformed', `--attempt ${JSON.stringify(text)} is not a number from 1`, 'give the number of the attempt')
  return attempt
}

function readJob(said: number | null, asked: string | undefined, text: string): JobRef | null {
  const name = asked?.trim()
  if (name === '') throw usage('job-malformed', '--job is empty', 'give the id or the name of a job')
  const id = agree('--job', said, name === undefined ? null : readNumber(name), text)
  if (said !== null && name !== undefined && readNumber(name) === null) {
    throw usage('run-ref-conflict', `${text} names a job itself, but --job says ${JSON.stringify(name)}`, 'leave --job out')
  }
  if (id !== null) return { id }
  return name === undefined ? null : { name }
}

function agree(option: string, said: number | null, asked: number | null, text: string): number | null {
  if (said !== null && asked !== null && said !== asked) {
    throw usage('run-ref-conflict', `${text} says ${said}, but ${option} says ${asked}`, `leave ${option} out`)
  }
  return said ?? asked
}

/** A positive number that JavaScript can hold, else null. */
function readNumber(text: string | undefined): number | null {
  if (text === undefined || !/^\d+$/.test(text)) return null
  const number = Number(text)
  return Number.isSafeInteger(number) && number > 0 ? number : null
}

const isOwner = (text: string | undefined): text is string => text !== undefined && /^[\w-]+$/.test(text)
const isName = (text: string | undefined): text is string => text !== undefined && /^[\w.-]+$/.test(text) && !/^\.\.?$/.test(text)
const isHost = (text: string | undefined): text is string => text !== undefined && /^[a-z\d.-]+(?::\d+)?$/i.test(text)
const sameRepository = (a: Repository, b: Repository) => show(a).toLowerCase() === show(b).toLowerCase()
const show = ({ host, owner, name }: Repository) => (host === 'github.com' ? `${owner}/${name}` : `${host}/${owner}/${name}`)
const usage = (code: string, message: string, hint: string) => new SherpaError({ code, kind: 'usage', message, hint })
