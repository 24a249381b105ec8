import { existsSync, mkdirSync, readdirSync, readlinkSync, writeFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createTrialContainers } from '../../src/integrations/docker/trial-containers.ts'
import { tempFolder } from '../temp-folder.ts'
import { type DockerEngine, findDocker, startDocker } from './docker.ts'

const dockerd = findDocker()

describe.skipIf(!dockerd)('trials in containers of a real Docker engine (needs root, dockerd and busybox)', () => {
  let engine: DockerEngine
  let folder: ReturnType<typeof tempFolder>
  let stop: AbortController

  beforeAll(async () => {
    engine = await startDocker(dockerd ?? '')
    await engine.image('plain:1', 'ENV FROM_IMAGE=yes', 'ENTRYPOINT ["/bin/not-there"]', 'VOLUME /cache')
  }, 60_000)
  afterAll(() => engine?.[Symbol.asyncDispose](), 60_000)
  beforeEach(() => {
    folder = tempFolder()
    for (const name of ['tree', 'home']) mkdirSync(`${folder.path}/${name}`)
    stop = new AbortController()
  })
  afterEach(async () => {
    folder[Symbol.dispose]()
    const left = await engine.docker('ps', '-aq')
    if (left) await engine.docker('rm', '-f', ...left.split('\n'))
    expect(left).toBe('')
    expect(await engine.docker('volume', 'ls', '-q')).toBe('')
  })

  const owner = { pid: 4711, machine: 'here', isAlive: (pid: number) => pid === 4711 }
  const tryIn = async (command: readonly string[], more = {}) => {
    const containers = createTrialContainers(engine.host, owner)
    try {
      return await containers.tryIn({
        ...{ command, image: 'plain:1', network: 'none', memory: null, cpus: null, timeoutMs: 30_000 },
        ...{ checkout: `${folder.path}/tree`, home: `${folder.path}/home`, variables: { SHERPA_COMMIT: 'abc' } },
        ...{ signal: stop.signal, now: () => Date.now(), ...more },
      })
    } finally {
      containers.close()
    }
  }
  const sh = (script: string, more = {}) => tryIn(['sh', '-c', script], more)

  test('passes, fails, cannot tell; with the end of what both outputs said', async () => {
    expect(await sh('echo well; echo "not so well" >&2')).toMatchObject({
      ...{ outcome: 'passed', exitCode: 0, tail: expect.stringContaining('well\n') },
    })
    expect(await sh('echo broken >&2; exit 7')).toMatchObject({ outcome: 'failed', exitCode: 7, tail: 'broken\n' })
    expect(await sh('exit 125')).toMatchObject({ outcome: 'skipped', exitCode: 125 })
  })

  test('it sees its checkout, an empty home, what its image says, and nothing else', async () => {
    writeFileSync(`${folder.path}/tree/a.txt`, 'content\n')
    const { tail } = await sh('cat a.txt; echo made > "$HOME/made"; echo too > made; env; cat /proc/net/dev')
    expect(tail).toMatch(/^content\n/)
    const lines = tail.split('\n')
    const names = lines.flatMap(line => /^(?<name>\w+)=/.exec(line)?.groups?.['name'] ?? [])
    expect(names.sort()).toEqual(['FROM_IMAGE', 'HOME', 'HOSTNAME', 'PATH', 'PWD', 'SHERPA_COMMIT', 'SHLVL'])
    expect(lines.flatMap(line => /^ *(?<device>\w+):/.exec(line)?.groups?.['device'] ?? [])).toEqual(['lo'])
    expect(readdirSync(`${folder.path}/home`)).toEqual(['made'])
    expect(readdirSync(`${folder.path}/tree`)).toEqual(['a.txt', 'made'])
  })

  test('a network where one is named', async () => {
    const { tail } = await sh('readlink /proc/self/ns/net', { network: 'host' })
    expect(tail.trim()).toBe(readlinkSync('/proc/self/ns/net'))
  })

  test('limits of memory, processors and processes', async () => {
    const running = sh('while [ ! -e done ]; do sleep 0.1; done', { memory: 64 * 2 ** 20, cpus: 0.5 })
    let id = ''
    while (id === '') id = await engine.docker('ps', '-q')
    const wanted = ['Memory', 'MemorySwap', 'NanoCpus', 'PidsLimit', 'SecurityOpt', 'Privileged', 'NetworkMode']
    const format = wanted.map(name => `{{.HostConfig.${name}}}`).join(' ')
    const limits = await engine.docker('inspect', '--format', format, id)
    writeFileSync(`${folder.path}/tree/done`, '')
    expect(limits).toBe('67108864 67108864 500000000 4096 [no-new-privileges] false none')
    expect(await running).toMatchObject({ outcome: 'passed' })
  })

  test('what uses up its memory is killed, and says so', async () => {
    const end = await sh('x=a; while true; do x=$x$x; done', { memory: 32 * 2 ** 20 })
    expect(end).toMatchObject({ outcome: 'failed', exitCode: 137, tail: expect.stringContaining('its memory was used up') })
  })

  test('too long, and interrupted: ended at once and removed', async () => {
    expect(await sh('echo begun; sleep 1000', { timeoutMs: 500 })).toMatchObject({
      ...{ outcome: 'timed-out', exitCode: null, tail: 'begun\n' },
    })
    const running = sh('touch begun; sleep 1000')
    while (!existsSync(`${folder.path}/tree/begun`)) await wait(50)
    stop.abort()
    expect(await running).toMatchObject({ outcome: 'interrupted', exitCode: null })
    expect(await sh('echo no')).toMatchObject({ outcome: 'interrupted', tail: '' })
  })

  test('no such image, no such program', async () => {
    await expect(sh('true', { image: 'gone:1' })).rejects.toMatchObject({
      code: 'docker-no-image',
      hint: 'get it first: docker pull gone:1',
    })
    await expect(tryIn(['/bin/gone'])).rejects.toMatchObject({ code: 'command-not-run', kind: 'usage' })
  })

  test('what a process left that was killed is swept away, and nothing of others', async () => {
    const label = (of: string) => ['--label', `sherpa.trial=${of}`]
    const run = (name: string, labels: readonly string[]) =>
      engine.docker('run', '-d', '--name', name, '--network', 'none', ...labels, '--entrypoint', 'sleep', 'plain:1', '1000')
    await run('dead', label('12@here'))
    await run('alive', label('4711@here'))
    await run('elsewhere', label('12@there'))
    await run('strange', label('nobody'))
    await run('unlabelled', [])
    expect(await createTrialContainers(engine.host, owner).sweep()).toBe(1)
    const left = await engine.docker('ps', '--format', '{{.Names}}')
    expect(left.split('\n').sort()).toEqual(['alive', 'elsewhere', 'strange', 'unlabelled'])
    await engine.docker('rm', '-f', '-v', ...left.split('\n'))
  })
})
