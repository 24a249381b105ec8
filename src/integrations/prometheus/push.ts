import { SherpaError } from '../../core/model/trouble.ts'

const PATIENCE_MS = 30_000
const MOST_TOLD = 200

export interface Push {
  /** Of the Pushgateway; may hold a user and a password. */
  readonly url: string
  /** The label `job` that the metrics get there. */
  readonly jobName: string
  readonly text: string
}

/** Replaces what a Pushgateway holds of the job. https://github.com/prometheus/pushgateway#put-method */
export async function pushMetrics({ url, jobName, text }: Push): Promise<void> {
  const { target, headers } = targetOf(url, jobName)
  const response = await fetch(target, {
    method: 'PUT',
    headers: { 'content-type': 'text/plain; version=0.0.4; charset=utf-8', ...headers },
    body: text,
    redirect: 'error',
    signal: AbortSignal.timeout(PATIENCE_MS),
  }).catch((cause: unknown) => Promise.reject(unreachable(target, cause)))
  if (response.ok) return
  const told = (await response.text().catch(() => '')).trim().slice(0, MOST_TOLD)
  const isRight = response.status === 401 || response.status === 403
  throw new SherpaError({
    code: isRight ? 'pushgateway-forbidden' : 'pushgateway-refused',
    kind: isRight ? 'credentials' : 'world',
    message: `the Pushgateway answered ${response.status} to PUT ${target}${told ? `: ${told}` : ''}`,
  })
}

function targetOf(url: string, jobName: string) {
  const base = URL.parse(url)
  if (!base || !/^https?:$/.test(base.protocol))
    throw new SherpaError({
      code: 'bad-option',
      kind: 'usage',
      message: `${JSON.stringify(url)} is not the URL of a Pushgateway`,
      hint: 'write it like http://pushgateway.example:9091',
    })
  const { username, password } = base
  base.username = ''
  base.password = ''
  base.search = ''
  base.hash = ''
  base.pathname = `${base.pathname.replace(/\/+$/, '')}/metrics/${jobPath(jobName)}`
  const user = Buffer.from(`${decodeURIComponent(username)}:${decodeURIComponent(password)}`).toString('base64')
  return { target: base.href, headers: username || password ? { authorization: `Basic ${user}` } : {} }
}

/** Names with a slash go as base64. https://github.com/prometheus/pushgateway#url */
const jobPath = (name: string) =>
  /^[\w.-]+$/.test(name) ? `job/${name}` : `job@base64/${Buffer.from(name).toString('base64url')}`

function unreachable(target: string, cause: unknown): SherpaError {
  const inner = cause instanceof Error && cause.cause instanceof Error ? cause.cause : cause
  const reason = inner instanceof Error ? ('code' in inner ? String(inner.code) : inner.message) : 'an error'
  return new SherpaError(
    { code: 'pushgateway-unreachable', kind: 'world', message: `the Pushgateway did not answer PUT ${target}: ${reason}` },
    { cause },
  )
}
