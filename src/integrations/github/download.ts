import { setTimeout as sleep } from 'node:timers/promises'
import { SherpaError } from '../../core/model/trouble.ts'
import { asSherpaError, type Question } from './request-failure.ts'
import { toError } from './trouble.ts'

export interface Download {
  readonly question: Question
  /** Asks for a (new) signed address of the bytes; throws a SherpaError. */
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
    const address = await source.locate()
    try {
      for await (const chunk of readFrom(address, offset, source)) {
        offset += chunk.length
        yield chunk
      }
      return
    } catch (error) {
      failures++
      if (isFinal(error) || failures > RESUMES) throw storageError(error, address, source.question)
      await sleep(source.waitUnitMs * failures)
    }
  }
}

async function* readFrom(address: string, offset: number, { fetch, silenceMs, question }: Download): AsyncGenerator<Uint8Array> {
  const watch = createWatch(silenceMs)
  try {
    const headers = { 'accept-encoding': 'identity', ...(offset > 0 && { range: `bytes=${offset}-` }) }
    const response = await fetch(address, { headers, signal: watch.signal })
    if (offset > 0 && response.status === 416) return
    if (!response.ok || response.body === null) throw await refusal(response, question)
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

const STORAGE = 'log-storage'

/** A refused address is usually one that has expired (403), so it is not told as a lack of rights. */
async function refusal(response: Response, question: Question): Promise<SherpaError> {
  await response.body?.cancel()
  const { status } = response
  if (status === 404 || status === 410) return toError({ ...question, status, headers: {}, message: '', network: null })
  const message = `the storage of GitHub's logs answered ${status} for the ${question.subject.text}`
  return new SherpaError({ code: STORAGE, kind: 'world', message, hint: 'try again' })
}

const isFinal = (error: unknown) => error instanceof SherpaError && error.code !== STORAGE

/** That the storage cannot be reached says nothing about GitHub itself. */
function storageError(error: unknown, address: string, question: Question): SherpaError {
  const { host } = new URL(address)
  const found = asSherpaError(error, { ...question, host })
  if (found.code !== 'ci-unreachable') return found
  const message = `the ${question.subject.text} is kept elsewhere, and ${found.message}`
  return new SherpaError(
    { code: STORAGE, kind: 'world', message, hint: `let the proxy or firewall pass ${host}` },
    { cause: error },
  )
}

/** Aborts when nothing came for a while. */
function createWatch(silenceMs: number) {
  const controller = new AbortController()
  const timer = setTimeout(() => controller.abort(new DOMException('nothing came in time', 'TimeoutError')), silenceMs)
  return { signal: controller.signal, reset: () => timer.refresh(), stop: () => clearTimeout(timer) }
}
