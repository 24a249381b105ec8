import type { Trouble } from '../../core/model/trouble.ts'
import { explain, type FailedRequest } from './trouble.ts'

/** Nothing was sent yet when these struck. */
const NEVER_SENT =
  /^(?:ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ENETUNREACH|EHOSTUNREACH|ENETDOWN|UND_ERR_CONNECT_TIMEOUT|CERT_|ERR_TLS_|ERR_SSL_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_)/
/** The server gave up on reading the request. */
const REQUEST_TIMEOUT = 408

/** Whether a writing request may have worked although it looks as if it had not: only a refusal is proof that it did not. */
export function mayHaveHappened({ status, network }: FailedRequest): boolean {
  if (network !== null) return !NEVER_SENT.test(network)
  return status < 400 || status >= 500 || status === REQUEST_TIMEOUT
}

/** Why a writing request did not do what it should. */
export function explainWrite(failed: FailedRequest): Trouble {
  const refusal = REFUSALS.find(({ status, text }) => status === failed.status && text.test(failed.message))
  if (refusal) {
    const { code, message, hint } = refusal
    return { code, kind: 'world', message: message(failed), ...(hint !== undefined && { hint }) }
  }
  const trouble = explain(failed)
  return mayHaveHappened(failed) ? { ...trouble, hint: 'look whether it worked before you try again' } : trouble
}

interface Refusal {
  readonly code: string
  readonly status: number
  /** In what GitHub says. */
  readonly text: RegExp
  message(failed: FailedRequest): string
  readonly hint?: string
}

/** What GitHub refuses for a reason of its own, rather than for want of rights. The first that fits is told. */
const REFUSALS: readonly Refusal[] = [
  {
    code: 'run-in-progress',
    status: 403,
    text: /already running|in progress|not (?:yet )?completed/i,
    message: ({ subject }) => `GitHub does not re-run ${subject.text} while it is in progress`,
    hint: 'wait until the run is over',
  },
  {
    code: 'run-too-old',
    status: 403,
    text: /over a month ago|too old/i,
    message: ({ subject }) => `GitHub does not re-run ${subject.text} any more: it is older than 30 days`,
    hint: 'start a new run of the workflow',
  },
  {
    code: 'run-not-retryable',
    status: 403,
    text: /cannot be (?:retried|rerun|re-run)|unable to (?:retry|re-?run)/i,
    message: ({ subject, message }) => `GitHub does not re-run ${subject.text}: ${sentence(message)}`,
    hint: 'start a new run of the workflow',
  },
  {
    code: 'ci-conflict',
    status: 409,
    text: /^/,
    message: ({ subject, request, message }) => `GitHub answered 409 to ${request} (${subject.text}): ${sentence(message)}`,
    hint: 'look how it stands now',
  },
  {
    code: 'ci-invalid',
    status: 422,
    text: /^/,
    message: ({ subject, request, message }) => `GitHub answered 422 to ${request} (${subject.text}): ${sentence(message)}`,
  },
]

/** GitHub's own words, as the end of ours; Octokit adds a link to its documentation. */
const sentence = (message: string) =>
  message
    .replace(/ - https?:\/\/\S+$/, '')
    .slice(0, 300)
    .replace(/\.$/, '')
