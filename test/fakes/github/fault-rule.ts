/** Faults as tests declare them: what to match, how often, what goes wrong. */

/** Answers that take the place of the right one. */
export type RefusalName =
  /** 403: GITHUB_TOKEN or an app without the permission ("Resource not accessible by integration"). */
  | 'missing-permission'
  /** 403: a fine-grained token without the permission. */
  | 'missing-permission-pat'
  /** 403: a classic token without the scope, or its owner without rights. */
  | 'missing-admin-rights'
  | 'rate-limit-primary'
  /** 403 with Retry-After. */
  | 'rate-limit-secondary'
  /** 429 with Retry-After. */
  | 'rate-limit-secondary-429'
  | 'saml'
  | 'run-in-progress'
  | 'run-cannot-be-retried'
  | 'run-too-old'
  /** 409. */
  | 'conflict'
  /** 422. */
  | 'unprocessable'
  | 'not-found'
  /** 410. */
  | 'logs-gone'
  | 'bad-credentials'
  | 'server-error'
  /** 502 with HTML. */
  | 'bad-gateway'
  | 'service-unavailable'
  /** 403 with XML from storage: the signed link is too old. */
  | 'expired-link'

/** What happens to the right answer on its way. */
export type MishapName =
  /** The connection is destroyed in the body of a 200, be it JSON or a download. */
  | 'cut-body'
  | 'slow'
  /** The request waits before it takes effect: who has given up by then does not hear of it. */
  | 'late'
  /** The connection is destroyed before the request takes effect. */
  | 'cut-request'
  /** The request takes effect, and the connection is destroyed instead of an answer. */
  | 'cut-answer'
  /** The request takes effect, and the answer is a 500. */
  | 'server-error-after'
  /** A complete download of an incomplete archive. */
  | 'truncated-zip'
  /** A 302 to a port where nobody listens. */
  | 'dead-redirect'

export interface FaultRule {
  /** Searched in "path?query" of the request. */
  match: RegExp | string
  fault: RefusalName | MishapName
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** How often; left out: every time. */
  times?: number
  /** "storage": when the redirect is followed (its path ends in the API's path). Default: where it fits. */
  at?: 'api' | 'storage'
  /** For secondary limits: the Retry-After header; default 60. */
  retryAfterSeconds?: number
  /** For the primary limit: when it resets, from now; default 3600. */
  resetInSeconds?: number
  /** For "cut-body" and "truncated-zip": how much arrives; default half. */
  afterBytes?: number
  /** For "slow" and "late"; default 200. */
  delayMs?: number
}
