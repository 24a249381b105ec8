/** Where the fake's objects point: API links to the fake itself, so that a client may follow them. */
export interface Links {
  /** The fake's own base URL, without a trailing slash. */
  api: string
}

export const HTML = 'https://github.com'

/** GitHub's opaque node ids: any stable text will do. */
export function nodeId(kind: string, id: number | string): string {
  return Buffer.from(`${kind}:${id}`).toString('base64')
}
