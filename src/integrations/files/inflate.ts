import type { Gunzip, InflateRaw } from 'node:zlib'
import type { Tell } from '../../core/gather/log-source.ts'
import { SherpaError } from '../../core/model/trouble.ts'

export interface InflateOptions {
  readonly name: string
  readonly format: 'gzip' | 'deflate-raw'
  /** Told the bytes read and the bytes that came out, both in all; throws to stop. */
  readonly check: (compressed: number, inflated: number) => void
  readonly tell: Tell
}

/** What goes in at once: at deflate's greatest ratio, 1032, sixteen megabytes come out of it. */
const PIECE = 16 * 1024
const OUTPUT = 64 * 1024

/** Inflates a stream; where it ends early or is damaged, what came before is used and a note tells. */
export async function* inflate(
  stream: AsyncIterable<Uint8Array>,
  { name, format, check, tell }: InflateOptions,
): AsyncGenerator<Uint8Array> {
  const { createGunzip, createInflateRaw } = await import('node:zlib')
  const engine: Gunzip | InflateRaw = (format === 'gzip' ? createGunzip : createInflateRaw)({ chunkSize: OUTPUT })
  const output = collect(engine)
  let compressed = 0
  let inflated = 0

  function* take() {
    for (const piece of output.take()) {
      inflated += piece.length
      check(compressed, inflated)
      yield piece
    }
  }

  try {
    for await (const chunk of stream) {
      for (let at = 0; at < chunk.length; at += PIECE) {
        const piece = chunk.subarray(at, at + PIECE)
        compressed += piece.length
        await output.settled(done => engine.write(piece, done))
        yield* take()
        if (output.failed) return tell(rest(name, output.failed, inflated))
        if (output.ended) return
      }
    }
    await output.settled(() => engine.end())
    yield* take()
    if (output.failed) tell(rest(name, output.failed, inflated))
  } catch (trouble) {
    if (trouble instanceof SherpaError || inflated === 0) throw trouble
    tell({ code: 'input-cut', text: `${name} could not be read to its end (${reason(trouble)}); what came before is used.` })
  } finally {
    engine.destroy()
  }
}

const reason = (trouble: unknown) => (trouble instanceof Error ? trouble.message : String(trouble))

function rest(name: string, failed: NodeJS.ErrnoException, inflated: number) {
  const what = failed.code === 'Z_BUF_ERROR' ? 'ends before its compressed content does' : `is damaged (${failed.message})`
  return { code: 'input-truncated', text: `${name} ${what}: ${inflated} bytes could be read, the rest is missing.` }
}

/** Takes what comes out of the engine as it comes, and waits for it to have swallowed what went in. */
function collect(engine: Gunzip | InflateRaw) {
  let pieces: Uint8Array[] = []
  let wake = () => {}
  const state = { failed: undefined as NodeJS.ErrnoException | undefined, ended: false }
  engine.on('data', (piece: Uint8Array) => void pieces.push(piece))
  engine.on('error', error => {
    state.failed = error
    wake()
  })
  engine.on('end', () => {
    state.ended = true
    wake()
  })
  return {
    get failed() {
      return state.failed
    },
    get ended() {
      return state.ended
    },
    take() {
      const taken = pieces
      pieces = []
      return taken
    },
    /** Starts something and waits until it says it is done, has failed, or the compressed stream is over. */
    settled: (start: (done: (error?: Error | null) => void) => void) =>
      new Promise<void>(resolve => {
        wake = resolve
        if (state.failed || state.ended) return resolve()
        start(error => {
          if (!error) resolve()
        })
      }),
  }
}
