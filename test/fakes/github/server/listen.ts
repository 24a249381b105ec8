/** A plain HTTP server on a free loopback port: reads whole requests, writes whole, late or cut replies. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

export interface Incoming {
  method: string
  path: string
  query: URLSearchParams
  headers: Record<string, string>
  body: string
}

export interface Outgoing {
  status: number
  headers: Record<string, string>
  body: Uint8Array
  delayMs?: number
  /** Send only so many bytes of the body, then destroy the connection. */
  cutAfterBytes?: number
  /** Destroy the connection instead of answering. */
  cut?: boolean
}

export interface Listening {
  url: string
  stop(): Promise<void>
}

/** Serves until stopped; a handler that throws answers 500 with the error's text. */
export async function listen(handle: (request: Incoming) => Promise<Outgoing>): Promise<Listening> {
  const server = createServer((request, response) => {
    serve(request, response, handle).catch((error: unknown) => {
      response.destroy(error instanceof Error ? error : undefined)
    })
  })
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    stop: () =>
      new Promise(done => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}

/** A loopback URL nobody listens on. */
export async function deadUrl(): Promise<string> {
  const listening = await listen(() => Promise.reject(new Error('never called')))
  await listening.stop()
  return listening.url
}

async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  handle: (request: Incoming) => Promise<Outgoing>,
): Promise<void> {
  const reply = await handle(await read(request)).catch(crashed)
  if (reply.delayMs !== undefined) await sleep(reply.delayMs, undefined, { ref: false })
  if (reply.cut === true) {
    response.destroy()
    return
  }
  const bodyless = reply.status === 304 || reply.status === 204
  if (!bodyless) response.setHeader('content-length', reply.body.byteLength)
  response.writeHead(reply.status, reply.headers)
  if (reply.cutAfterBytes === undefined) {
    response.end(bodyless ? undefined : reply.body)
    return
  }
  response.flushHeaders()
  response.write(reply.body.subarray(0, reply.cutAfterBytes), () => response.destroy())
}

async function read(request: IncomingMessage): Promise<Incoming> {
  const chunks: Uint8Array[] = []
  for await (const chunk of request) chunks.push(chunk as Uint8Array)
  const url = new URL(request.url ?? '/', 'http://loopback')
  return {
    method: request.method ?? 'GET',
    path: url.pathname,
    query: url.searchParams,
    headers: Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)])),
    body: Buffer.concat(chunks).toString('utf8'),
  }
}

function crashed(error: unknown): Outgoing {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return { status: 500, headers: { 'content-type': 'text/plain' }, body: Buffer.from(`fake GitHub crashed: ${text}`) }
}
