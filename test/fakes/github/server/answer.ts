/** What a route answers, before headers every answer gets. */
export interface Answer {
  status: number
  /** JSON to send; left out for an empty body. */
  json?: unknown
  /** A body that is not JSON, with its content type in `headers`. */
  raw?: Uint8Array | string
  headers?: Record<string, string>
}

const DOCUMENTATION = 'https://docs.github.com/rest'

export function ok(json: unknown, headers: Record<string, string> = {}): Answer {
  return { status: 200, json, headers }
}

/** An error in GitHub's shape: message, documentation_url and the status as text. */
export function failed(status: number, message: string, headers: Record<string, string> = {}): Answer {
  return { status, json: { message, documentation_url: DOCUMENTATION, status: String(status) }, headers }
}

export function notFound(): Answer {
  return failed(404, 'Not Found')
}
