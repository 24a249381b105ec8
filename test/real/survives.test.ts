import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createContainers } from '../../src/integrations/docker/containers.ts'
import type { EngineContainer } from '../../src/integrations/docker/engine-types.ts'
import { tempFolder } from '../temp-folder.ts'
import { type DockerEngine, findDocker, startDocker } from './docker.ts'

const dockerd = findDocker()
const NEWER = [
  'CMD ["httpd","-f","-p","8080","-h","/www"]',
  'ENV OF_IMAGE=newer',
  'ENV SET_AGAIN=by-image',
  'LABEL version=2',
  'EXPOSE 8080',
  'VOLUME /spool',
]
const OLDER = ['CMD ["httpd","-f","-p","9090","-h","/www"]', 'ENV OF_IMAGE=older', 'LABEL version=1', 'USER web']

describe.skipIf(!dockerd)('a container that is replaced keeps its configuration (needs root, dockerd and busybox)', () => {
  let engine: DockerEngine
  beforeAll(async () => {
    engine = await startDocker(dockerd ?? '')
    await engine.image('web:1', ...OLDER)
    await engine.image('web:2', ...NEWER)
    await engine.docker('network', 'create', '--subnet', '10.213.7.0/24', 'front')
    await engine.docker('network', 'create', 'back')
    await engine.docker('volume', 'create', 'store')
  }, 60_000)
  afterAll(() => engine?.[Symbol.asyncDispose](), 60_000)

  const inspect = async (name: string): Promise<EngineContainer> => JSON.parse(await engine.docker('inspect', name))[0]

  /** Replaces it by one of the older image, and gives both. */
  async function replace(name: string) {
    const containers = createContainers(engine.host)
    const before = await inspect(name)
    expect(await containers.recreate(before.Id, 'web:1')).toEqual({ value: null })
    return { before, after: await inspect(name) }
  }

  test("all that was set for it, and of the image only what is the image's", async () => {
    using folder = tempFolder()
    folder.write('settings', 'x')
    await engine.docker(
      ...['create', '--name', 'web', '--hostname', 'shop', '--user', '1000:1000', '--init', '--workdir', '/www'],
      ...['--network', 'front', '--network-alias', 'www', '--ip', '10.213.7.40'],
      ...['-e', 'TOKEN=abc', '-e', 'SET_AGAIN=by-person', '--label', 'sherpa.heal=true', '--label', 'team=shop'],
      ...['-v', 'store:/store:ro', '-v', `${folder.path}:/settings`, '-v', '/nameless', '--tmpfs', '/run:size=1m'],
      ...['--mount', 'type=volume,src=store,dst=/mounted'],
      ...['-p', '127.0.0.1:18473:8080', '--restart', 'on-failure:3', '--stop-timeout', '2', '--stop-signal', 'KILL'],
      ...['--memory', '64m', '--pids-limit', '50', '--cpus', '0.5', '--ulimit', 'nofile=1000:1000', '--shm-size', '1m'],
      ...['--cap-drop', 'ALL', '--security-opt', 'no-new-privileges', '--read-only', '--add-host', 'db:10.0.0.1'],
      ...[
        '--dns',
        '10.0.0.53',
        '--log-opt',
        'max-size=1m',
        '--health-cmd',
        'test -e /settings/settings',
        '--health-interval',
        '3s',
      ],
      'web:2',
    )
    await engine.docker('network', 'connect', '--alias', 'client', 'back', 'web')
    await engine.docker('start', 'web')
    const { before, after } = await replace('web')

    expect(after.State.Status).toBe('running')
    expect(after.Id).not.toBe(before.Id)
    const { Binds: bindsBefore, ...hostBefore } = before.HostConfig
    const { Binds: bindsAfter, ...hostAfter } = after.HostConfig
    expect(hostAfter).toEqual(hostBefore)
    expect(bindsAfter?.slice(0, 2)).toEqual(bindsBefore)
    expect(volumes(after)).toEqual(volumes(before))
    expect(volumes(before)).toHaveLength(5)

    const { Image: _, Cmd: __, Env, Labels, ExposedPorts: ___, Volumes: ____, ...rest } = before.Config
    expect(after.Config).toMatchObject(rest)
    expect(after.Config.Cmd).toEqual(['httpd', '-f', '-p', '9090', '-h', '/www'])
    // The engine keeps them in no order.
    expect(after.Config.Env?.toSorted()).toEqual(['OF_IMAGE=older', 'SET_AGAIN=by-person', 'TOKEN=abc'])
    expect(Env).toContain('OF_IMAGE=newer')
    expect(after.Config.Labels).toEqual({ ...Labels, version: '1' })
    expect(Object.keys(after.Config.ExposedPorts ?? {})).toEqual(['8080/tcp'])

    expect(after.NetworkSettings).toMatchObject({ Ports: { '8080/tcp': [{ HostIp: '127.0.0.1', HostPort: '18473' }] } })
    expect(networks(after)).toEqual(networks(before))
    expect(networks(after)).toMatchObject({
      front: { aliases: ['www', 'shop'], ip: '10.213.7.40', mac: '02:42:0a:d5:07:28' },
      back: { aliases: ['client', 'shop'] },
    })
  })

  test('an entry point of its own, and the names that the engine gave it', async () => {
    const run = ['run', '-d', '--network', 'none', '--stop-signal', 'KILL', '--entrypoint', 'sleep', '--name', 'naps']
    await engine.docker(...run, 'web:2', '1000')
    const { after } = await replace('naps')
    expect(after.Config).toMatchObject({ Entrypoint: ['sleep'], Cmd: ['1000'], Hostname: after.Id.slice(0, 12) })
    expect(after.State.Status).toBe('running')
  })

  test('one that would not survive is left alone', async () => {
    const containers = createContainers(engine.host)
    const run = (name: string, ...flags: readonly string[]) =>
      engine.docker('run', '-d', '--stop-signal', 'KILL', '--name', name, ...flags, 'web:2')
    await run('gone', '--network', 'none', '--rm')
    await run('host', '--network', 'back')
    await run('guest', '--network', 'container:host')
    const why = async (name: string) => containers.recreate((await inspect(name)).Id, 'web:1')
    expect(await why('gone')).toMatchObject({ mayHaveHappened: false, trouble: { message: expect.stringContaining('--rm') } })
    expect(await why('host')).toMatchObject({
      mayHaveHappened: false,
      trouble: { message: expect.stringContaining('guest lives') },
    })
    expect((await inspect('host')).State.Status).toBe('running')
    // The guest itself can be replaced.
    expect((await replace('guest')).after.State.Status).toBe('running')
    expect(await containers.recreate((await inspect('host')).Id, 'web:9')).toMatchObject({
      mayHaveHappened: false,
      trouble: { message: 'there is no image web:9 on this engine' },
    })
  })
})

const volumes = ({ Mounts = [] }: EngineContainer) =>
  Mounts.map(({ Type, Name, Destination, RW }) => [Destination, Type, Name, RW].join(' ')).sort()

function networks({ Id, NetworkSettings }: EngineContainer) {
  const entries = Object.entries(NetworkSettings?.Networks ?? {}).map(
    ([name, { Aliases, IPAMConfig, IPAddress, MacAddress }]) => {
      const aliases = Aliases?.filter(alias => alias !== Id.slice(0, 12)) ?? []
      const isGiven = IPAMConfig !== null && Object.keys(IPAMConfig ?? {}).length > 0
      return [name, { aliases, ...(isGiven && { ip: IPAddress, mac: MacAddress }) }]
    },
  )
  return Object.fromEntries(entries)
}
