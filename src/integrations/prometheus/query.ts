import { SherpaError, type Trouble } from '../../core/model/trouble.ts'
import type { Answer } from '../../core/ports/answer.ts'
import type { Measurements } from '../../core/ports/metrics.ts'

export interface PrometheusOptions {
  /** May hold a user and a password, and a path. */
  readonly url: string
  readonly timeoutMs: number
}

/** More than this is no answer to a question about one moment. */
const MOST_BYTES = 4_000_000
const MOST_TOLD = 200

/** Instant queries: https://prometheus.io/docs/prometheus/latest/querying/api/#instant-queries. Throws a SherpaError where the URL is none. */
export function connectMeasurements({ url, timeoutMs }: PrometheusOptions): Measurements {
  const { target, headers } = targetOf(url)
  return {
    async now(query) {
      const address = `${target}?${new URLSearchParams({ query })}`
      try {
        const signal = AbortSignal.timeout(timeoutMs)
        const response = await fetch(address, { headers, redirect: 'error', signal })
        return readAnswer(await bounded(response), response.status, target)
      } catch (error) {
        return { trouble: unreachable(target, error) }
      }
    },
  }
}

function targetOf(url: string) {
  const base = URL.parse(url)
  const user = base && decoded(`${base.username}:${base.password}`)
  if (!base || user === null || !/^https?:$/.test(base.protocol))
    throw new SherpaError({
      code: 'bad-option',
      kind: 'usage',
      message: `${JSON.stringify(url)} is not the URL of a Prometheus`,
      hint: 'write it like http://prometheus.example:9090',
    })
  const target = `${base.origin}${base.pathname.replace(/\/+$/, '')}/api/v1/query`
  const authorization = user === ':' ? {} : { authorization: `Basic ${Buffer.from(user).toString('base64')}` }
  return { target, headers: { accept: 'application/json', ...authorization } }
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}

async function bounded(response: Response): Promise<string> {
  const decoder = new TextDecoder()
  let text = ''
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk, { stream: true })
    if (text.length > MOST_BYTES) throw new Error(`its answer is longer than ${MOST_BYTES} bytes`)
  }
  return text
}

function readAnswer(text: string, status: number, target: string): Answer<readonly number[]> {
  const body = parsed(text)
  const said = `Prometheus answered ${status} to GET ${target}`
  if (body['status'] !== 'success' || status >= 300) {
    const error = typeof body['error'] === 'string' ? `: ${body['error'].slice(0, MOST_TOLD)}` : ''
    const isRight = status === 401 || status === 403
    return { trouble: { code: 'prometheus-refused', kind: isRight ? 'credentials' : 'world', message: `${said}${error}` } }
  }
  const values = valuesOf(fields(body['data']))
  return values
    ? { value: values }
    : { trouble: { code: 'prometheus-odd', kind: 'world', message: `${said} with what is no vector of values` } }
}

/** A scalar is a pair of time and value, a vector a list of series with such a pair. */
function valuesOf({ resultType, result }: Readonly<Record<string, unknown>>): readonly number[] | null {
  if (resultType === 'scalar') return pairs([result])
  if (resultType !== 'vector' || !Array.isArray(result)) return null
  return pairs(result.map(series => fields(series)['value']))
}

function pairs(given: readonly unknown[]): readonly number[] | null {
  const values = given.map(pair => (Array.isArray(pair) && typeof pair[1] === 'string' ? numberOf(pair[1]) : null))
  return values.every(value => value !== null) ? values : null
}

const INFINITE: ReadonlyMap<string, number> = new Map([
  ['+Inf', Number.POSITIVE_INFINITY],
  ['-Inf', Number.NEGATIVE_INFINITY],
])

const numberOf = (text: string) => INFINITE.get(text) ?? (text.trim() === '' ? Number.NaN : Number(text))

function parsed(text: string): Readonly<Record<string, unknown>> {
  try {
    return fields(JSON.parse(text))
  } catch {
    return {}
  }
}

const fields = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}

function unreachable(target: string, cause: unknown): Trouble {
  const inner = cause instanceof Error && cause.cause instanceof Error ? cause.cause : cause
  const reason =
    inner instanceof Error ? ('code' in inner && typeof inner.code === 'string' ? inner.code : inner.message) : 'an error'
  return { code: 'prometheus-unreachable', kind: 'world', message: `Prometheus did not answer GET ${target}: ${reason}` }
}
