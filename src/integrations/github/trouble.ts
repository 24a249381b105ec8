import { SherpaError, type Trouble, type TroubleKind } from '../../core/model/trouble.ts'

/** What came back for one request that went wrong, as plain facts. */
export interface FailedRequest {
  /** E.g. `GET /repos/acme/web/actions/runs/1`. */
  readonly request: string
  readonly subject: Subject
  /** Whom we asked, e.g. `github.com`. */
  readonly host: string
  readonly authenticated: boolean
  /** HTTP status; 0 where none came. */
  readonly status: number
  readonly message: string
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  /** `ENOTFOUND`, `ECONNRESET`, … where the network failed. */
  readonly network: string | null
}

/** What a request was about, for sentences: "run 12 of acme/web". */
export interface Subject {
  readonly what:
    | 'run'
    | 'job'
    | 'log'
    | 'archive'
    | 'annotations'
    | 'changes'
    | 'history'
    | 'pull-request'
    | 'cache'
    | 'issue'
    | 'deployment'
    | 'checks'
    | 'issues'
    | 'person'
    | 'variable'
  readonly text: string
  /** The permission a token needs for it. */
  readonly permission: string
}

interface Row {
  readonly code: string
  readonly kind: TroubleKind
  when(failed: FailedRequest): boolean
  message(failed: FailedRequest): string
  hint?(failed: FailedRequest): string | undefined
}

/** Why GitHub did not give what was asked. */
export function explain(failed: FailedRequest): Trouble {
  const row = ROWS.find(row => row.when(failed)) ?? FALLBACK
  const hint = row.hint?.(failed)
  return { code: row.code, kind: row.kind, message: row.message(failed), ...(hint !== undefined && { hint }) }
}

export const toError = (failed: FailedRequest, cause?: unknown): SherpaError => new SherpaError(explain(failed), { cause })

/** Stands in for the network's own code where it gave none. */
export const NO_CODE = 'CUT'

const DNS = ['ENOTFOUND', 'EAI_AGAIN']
const UNREACHABLE = ['ECONNREFUSED', 'ENETUNREACH', 'EHOSTUNREACH', 'ENETDOWN']
const SLOW = ['ETIMEDOUT', 'UND_ERR_CONNECT_TIMEOUT', 'UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT', 'TIMEOUT']
const TLS = /^(?:CERT_|ERR_TLS_|ERR_SSL_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_)/

const isLog = ({ subject }: FailedRequest) => subject.what === 'log' || subject.what === 'archive'
const answered = (failed: FailedRequest) => `GitHub answered ${failed.status} to ${failed.request}`

/**
 * One row a kind of trouble; the first that fits is told.
 * Texts and headers: https://docs.github.com/rest/using-the-rest-api/troubleshooting-the-rest-api
 */
const ROWS: readonly Row[] = [
  {
    code: 'ci-unreachable',
    kind: 'world',
    when: ({ network }) => DNS.includes(network ?? ''),
    message: ({ host, network }) => `${host} could not be found (${network}): there is no network, or no such host`,
    hint: () => 'check the network and GITHUB_API_URL, or give the log as a file',
  },
  {
    code: 'ci-unreachable',
    kind: 'world',
    when: ({ network }) => UNREACHABLE.includes(network ?? ''),
    message: ({ host, network }) => `${host} could not be reached (${network})`,
    hint: () => 'check the network, the proxy and GITHUB_API_URL',
  },
  {
    code: 'ci-untrusted',
    kind: 'world',
    when: ({ network }) => TLS.test(network ?? ''),
    message: ({ host, network }) => `the certificate of ${host} was not accepted (${network})`,
    hint: () => 'point NODE_EXTRA_CA_CERTS at the certificate authority of your proxy or server',
  },
  {
    code: 'ci-slow',
    kind: 'world',
    when: ({ network }) => SLOW.includes(network ?? ''),
    message: ({ host, request }) => `${host} did not answer ${request} in time`,
    hint: () => 'try again, or see https://www.githubstatus.com',
  },
  {
    code: 'ci-cut',
    kind: 'world',
    when: ({ network }) => network !== null,
    message: ({ host, request, network }) =>
      `the connection to ${host} broke during ${request}${network === NO_CODE ? '' : ` (${network})`}`,
    hint: () => 'try again',
  },
  {
    code: 'ci-unauthenticated',
    kind: 'credentials',
    when: ({ status }) => status === 401,
    message: failed => `${answered(failed)}: the token is wrong, expired or revoked`,
    hint: () => 'set GITHUB_TOKEN to a valid token, or run gh auth login',
  },
  {
    code: 'ci-sso-required',
    kind: 'credentials',
    when: ({ status, headers, message }) => status === 403 && (headers['x-github-sso'] !== undefined || /\bSAML\b/.test(message)),
    message: failed => `${answered(failed)}: the organization wants the token authorized for single sign-on (SAML)`,
    hint: ({ headers }) => {
      const url = /url=(?<url>https:\/\/\S+)/.exec(headers['x-github-sso'] ?? '')?.groups?.['url']
      return url ? `authorize the token at ${url}` : 'authorize the token for the organization in its settings on GitHub'
    },
  },
  {
    code: 'ci-rate-limited',
    kind: 'world',
    when: ({ status, message }) => (status === 403 || status === 429) && /secondary rate|abuse detection/i.test(message),
    message: failed => `GitHub slows this token down (secondary rate limit)${until(failed)}`,
    hint: failed => `try again ${waitOf(failed)}, with fewer requests at once`,
  },
  {
    code: 'ci-rate-limited',
    kind: 'world',
    when: ({ status, headers, message }) =>
      status === 429 || (status === 403 && (headers['x-ratelimit-remaining'] === '0' || /rate limit exceeded/i.test(message))),
    message: failed => `GitHub's rate limit is used up${limitOf(failed)}${until(failed)}`,
    hint: failed =>
      failed.authenticated ? `try again ${waitOf(failed)}` : 'set GITHUB_TOKEN (60 requests an hour without, 5,000 with one)',
  },
  {
    code: 'ci-forbidden',
    kind: 'credentials',
    when: ({ status, message }) => status === 403 && /IP allow list/i.test(message),
    message: failed => `${answered(failed)}: the organization allows requests from listed addresses only`,
    hint: () => "ask an owner to add this machine's address to the IP allow list",
  },
  {
    code: 'ci-forbidden',
    kind: 'credentials',
    when: ({ status, authenticated }) => status === 403 && !authenticated,
    message: failed => `${answered(failed)}: without a token GitHub does not give this`,
    hint: () => 'set GITHUB_TOKEN, or run gh auth login',
  },
  {
    code: 'ci-forbidden',
    kind: 'credentials',
    when: ({ status }) => status === 403,
    message: failed => `${answered(failed)}: the token lacks ${lacking(failed)}`,
    hint: grant,
  },
  {
    code: 'log-missing',
    kind: 'world',
    when: failed => failed.status === 404 && isLog(failed),
    message: ({ subject }) => `GitHub has no ${subject.text}: it was deleted, or the job never wrote one`,
  },
  {
    code: 'log-expired',
    kind: 'world',
    when: failed => failed.status === 410 && isLog(failed),
    message: ({ subject }) =>
      `the ${subject.text} has expired: GitHub keeps logs for 90 days unless the repository sets another time`,
    hint: () => 'run the workflow again, or give a log that you kept as a file',
  },
  {
    code: 'ci-not-found',
    kind: 'world',
    when: ({ status, authenticated }) => (status === 404 || status === 410) && !authenticated,
    message: ({ subject, host }) => `${host} knows no ${subject.text}: there is none, or it is private and no token was given`,
    hint: () => 'check the id and --repo; for a private repository set GITHUB_TOKEN or run gh auth login',
  },
  {
    code: 'ci-not-found',
    kind: 'world',
    when: ({ status }) => status === 404 || status === 410,
    message: ({ subject, host }) => `${host} knows no ${subject.text}: there is none, or the token has no access to it`,
    hint: ({ subject }) => `check the id and --repo, and that the token may read the repository (${subject.permission})`,
  },
  {
    code: 'ci-blocked',
    kind: 'world',
    when: ({ status }) => status === 451,
    message: failed => `${answered(failed)}: the repository is blocked for legal reasons`,
  },
  {
    code: 'ci-down',
    kind: 'world',
    when: ({ status }) => status >= 500,
    message: failed => `${answered(failed)}${failed.request.startsWith('GET') ? ', again and again' : ''}`,
    hint: () => 'see https://www.githubstatus.com and try again',
  },
  {
    code: 'ci-not-github',
    kind: 'world',
    when: ({ status }) => status >= 200 && status < 400,
    message: ({ host, request }) => `${host} answered ${request} with something that is not GitHub's API`,
    hint: () => 'check GITHUB_API_URL (for a server of your own: https://HOST/api/v3) and the proxy',
  },
]

const FALLBACK: Row = {
  code: 'ci-refused',
  kind: 'world',
  when: () => true,
  message: failed => answered(failed),
}

/** The permission that GitHub says would do, else the one that is known to. */
function lacking({ headers, subject }: FailedRequest): string {
  const accepted = headers['x-accepted-github-permissions']?.split(/[;,]/)[0]?.trim()
  if (accepted) return accepted.replace('=', ': ').replace('pull_requests', 'pull-requests')
  const scope = headers['x-accepted-oauth-scopes']?.split(',')[0]?.trim()
  return scope ? `the scope ${scope}` : subject.permission
}

function grant(failed: FailedRequest): string {
  const lack = lacking(failed)
  if (/by integration/i.test(failed.message)) return `add permissions: { ${lack} } to the workflow or the app`
  return lack.startsWith('the scope') ? `give the token ${lack}` : `give the token the permission ${lack}`
}

function limitOf({ headers }: FailedRequest): string {
  const limit = headers['x-ratelimit-limit']
  return limit ? ` (${limit} requests an hour)` : ''
}

function until({ headers }: FailedRequest): string {
  const after = Number(headers['retry-after'])
  if (after > 0) return ` for ${after} seconds`
  const reset = Number(headers['x-ratelimit-reset'])
  return headers['x-ratelimit-remaining'] === '0' && reset > 0 ? ` until ${clockTime(reset)}` : ''
}

const waitOf = (failed: FailedRequest) =>
  until(failed)
    .replace(/^ for /, 'in ')
    .replace(/^ until /, 'after ') || 'in a few minutes'

/** `2026-03-02 11:00 UTC` */
const clockTime = (epochSeconds: number) => `${new Date(epochSeconds * 1000).toISOString().slice(0, 16).replace('T', ' ')} UTC`
