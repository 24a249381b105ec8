import type { retry } from '@octokit/plugin-retry'
import type { Octokit } from '@octokit/rest'
import { leaveReserve } from './leave-reserve.ts'
import { networkCode } from './request-failure.ts'

/** How GitHub is spoken to; nothing here reads the environment. */
export interface ClientOptions {
  /** E.g. `https://api.github.com`, without a slash at the end. */
  readonly apiUrl: string
  readonly token?: string | undefined
  readonly fetch?: typeof globalThis.fetch | undefined
  readonly userAgent?: string | undefined
  /** How long a rate limit may hold us up before it is reported instead; default 10 s. */
  readonly maxWaitSeconds?: number | undefined
  /** The share of the requests of an hour that is left to others, where waiting for the next hour is not too long; default 0. */
  readonly reserve?: number | undefined
  /** Hears of each wait for a rate limit before it begins. */
  readonly onWait?: ((wait: Wait) => void) | undefined
  /** How long a single answer may take; default 30 s. */
  readonly timeoutMs?: number | undefined
  /** How long a second of backing off lasts; shorter in tests. */
  readonly waitUnitMs?: number | undefined
}

export interface Wait {
  readonly seconds: number
  /** `primary`: the requests of the hour are used up. `reserve`: but for those left to others. `secondary`: too many at once. */
  readonly limit: 'primary' | 'reserve' | 'secondary'
}

export type Client = Octokit

/** What plug-ins get. */
type Core = Parameters<typeof retry>[0]

const RETRIES = 3

/**
 * An Octokit that retries 5xx and cut connections, and waits out a rate limit only where that is short. What writes is sent once,
 * whatever becomes of it.
 */
export async function createClient(options: ClientOptions): Promise<Client> {
  const [{ Octokit }, { retry }, { throttling }] = await Promise.all([
    import('@octokit/rest'),
    import('@octokit/plugin-retry'),
    import('@octokit/plugin-throttling'),
  ])
  const { maxWaitSeconds = 10, waitUnitMs = 1000, reserve = 0, onWait } = options
  const reserving = leaveReserve({
    share: reserve,
    maxWaitSeconds,
    onWait: seconds => onWait?.({ seconds, limit: 'reserve' }),
  })
  const mayWait = (limit: Wait['limit']) => (seconds: number, request: object, _client: object, retried: number) => {
    const waits = seconds <= maxWaitSeconds && retried < 2 && !isWriting(request)
    if (waits) onWait?.({ seconds, limit })
    return waits
  }
  return new (Octokit.plugin(writesOnce, wantsJson, hopelessFailsFast, reserving, retry, throttling))({
    baseUrl: options.apiUrl,
    ...(options.token !== undefined && { auth: options.token }),
    userAgent: options.userAgent ?? 'sherpa-ci',
    request: { fetch: timedFetch(options) },
    log: SILENT,
    retry: { retries: RETRIES, retryAfterBaseValue: waitUnitMs / 2, doNotRetry: [0, 400, 401, 403, 404, 410, 422, 429, 451] },
    throttle: {
      id: options.apiUrl,
      onRateLimit: mayWait('primary'),
      onSecondaryRateLimit: mayWait('secondary'),
      retryAfterBaseValue: waitUnitMs,
    },
  })
}

const isWriting = (request: object) => 'method' in request && request.method !== 'GET' && request.method !== 'HEAD'

/** Whether a writing call worked is not known where its answer is an error: who repeats it may do it twice. */
function writesOnce(octokit: Core) {
  octokit.hook.before('request', request => {
    if (isWriting(request)) request.request = { ...request.request, retries: 0 }
  })
}

const silent = () => undefined
const SILENT = { debug: silent, info: silent, warn: silent, error: silent }
const HOPELESS = /^(?:ENOTFOUND|EAI_AGAIN|ENETUNREACH|EHOSTUNREACH|CERT_|ERR_TLS_|SELF_SIGNED_|DEPTH_ZERO_|UNABLE_TO_)/

/** Where there is no network, asking again only keeps the user waiting: a status below 400 is not retried. */
function hopelessFailsFast(octokit: Core) {
  octokit.hook.error('request', error => {
    const code = networkCode(error)
    if (code !== null && HOPELESS.test(code) && 'status' in error) error.status = 0
    throw error
  })
}

/**
 * Reads each answer whole before Octokit sees it, as Octokit takes a body that breaks off for an empty one. The time limit covers
 * the body too; logs are not fetched this way.
 */
function timedFetch({ apiUrl, fetch = globalThis.fetch, timeoutMs = 30_000 }: ClientOptions): typeof globalThis.fetch {
  return async (input, init) => {
    refuseElsewhere(new URL(input instanceof Request ? input.url : input), new URL(apiUrl))
    const response = await fetch(input, { ...init, signal: AbortSignal.timeout(timeoutMs) })
    const { status, headers, url } = response
    const body = await response.arrayBuffer()
    const whole = new Response(body.byteLength === 0 ? null : body, { status, headers })
    return Object.defineProperty(whole, 'url', { value: url })
  }
}

/** The address of a next page comes from an answer; the token must not go where that likes. */
function refuseElsewhere(address: URL, api: URL) {
  if (address.origin !== api.origin) throw new Error(`${api.host} sent us to ${address.host}, which may not see the token`)
}

/** A proxy's page or a wrong address also answers 200. */
function wantsJson(octokit: Core) {
  octokit.hook.after('request', (response, request) => {
    if (response.status === 200 && typeof response.data !== 'object')
      throw Object.assign(new Error('not JSON'), { response, request })
  })
}
