import { setTimeout as sleep } from 'node:timers/promises'
import { SherpaError } from '../../core/model/trouble.ts'
import { asSherpaError, type Question } from './request-failure.ts'
import { toError } from './trouble.ts'

export interface Download {
  readonly question: Question
  /** Asks for a (new) signed address of the bytes. */
  locate(): Promise<string>
  readonly fetch: typeof globalThis.fetch
  /** How long the storage may be silent. */
  readonly silenceMs: number
  readonly waitUnitMs: number
}

const RESUMES = 3

/**
 * Streams what GitHub redirects to: its storage, which must not see the token. A cut connection is taken up where it broke, with a new
 * address, as those live for a minute only. Throws a SherpaError.
 */
export async function* download(source: Download): AsyncGenerator<Uint8Array> {
  let offset = 0
  for (let failures = 0; ; ) {
    try {
      for await (const chunk of readFrom(source, offset)) {
        offset += chunk.length
        yield chunk
      }
      return
    } catch (error) {
      failures++
      if (failures > RESUMES || (error instanceof SherpaError && !(error instanceof Passing))) throw asSherpaError(error, source.question)
      await sleep(source.waitUnitMs * failures)
    }
  }
}

/** Trouble of the storage that a new address or a little time may cure. */
class Passing extends SherpaError {}

async function* readFrom(source: Download, offset: number): AsyncGenerator<Uint8Array> {
  const address = await source.locate()
  const watch = createWatch(source.silenceMs)
  try {
    const response = await source.fetch(address, {
      headers: { 'accept-encoding': 'identity', ...(offset > 0 && { range: `bytes=${offset}-` }) },
      signal: watch.signal,
    })
    if (offset > 0 && response.status === 416) return
    if (!response.ok || response.body === null) throw refusal(response, source.question)
    let surplus = response.status === 206 ? 0 : offset
    for await (const chunk of response.body) {
      watch.reset()
      const skipped = Math.min(surplus, chunk.length)
      surplus -= skipped
      if (skipped < chunk.length) yield chunk.subarray(skipped)
    }
  } finally {
    watch.stop()
  }
}

/** A refused address is usually one that has expired (403), so it is not told as a lack of rights. */
function refusal(response: Response, question: Question): SherpaError {
  void response.body?.cancel()
  const { status } = response
  const headers = Object.fromEntries(response.headers)
  const failed = { ...question, request: `${question.request} (its storage)`, status, headers, message: '', network: null }
  if (status === 404 || status === 410) return toError(failed)
  return new Passing({
    code: 'log-storage',
    kind: 'world',
    message: `GitHub's storage answered ${status} for the ${question.subject.text}`,
    hint: 'try again',
  })
}

/** Aborts when nothing came for a while. */
function createWatch(silenceMs: number) {
  const controller = new AbortController()
  const timer = setTimeout(() => controller.abort(new DOMException('nothing came in time', 'TimeoutError')), silenceMs)
  return { signal: controller.signal, reset: () => timer.refresh(), stop: () => clearTimeout(timer) }
}
