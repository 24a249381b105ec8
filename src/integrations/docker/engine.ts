import type { Trouble } from '../../core/model/trouble.ts'
import type { Answer, Deed } from '../../core/ports/answer.ts'
import type { Address } from './address.ts'
import { ask, type NoReply, type Question, type Reply } from './ask.ts'

/** An engine, spoken to in a version of its API that both sides know: https://docs.docker.com/reference/api/engine/ */
export interface Engine {
  /** The answer's body, with the engine's own time; null where there is no such thing (404). */
  read<T>(path: string): Promise<Answer<Seen<T> | null>>
  /** The same, of what is no JSON. */
  readBytes(path: string): Promise<Answer<Uint8Array | null>>
  /** Does something; 404 and other refusals are trouble. */
  tell<T>(question: Question): Promise<Deed<T>>
}

export interface Seen<T> {
  readonly body: T
  /** Epoch milliseconds by the engine's clock; null where it does not say. */
  readonly atMs: number | null
}

/** The newest version that this code was written for; an engine that knows only older ones is spoken to in its own. */
const NEWEST = '1.47'

export function createEngine(address: Address): Engine {
  let version: Promise<Answer<string>> | undefined
  async function send(question: Question): Promise<{ reply: Reply } | { failure: NoReply }> {
    version ??= negotiate(address)
    const agreed = await version
    if (agreed.trouble) {
      version = undefined
      return { failure: { trouble: agreed.trouble, wasSent: false } }
    }
    return ask(address, { ...question, path: `/v${agreed.value}${question.path}` })
  }
  return {
    async read<T>(path: string) {
      const question = { method: 'GET', path } as const
      const asked = await send(question)
      if ('failure' in asked) return { trouble: asked.failure.trouble }
      const { status, body, headers } = asked.reply
      if (status === 404) return { value: null }
      if (status >= 300) return { trouble: refusal(question, asked.reply) }
      const atMs = Date.parse(headers.date ?? '')
      return { value: { body: body as T, atMs: Number.isNaN(atMs) ? null : atMs } }
    },
    async readBytes(path) {
      const question = { method: 'GET', path, wantsBytes: true } as const
      const asked = await send(question)
      if ('failure' in asked) return { trouble: asked.failure.trouble }
      const { status, body } = asked.reply
      if (status === 404) return { value: null }
      return body instanceof Uint8Array ? { value: body } : { trouble: refusal(question, asked.reply) }
    },
    async tell<T>(question: Question) {
      const asked = await send(question)
      if ('failure' in asked) return { trouble: asked.failure.trouble, mayHaveHappened: asked.failure.wasSent }
      const { status, body } = asked.reply
      // 304: it was so already.
      if (status < 300 || status === 304) return { value: body as T }
      return { trouble: refusal(question, asked.reply), mayHaveHappened: status >= 500 }
    },
  }
}

async function negotiate(address: Address): Promise<Answer<string>> {
  const asked = await ask(address, { method: 'GET', path: '/_ping' })
  if ('failure' in asked) return { trouble: asked.failure.trouble }
  const theirs = asked.reply.headers['api-version']
  if (typeof theirs !== 'string' || !/^\d+\.\d+$/.test(theirs))
    return {
      trouble: {
        code: 'not-docker',
        kind: 'world',
        message: `whoever answers at ${address.text} is not Docker: it names no version of the API`,
        hint: 'let DOCKER_HOST name the socket of Docker',
      },
    }
  return { value: isOlder(theirs, NEWEST) ? theirs : NEWEST }
}

function isOlder(a: string, b: string): boolean {
  const [major = 0, minor = 0] = a.split('.').map(Number)
  const [otherMajor = 0, otherMinor = 0] = b.split('.').map(Number)
  return major < otherMajor || (major === otherMajor && minor < otherMinor)
}

const LONGEST = 300

function refusal({ method, path }: Question, { status, body }: Reply): Trouble {
  const said = typeof body === 'object' && body !== null && 'message' in body ? String(body.message) : String(body)
  return {
    code: status === 404 ? 'docker-not-found' : status === 409 ? 'docker-conflict' : 'docker-refused',
    kind: status === 401 || status === 403 ? 'credentials' : 'world',
    message: `Docker answered ${status} to ${method} ${path}: ${said.replace(/\s+/g, ' ').trim().slice(0, LONGEST)}`,
  }
}
