import { type IncomingMessage, request } from 'node:http'
import type { Trouble } from '../../core/model/trouble.ts'
import type { Address } from './address.ts'

/** What is asked of an engine. */
export interface Question {
  readonly method: 'GET' | 'POST' | 'DELETE'
  /** With its query, without the version. */
  readonly path: string
  readonly body?: unknown
  readonly timeoutMs?: number
  /** The answer is bytes, unless it is a refusal. */
  readonly wantsBytes?: true
}

/** An engine's answer, whatever its status. */
export interface Reply {
  readonly status: number
  readonly headers: IncomingMessage['headers']
  /** JSON, or text where it is none; bytes where they were wanted. */
  readonly body: unknown
}

/** Why there is no answer, and whether the question may have reached the engine all the same. */
export interface NoReply {
  readonly trouble: Trouble
  readonly wasSent: boolean
}

const TIMEOUT_MS = 30_000
/** The engine's own lists are far smaller. */
const MOST_BYTES = 16 * 2 ** 20

/** Asks the engine one thing on a connection of its own. Never throws. */
export function ask(address: Address, question: Question): Promise<{ reply: Reply } | { failure: NoReply }> {
  const { method, path, body, timeoutMs = TIMEOUT_MS } = question
  const content = body === undefined ? undefined : JSON.stringify(body)
  const { promise, resolve } = Promise.withResolvers<{ reply: Reply } | { failure: NoReply }>()
  const fail = (error: unknown) => resolve({ failure: noReply(error, address, question, timeoutMs) })
  const sent = request(
    {
      ...address.to,
      method,
      path,
      agent: false,
      signal: AbortSignal.timeout(timeoutMs),
      headers: {
        host: 'docker',
        ...(content !== undefined && { 'content-type': 'application/json', 'content-length': Buffer.byteLength(content) }),
      },
    },
    response => {
      const isRaw = question.wantsBytes === true && (response.statusCode ?? 0) < 300
      readBody(response, isRaw).then(
        body => resolve({ reply: { status: response.statusCode ?? 0, headers: response.headers, body } }),
        fail,
      )
    },
  )
  sent.on('error', fail)
  sent.end(content)
  return promise
}

async function readBody(response: IncomingMessage, isRaw: boolean): Promise<unknown> {
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of response as AsyncIterable<Uint8Array>) {
    bytes += chunk.length
    if (bytes > MOST_BYTES) throw new Error('an answer without end')
    chunks.push(chunk)
  }
  const whole = Buffer.concat(chunks)
  if (isRaw) return new Uint8Array(whole)
  const text = whole.toString()
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

function noReply(error: unknown, { text }: Address, { method, path }: Question, timeoutMs: number): NoReply {
  const { name, code, syscall, message } = error as NodeJS.ErrnoException
  if (name === 'AbortError' || name === 'TimeoutError')
    return {
      wasSent: true,
      trouble: {
        code: 'docker-slow',
        kind: 'world',
        message: `Docker did not answer ${method} ${path} within ${Math.round(timeoutMs / 1000)} s`,
        hint: 'look at how the engine does: docker info',
      },
    }
  if (syscall !== 'connect')
    return {
      wasSent: true,
      trouble: {
        code: 'docker-cut-off',
        kind: 'world',
        message: `Docker broke off its answer to ${method} ${path}: ${code ?? message}`,
      },
    }
  const isForbidden = code === 'EACCES'
  return {
    wasSent: false,
    trouble: {
      code: isForbidden ? 'docker-forbidden' : 'docker-unreachable',
      kind: isForbidden ? 'credentials' : 'world',
      message: `Docker cannot be reached at ${text}: ${code ?? message}`,
      hint: isForbidden ? 'run this as a user who may use Docker' : 'start Docker, or let DOCKER_HOST name its socket',
    },
  }
}
