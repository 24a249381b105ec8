import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, test } from 'vitest'
import { engineAddress } from './address.ts'
import { ask } from './ask.ts'
import { configurationOf } from './configuration.ts'
import { createEngine } from './engine.ts'
import type { EngineContainer } from './engine-types.ts'

describe('where the engine listens', () => {
  test.each([
    [undefined, { socketPath: '/var/run/docker.sock' }],
    ['', { socketPath: '/var/run/docker.sock' }],
    ['unix:///run/user/1000/docker.sock', { socketPath: '/run/user/1000/docker.sock' }],
    ['npipe:////./pipe/docker_engine', { socketPath: '\\\\.\\pipe\\docker_engine' }],
    ['tcp://127.0.0.1:2376', { host: '127.0.0.1', port: 2376 }],
    ['tcp://localhost', { host: 'localhost', port: 2375 }],
    ['tcp://[::1]:99', { host: '::1', port: 99 }],
  ])('%s', (text, to) => {
    expect(engineAddress(text).to).toEqual(to)
  })

  test.each(['tcp://10.0.0.7:2375', 'tcp://127.0.0.1.evil.example:2375', 'ssh://host', 'tcp://', 'docker'])('not %s', text => {
    expect(() => engineAddress(text)).toThrow('cannot be used')
  })
})

describe('what an answer means', () => {
  /** What asking an engine comes to that answers so; pings are answered. */
  async function tell(listener: RequestListener, timeoutMs = 5000, version = '1.41') {
    const asked: string[] = []
    const server = createServer((request, response) => {
      asked.push(`${request.method} ${request.url}`)
      if (request.url !== '/_ping') return listener(request, response)
      response.writeHead(200, { 'api-version': version }).end('OK')
    })
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    try {
      const engine = createEngine(engineAddress(`tcp://127.0.0.1:${port}`))
      return { asked, done: await engine.tell({ method: 'POST', path: '/x', timeoutMs }) }
    } finally {
      server.closeAllConnections()
      server.close()
    }
  }
  const status = (code: number) => tell((_, response) => response.writeHead(code).end('{"message":"so it is"}'))

  test.each([
    [409, false],
    [404, false],
    [400, false],
    [500, true],
    [503, true],
  ])('%i: may have happened %s', async (code, mayHaveHappened) => {
    const { done } = await status(code)
    expect(done).toMatchObject({ mayHaveHappened, trouble: { message: `Docker answered ${code} to POST /x: so it is` } })
  })

  test('304: it was so already', async () => {
    expect((await tell((_, response) => response.writeHead(304).end())).done.trouble).toBeUndefined()
  })

  test('cut off, or too slow: it may have happened', async () => {
    expect((await tell(request => request.socket.destroy())).done).toMatchObject({
      mayHaveHappened: true,
      trouble: { code: 'docker-cut-off' },
    })
    expect((await tell(() => {}, 50)).done).toMatchObject({ mayHaveHappened: true, trouble: { code: 'docker-slow' } })
  })

  test.each([
    ['1.41', '/v1.41/x'],
    ['1.99', '/v1.47/x'],
    ['2.0', '/v1.47/x'],
  ])('an engine of %s is spoken to in %s', async (version, path) => {
    const { asked } = await tell((_, response) => response.writeHead(200).end('{}'), 5000, version)
    expect(asked).toEqual(['GET /_ping', `POST ${path}`])
  })

  test('refused: it did not happen', async () => {
    const answer = await ask(engineAddress('tcp://127.0.0.1:1'), { method: 'GET', path: '/' })
    expect(answer).toMatchObject({ failure: { wasSent: false, trouble: { code: 'docker-unreachable' } } })
  })
})

describe('the configuration of a container', () => {
  const container = (given: Partial<EngineContainer>): EngineContainer => ({
    Id: 'abcdef123456'.padEnd(64, '0'),
    Name: '/web',
    Image: 'sha256:2',
    State: { Status: 'running' },
    Config: { Image: 'web:2' },
    HostConfig: { NetworkMode: 'front' },
    ...given,
  })

  test.each([
    ['made by the engine', '02:42:0a:00:00:07', undefined],
    ['set by somebody', '02:aa:00:00:00:07', '02:aa:00:00:00:07'],
  ])('a hardware address %s', (_, mac, kept) => {
    const Networks = { front: { IPAddress: '10.0.0.7', MacAddress: mac, Aliases: ['abcdef123456', 'www'] } }
    const { body } = configurationOf(container({ NetworkSettings: { Networks } }), {}, 'web:1')
    const endpoint = { Aliases: ['www'], ...(kept && { MacAddress: kept }) }
    expect(body['NetworkingConfig']).toEqual({ EndpointsConfig: { front: endpoint } })
  })

  test('the network that it was made in comes first, the others follow', () => {
    const Networks = { back: {}, front: {} }
    const { body, furtherNetworks } = configurationOf(container({ NetworkSettings: { Networks } }), {}, 'web:1')
    expect(body['NetworkingConfig']).toEqual({ EndpointsConfig: { front: {} } })
    expect(furtherNetworks).toEqual([{ name: 'back', endpoint: {} }])
  })

  test("a command of its own beside the image's entry point stays", () => {
    const config = { Image: 'web:2', Entrypoint: ['run'], Cmd: ['--fast'] }
    const { body } = configurationOf(container({ Config: config }), { Config: { Entrypoint: ['run'], Cmd: ['--slow'] } }, 'web:1')
    expect(body).toMatchObject({ Image: 'web:1', Cmd: ['--fast'] })
    expect(body).not.toHaveProperty('Entrypoint')
  })
})
