import { SherpaError, type Trouble } from '../../core/model/trouble.ts'
import { explain, type FailedRequest, NO_CODE, type Subject, toError } from './trouble.ts'

/** What was asked, and of whom, for the sentence that tells that it went wrong. */
export interface Question {
  /** E.g. `GET /repos/acme/web/actions/runs/1`. */
  readonly request: string
  readonly subject: Subject
  readonly host: string
  readonly authenticated: boolean
}

/** Any error of Octokit or fetch as a SherpaError; SherpaErrors pass through. */
export function asSherpaError(error: unknown, question: Question): SherpaError {
  return error instanceof SherpaError ? error : toError(describe(error, question), error)
}

export function asTrouble(error: unknown, question: Question): Trouble {
  if (!(error instanceof SherpaError)) return explain(describe(error, question))
  const { code, kind, message, hint } = error
  return { code, kind, message, ...(hint !== undefined && { hint }) }
}

/** The network's own code of an error, wherever in its causes it stands; null where a server did answer. */
export function networkCode(error: unknown): string | null {
  if (!(error instanceof Error) || responseOf(error)) return null
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    if ('code' in at && typeof at.code === 'string') return at.code
    if (at.name === 'TimeoutError' || at.name === 'AbortError') return 'TIMEOUT'
  }
  return NO_CODE
}

/** The facts of a request that went wrong. */
export function describe(error: unknown, question: Question): FailedRequest {
  const response = responseOf(error)
  const status = response?.status ?? 0
  const message = error instanceof Error ? error.message : ''
  return { ...question, status, message, headers: response?.headers ?? {}, network: response ? null : networkCode(error) }
}

interface Response {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
}

function responseOf(error: unknown): Response | null {
  if (!(error instanceof Error) || !('response' in error) || typeof error.response !== 'object' || error.response === null)
    return null
  const { response } = error
  if (!('status' in response) || typeof response.status !== 'number' || !('headers' in response)) return null
  return { status: response.status, headers: textHeaders(response.headers) }
}

const textHeaders = (headers: unknown) =>
  Object.fromEntries(Object.entries(headers ?? {}).map(([name, value]) => [name.toLowerCase(), String(value)]))
