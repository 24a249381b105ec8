/** Conditional requests: a weak tag over the content, and 304 for who has it already. */
import { createHash } from 'node:crypto'
import type { Answer } from './answer.ts'
import type { Incoming } from './listen.ts'

/** Adds an ETag to a successful GET; answers 304 without a body if the client's tag still holds. */
export function tag(request: Incoming, answer: Answer): Answer {
  if (request.method !== 'GET' || answer.status !== 200) return answer
  const etag = `W/"${createHash('sha256').update(JSON.stringify(answer.json)).digest('hex')}"`
  const headers = { ...answer.headers, etag }
  const known = (request.headers['if-none-match'] ?? '').split(/,\s*/)
  return known.includes(etag) || known.includes(etag.slice(2)) ? { status: 304, headers } : { ...answer, headers }
}
