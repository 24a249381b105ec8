import { execa } from 'execa'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { LedgerEntry } from '../../src/core/model/ledger.ts'
import { type DockerEngine, findDocker, startDocker } from '../real/docker.ts'
import { tempFolder } from '../temp-folder.ts'
import { CLI, sherpa } from './sherpa.ts'

test('an engine that is away: one sentence, exit code 3', async () => {
  using folder = tempFolder()
  const env = { HOME: folder.path, DOCKER_HOST: `unix://${folder.path}/no.sock` }
  for (const args of [
    ['restart', 'web'],
    ['rollback', '--container', 'web'],
  ]) {
    const { stdout, stderr, exitCode } = await sherpa(args, { cwd: folder.path, env })
    expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: 3 })
    expect(stderr).toMatch(/^✖ Docker cannot be reached at unix:\/\/\S+: ENOENT \[docker-unreachable\]\nhint: .*\n$/)
  }
})

const dockerd = findDocker()

describe.skipIf(!dockerd)('sherpa restart and rollback (needs root, dockerd and busybox)', () => {
  let engine: DockerEngine
  beforeAll(async () => {
    engine = await startDocker(dockerd ?? '')
    const health = 'HEALTHCHECK --interval=200ms --timeout=1s --retries=2 CMD wget -q -O /dev/null http://127.0.0.1:8080/'
    await engine.image('web:1', 'CMD ["httpd","-f","-p","8080","-h","/www"]', health)
    await engine.image('web:2', 'CMD ["httpd","-f","-p","9999","-h","/www"]', health)
  }, 60_000)
  afterAll(() => engine?.[Symbol.asyncDispose](), 60_000)

  const run = (name: string, image: string, ...labels: readonly string[]) =>
    engine.docker(
      ...['run', '-d', '--name', name, '--network', 'none', '--stop-signal', 'KILL'],
      ...labels.flatMap(label => ['--label', label]),
      image,
    )
  const startedAt = (name: string) => engine.docker('inspect', '--format', '{{.State.StartedAt}}', name)
  const surroundings = (folder: { readonly path: string }) => ({
    cwd: folder.path,
    env: { HOME: folder.path, DOCKER_HOST: engine.host, USER: 'kim' },
  })

  async function ledger(folder: { readonly path: string }): Promise<readonly LedgerEntry[]> {
    const { stdout } = await sherpa(['ledger', '--json'], surroundings(folder))
    return JSON.parse(stdout).entries
  }

  /** At a terminal, where somebody says yes. */
  async function saidYes(args: readonly string[], { cwd, env }: ReturnType<typeof surroundings>) {
    const command = [process.execPath, CLI, ...args].map(word => `'${word}'`).join(' ')
    const { stdout, exitCode } = await execa('script', ['-qec', command, '/dev/null'], {
      cwd,
      env: { PATH: process.env['PATH'] ?? '', NO_COLOR: '1', TERM: 'dumb', ...env },
      extendEnv: false,
      input: 'y\n',
      reject: false,
      timeout: 60_000,
    })
    return { text: stdout.replaceAll('\r', ''), exitCode }
  }

  test('a dry run shows the plan and writes nothing', async () => {
    using folder = tempFolder()
    await run('dry', 'web:1', 'sherpa.heal=restart')
    const before = await startedAt('dry')
    const { stdout, exitCode } = await sherpa(['restart', 'dry', '--dry-run', '--json'], surroundings(folder))
    expect(exitCode).toBe(1)
    expect(JSON.parse(stdout).plan.actions).toMatchObject([
      { remedy: 'restart-container', params: { container: 'dry' }, verdict: 'deny', reasons: [{ code: 'suggest-only' }] },
    ])
    expect(await startedAt('dry')).toBe(before)
    expect((await execa('find', [folder.path, '-type', 'f'])).stdout).toBe('')
  })

  test('restarted when somebody says yes, on record; without the label, never', async () => {
    using folder = tempFolder()
    folder.write('sherpa.yml', 'policy: { preset: assist }\n')
    await run('web', 'web:1', 'sherpa.heal=restart')
    await run('other', 'web:1')
    const [web, other] = [await startedAt('web'), await startedAt('other')]
    expect(await saidYes(['restart', 'web'], surroundings(folder))).toMatchObject({
      exitCode: 0,
      text: expect.stringContaining('healed: its health check passes'),
    })
    expect(await startedAt('web')).not.toBe(web)
    const refused = await saidYes(['restart', 'other'], surroundings(folder))
    expect(refused).toMatchObject({ exitCode: 1, text: expect.stringContaining('other is not touched: it lacks the label') })
    expect(await startedAt('other')).toBe(other)
    const lines = await ledger(folder)
    expect(lines.map(({ event }) => event)).toEqual(['approved', 'started', 'done', 'healed', 'withheld'])
    expect(lines.at(-1)?.reasons).toMatchObject([{ code: 'not-labelled' }])
  })

  test('a compose service is found by its labels; rolled back, and the newer image put back', async () => {
    using folder = tempFolder()
    folder.write('sherpa.yml', 'policy: { preset: assist }\n')
    const compose = ['com.docker.compose.project=shop', 'com.docker.compose.service=front']
    await run('shop_front_1', 'web:2', 'sherpa.heal=true', ...compose)
    const image = () => engine.docker('inspect', '--format', '{{.Config.Image}}', 'shop_front_1')

    const unknown = await sherpa(['rollback', '--container', 'shop/front', '--json', '--dry-run'], surroundings(folder))
    expect(JSON.parse(unknown.stdout).plan.actions[0].reasons).toEqual([
      { code: 'no-known-good', text: 'No earlier image of shop_front_1 is known to be good; name one with --to: web:1.' },
    ])
    const healed = await saidYes(['rollback', '--container', 'shop/front', '--to', 'web:1'], surroundings(folder))
    expect(healed).toMatchObject({ exitCode: 0, text: expect.stringContaining('healed') })
    expect(await image()).toBe('web:1')

    const { action = '' } = (await ledger(folder)).find(({ event }) => event === 'healed') ?? {}
    expect(await sherpa(['undo', action], surroundings(folder))).toMatchObject({ exitCode: 0 })
    expect(await image()).toBe('web:2')
  })

  test.each([
    ['nobody', 'there is no container called nobody, nor a compose service'],
    ['shop/nobody', 'there is no container of the compose service shop/nobody'],
    ['tier=none', 'there is no container with the label tier=none'],
  ])('%s is not there', async (name, sentence) => {
    using folder = tempFolder()
    const { stderr, exitCode } = await sherpa(['restart', name], surroundings(folder))
    expect(exitCode).toBe(2)
    expect(stderr).toContain(sentence)
  })
})
