/** What happened: every request, and every breach of the contract by the client or by the fake itself. */
import type { Incoming } from './listen.ts'

export interface RequestRecord {
  server: 'api' | 'storage'
  method: string
  /** Path with query, as sent; storage paths end in the API's path. */
  url: string
  path: string
  query: Record<string, string>
  /** Lower-case names. */
  headers: Record<string, string>
  /** Parsed JSON; undefined: none was sent. */
  body: unknown
  /** What was answered; 0 while under way. */
  status: number
}

export interface Journal {
  requests: RequestRecord[]
  violations: string[]
}

/** Notes a request; the caller sets its status when it is answered. */
export function record(journal: Journal, server: RequestRecord['server'], request: Incoming): RequestRecord {
  const query = request.query.toString()
  const entry: RequestRecord = {
    server,
    method: request.method,
    url: query === '' ? request.path : `${request.path}?${query}`,
    path: request.path,
    query: Object.fromEntries(request.query),
    headers: request.headers,
    body: undefined,
    status: 0,
  }
  journal.requests.push(entry)
  return entry
}
