import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { tempFolder } from '../../test/temp-folder.ts'
import { completeFacts } from '../core/policy/complete-facts.ts'
import { DEFAULT_LIMITS } from '../core/policy/limits.ts'
import type { OpaBundle, OpaServer, Policy } from '../core/policy/policy.ts'
import { createRedactor } from '../core/redact/redact.ts'
import { connectPolicy } from './connect-policy.ts'

let folder: ReturnType<typeof tempFolder>
let answer: RequestListener
const asked: { url: string | undefined; body: unknown }[] = []
const server = createServer(async (request, response) => {
  let body = ''
  for await (const chunk of request) body += chunk
  asked.push({ url: request.url, body: JSON.parse(body || 'null') })
  answer(request, response)
})

beforeEach(async () => {
  folder = tempFolder()
  asked.length = 0
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
})
afterEach(async () => {
  folder[Symbol.dispose]()
  server.closeAllConnections()
  await new Promise(resolve => server.close(resolve))
})

const address = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`
const said =
  (value: unknown): RequestListener =>
  (_, response) =>
    void response.end(JSON.stringify(value))

/** The server above. */
const here = (said: Partial<OpaServer> = {}): OpaServer => ({
  url: address(),
  decision: 'acme/ci/verdict',
  timeoutSeconds: 5,
  ...said,
})

async function decide(opa: OpaServer | OpaBundle = here(), preset: Policy['preset'] = 'suggest') {
  const policy: Policy = { preset, remedies: {}, rules: [], ...DEFAULT_LIMITS, opa }
  const decide = await connectPolicy(policy, { folder: folder.path, hide: createRedactor({ values: ['our-own-value'] }) })
  return (await decide([completeFacts({ run: { branch: 'fix-our-own-value' } })]))[0]
}

describe('a server', () => {
  test('is asked by its Data API, about facts without secrets', async () => {
    answer = said({ result: { verdict: 'ask', reasons: [{ text: 'Ask Ann.' }] }, decision_id: '7' })
    expect(await decide(here({ url: `${address()}/` }))).toEqual({
      verdict: 'ask',
      reasons: [{ code: 'policy-engine', text: 'Ask Ann.' }],
    })
    expect(asked).toEqual([
      { url: '/v1/data/acme/ci/verdict', body: { input: expect.objectContaining({ remedy: 'rerun-failed-jobs' }) } },
    ])
    expect(JSON.stringify(asked)).not.toContain('our-own-value')
  })

  test('is not asked where the preset is off', async () => {
    expect(await decide(here(), 'off')).toMatchObject({ verdict: 'deny', reasons: [{ code: 'off' }] })
    expect(asked).toEqual([])
  })

  const faults: readonly [name: string, answer: RequestListener, text: string][] = [
    ['undefined', said({}), 'has no rule that says anything'],
    ['500', (_, response) => void response.writeHead(500).end(JSON.stringify({ result: 'allow' })), 'answered 500'],
    ['400', (_, response) => void response.writeHead(400).end('{"code":"invalid_parameter"}'), 'answered 400'],
    ['401', (_, response) => void response.writeHead(401).end(), 'answered 401'],
    ['204', (_, response) => void response.writeHead(204).end(), 'answered 204'],
    ['a redirect', (_, response) => void response.writeHead(307, { location: '/elsewhere' }).end(), 'answered 307'],
    ['malformed JSON', (_, response) => void response.end('{"result":"allow"'), 'did not answer JSON'],
    ['nothing', (_, response) => void response.end(), 'did not answer JSON'],
    ['bytes that are no text', (_, response) => void response.end(Buffer.from([0x22, 0xff, 0x22])), 'cannot be asked'],
    ['a bare verdict', said('allow'), 'did not answer an object'],
    ['a list', said([{ result: 'allow' }]), 'did not answer an object'],
    ['a wrong type', said({ result: true }), 'is no verdict'],
    ['a verdict in a list', said({ result: ['allow'] }), 'is no verdict'],
    ['null', said({ result: null }), 'is no verdict'],
    ['a huge answer', said({ result: 'allow', x: 'x'.repeat(1_000_000) }), 'answered more than 256 KiB'],
    ['a cut connection', request => void request.socket.destroy(), 'cannot be asked'],
    [
      'half an answer',
      (_, response) => void response.writeHead(200, { 'content-length': 900 }).write('{"res', () => response.destroy()),
      'cannot be asked',
    ],
    ['silence', () => {}, 'did not answer within 0.05 s'],
    ['silence after the head', (_, response) => void response.writeHead(200).write('{"result"'), 'did not answer within 0.05 s'],
  ]

  test.each(faults)('%s: denied', async (name, fault, text) => {
    answer = fault
    const isSlow = name.startsWith('silence')
    expect(await decide(here(isSlow ? { timeoutSeconds: 0.05 } : {}))).toEqual({
      verdict: 'deny',
      reasons: [{ code: name === 'undefined' ? 'policy-undefined' : 'policy-unavailable', text: expect.stringContaining(text) }],
    })
    expect(asked).toHaveLength(1)
  })

  test('nobody there: denied', async () => {
    expect(await decide(here({ url: 'http://127.0.0.1:1' }))).toMatchObject({
      verdict: 'deny',
      reasons: [{ code: 'policy-unavailable', text: expect.stringContaining('cannot be asked: ') }],
    })
  })
})

describe('a bundle that is none: denied', () => {
  /** Says that it has 64 MiB and more. */
  const bomb = () => gzipSync(Buffer.alloc(65 * 1024 * 1024))
  test.each<[name: string, file: string, content: () => string | Uint8Array, text: string]>([
    ['not there', 'other.wasm', () => '', 'policy.tar.gz is not there'],
    ['no archive', 'policy.tar.gz', () => 'hello', 'incorrect header check'],
    ['cut off', 'policy.tar.gz', () => gzipSync('hello').subarray(0, 12), 'unexpected end of file'],
    ['no tar', 'policy.tar.gz', () => gzipSync('hello'), 'it holds no policy.wasm'],
    ['too large', 'policy.tar.gz', bomb, 'Cannot create a Buffer larger'],
  ])('%s', async (_, file, content, text) => {
    folder.write(file, content())
    expect(await decide({ bundle: 'policy.tar.gz', entrypoint: 'sherpa/decision', timeoutSeconds: 5 })).toMatchObject({
      verdict: 'deny',
      reasons: [{ code: 'policy-unavailable', text: expect.stringContaining(text) }],
    })
  })
})
