import type { Tell } from '../../core/gather/log-source.ts'
import { SherpaError } from '../../core/model/trouble.ts'
import { type ContentKind, contentKind, HEAD_BYTES, unreadable } from './content-kind.ts'
import { inflate } from './inflate.ts'
import type { Budget } from './limits.ts'
import { peek } from './peek.ts'

export interface LogBytesOptions {
  readonly name: string
  readonly budget: Budget
  readonly tell: Tell
  /** The content comes out of a compressed file already: a further one inside is not followed. */
  readonly inflated?: boolean
}

/** The text of a log as UTF-8, whatever it is wrapped in; refuses what is no text. Bytes that are no valid UTF-8 pass as they are. */
export async function* logBytes(stream: AsyncIterable<Uint8Array>, options: LogBytesOptions): AsyncGenerator<Uint8Array> {
  const { head, all } = await peek(stream, HEAD_BYTES)
  const kind = contentKind(head)
  const { name, budget, tell } = options
  if (kind === 'text') yield* all
  else if (kind === 'empty') tell({ code: 'input-empty', text: `${name} is empty.` })
  else if (kind === 'utf-16le' || kind === 'utf-16be') yield* transcode(all, kind)
  else if (kind === 'gzip' && !options.inflated)
    yield* logBytes(inflate(all, { name, format: 'gzip', check: budget.entry(name), tell }), { ...options, inflated: true })
  else throw refusal(kind, name)
}

/** Why this content is not read: one sentence and what to do instead. */
export function refusal(kind: ContentKind, name: string): SherpaError {
  const other = unreadable(kind) ?? {
    name: 'an archive inside another one',
    hint: 'unpack the outer one and name the inner one itself',
  }
  return new SherpaError({
    code: 'input-not-a-log',
    kind: 'usage',
    message: `${name} is ${other.name}, not a log`,
    hint: other.hint.replace('FILE', name),
  })
}

/** Line feeds stay line feeds, so line numbers stay too. */
async function* transcode(stream: AsyncIterable<Uint8Array>, from: 'utf-16le' | 'utf-16be') {
  const decoder = new TextDecoder(from)
  const encoder = new TextEncoder()
  for await (const chunk of stream) yield encoder.encode(decoder.decode(chunk, { stream: true }))
  const last = decoder.decode()
  if (last !== '') yield encoder.encode(last)
}
