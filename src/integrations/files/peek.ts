import { SherpaError } from '../../core/model/trouble.ts'

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
      first.push(new Uint8Array(value))
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
const concat = (pieces: readonly Uint8Array[]): Uint8Array =>
  pieces.length === 1 && pieces[0] ? pieces[0] : Buffer.concat(pieces)

/** The whole stream in memory; refuses what is larger than `max` bytes. */
export async function whole(stream: AsyncIterable<Uint8Array>, name: string, max: number): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  let size = 0
  for await (const chunk of stream) {
    size += chunk.length
    if (size > max)
      throw new SherpaError({
        code: 'input-too-large',
        kind: 'usage',
        message: `${name} is larger than ${Math.round(max / 1024 / 1024)} MiB, too large to be held`,
        hint: 'save it in a file and name that',
      })
    pieces.push(new Uint8Array(chunk))
  }
  return concat(pieces)
}
