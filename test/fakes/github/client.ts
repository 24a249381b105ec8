/** A bare client for the fake's own tests: follows nothing, retries nothing. */
import type { FakeGitHub } from './fake-github.ts'

export interface Received {
  status: number
  headers: Headers
  text: string
  /** The parsed body; undefined if it is not JSON. */
  json: unknown
}

export interface AskOptions {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  headers?: Record<string, string>
  body?: unknown
  redirect?: 'manual' | 'follow'
}

/** Sends one request below `/repos/acme/app` (or to a whole URL) with the fake's token. */
export async function ask(github: FakeGitHub, path: string, options: AskOptions = {}): Promise<Received> {
  const { method = 'GET', headers = {}, body, redirect = 'manual' } = options
  const response = await fetch(path.startsWith('http') ? path : `${github.url}/repos/acme/app${path}`, {
    method,
    redirect,
    headers: { authorization: `Bearer ${github.token}`, ...headers },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  const text = await response.text()
  const isJson = response.headers.get('content-type')?.includes('json') === true && text !== ''
  return { status: response.status, headers: response.headers, text, json: isJson ? (JSON.parse(text) as unknown) : undefined }
}

/** Fetches a signed link as a client must: without the token. */
export async function download(url: string): Promise<{ status: number; bytes: Uint8Array; text: string }> {
  const response = await fetch(url)
  const bytes = new Uint8Array(await response.arrayBuffer())
  return { status: response.status, bytes, text: Buffer.from(bytes).toString('utf8') }
}
