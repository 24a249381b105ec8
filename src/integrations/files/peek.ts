/** A stream whose beginning was looked at; `all` still yields everything. */
export interface Peeked {
  readonly head: Uint8Array
  readonly all: AsyncIterable<Uint8Array>
}

/** Reads ahead until `size` bytes (or the end) are known. */
export async function peek(stream: AsyncIterable<Uint8Array>, size: number): Promise<Peeked> {
  const chunks = stream[Symbol.asyncIterator]()
  const first: Uint8Array[] = []
  let length = 0
  let trouble: { readonly cause: unknown } | undefined
  while (length < size && trouble === undefined) {
    try {
      const { done, value } = await chunks.next()
      if (done) break
      first.push(value.slice())
      length += value.length
    } catch (cause) {
      trouble = { cause }
    }
  }
  if (trouble !== undefined && length === 0) throw trouble.cause
  return { head: concat(first).subarray(0, size), all: replay(first, chunks, trouble) }
}

async function* replay(first: Uint8Array[], rest: AsyncIterator<Uint8Array>, trouble: { readonly cause: unknown } | undefined) {
  try {
    yield* first
    if (trouble !== undefined) throw trouble.cause
    for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value
  } finally {
    await rest.return?.()
  }
}

/** All bytes of the pieces, in one. */
export const concat = (pieces: readonly Uint8Array[]): Uint8Array => (pieces.length === 1 && pieces[0] ? pieces[0] : Buffer.concat(pieces))
