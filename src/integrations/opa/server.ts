import type { Answer } from '../../core/ports/answer.ts'
import type { PolicyEngine } from '../../core/ports/policy-engine.ts'

export interface ServerAddress {
  readonly url: string
  /** Path of the rule, `sherpa/decision`. */
  readonly decision: string
  readonly timeoutSeconds: number
}

/** A decision has a few hundred bytes. */
const MAX_BYTES = 256 * 1024

/**
 * A running server, asked by its Data API (https://www.openpolicyagent.org/docs/rest-api#data-api). Redirects are not followed, for where they
 * lead nobody configured.
 */
export function connectServer({ url, decision, timeoutSeconds }: ServerAddress): PolicyEngine {
  const address = `${url.replace(/\/+$/, '')}/v1/data/${decision}`
  return {
    name: address,
    async ask(input) {
      try {
        const response = await fetch(address, {
          method: 'POST',
          headers: { 'content-type': 'application/json', accept: 'application/json' },
          body: JSON.stringify({ input }),
          redirect: 'manual',
          signal: AbortSignal.timeout(timeoutSeconds * 1000),
        })
        if (response.status !== 200) {
          await response.body?.cancel()
          return trouble(`${address} answered ${response.status}`)
        }
        return resultOf(await readText(response), address)
      } catch (error) {
        return trouble(`${address} ${failure(error, timeoutSeconds)}`)
      }
    },
  }
}

/** An answer without `result` is what OPA gives where the rule is undefined, or not there. */
function resultOf(text: string | null, address: string): Answer<unknown> {
  if (text === null) return trouble(`${address} answered more than ${MAX_BYTES / 1024} KiB`)
  let said: unknown
  try {
    said = JSON.parse(text)
  } catch {
    return trouble(`${address} did not answer JSON`)
  }
  if (typeof said !== 'object' || said === null || Array.isArray(said)) return trouble(`${address} did not answer an object`)
  return { value: 'result' in said ? (said.result ?? null) : undefined }
}

/** The body as text; null where it is too large. */
async function readText({ body }: Response): Promise<string | null> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of body ?? []) {
    size += chunk.byteLength
    if (size > MAX_BYTES) return null
    chunks.push(chunk)
  }
  return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks))
}

function failure(error: unknown, timeoutSeconds: number): string {
  if (!(error instanceof Error)) return 'cannot be asked'
  if (error.name === 'TimeoutError') return `did not answer within ${timeoutSeconds} s`
  const cause = error.cause instanceof Error && 'code' in error.cause ? error.cause.code : undefined
  return `cannot be asked: ${String(cause ?? error.message)}`
}

const trouble = (message: string): Answer<never> => ({ trouble: { code: 'policy-unavailable', kind: 'world', message } })
