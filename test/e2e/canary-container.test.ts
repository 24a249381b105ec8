import { readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { setTimeout as wait } from 'node:timers/promises'
import { execa } from 'execa'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { gitRepository } from '../git-repository.ts'
import { type DockerEngine, findDocker, startDocker } from '../real/docker.ts'
import { CLI, sherpa } from './sherpa.ts'

const dockerd = findDocker()
const leftovers = () => readdirSync(tmpdir()).filter(name => name.startsWith('sherpa-trial-'))

describe.skipIf(!dockerd)('sherpa canary and bisect in containers (needs root, dockerd and busybox)', () => {
  let engine: DockerEngine
  let repository: Awaited<ReturnType<typeof gitRepository>>
  beforeAll(async () => {
    engine = await startDocker(dockerd ?? '')
    await engine.image('plain:1', 'CMD ["sh"]')
  }, 60_000)
  afterAll(() => engine?.[Symbol.asyncDispose](), 60_000)
  beforeEach(async () => {
    repository = await gitRepository()
  })
  afterEach(() => repository[Symbol.dispose]())

  const surroundings = () => ({
    cwd: repository.path,
    env: { DOCKER_HOST: engine.host, HOME: repository.path, SECRET_OF_HOST: 'hush' },
  })
  const TEST = 'test -z "$SECRET_OF_HOST" && test ! -e "$HOME/used" && touch "$HOME/used" used && sh check.sh'
  const canary = (...args: string[]) => sherpa(['canary', ...args, '--image', 'plain:1', '--', 'sh', '-c', TEST], surroundings())
  const check = (script: string) => ({ 'check.sh': `${script}\n` })
  const containers = () => engine.docker('ps', '-aq')

  test('regression, with the limits of sherpa.yml; nothing is left', async () => {
    const before = leftovers()
    await repository.commit('sound', check('exit 0'))
    await repository.commit('broken', check('echo it broke; exit 1'))
    await repository.commit('limits', { 'sherpa.yml': 'canary: { memory: 64MB, cpus: 0.5 }\n' })
    const { stdout, stderr, exitCode } = await canary('HEAD', '--against', 'HEAD~2', '--json')
    expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 1 })
    expect(JSON.parse(stdout)).toMatchObject({ verdict: 'regression', runs: 6, lastFailure: { suspect: { tail: 'it broke\n' } } })
    expect(await containers()).toBe('')
    expect(leftovers()).toEqual(before)
  }, 60_000)

  test('sound; the image may stand in sherpa.yml', async () => {
    await repository.commit('sound', { ...check('exit 0'), 'sherpa.yml': 'canary: { image: plain:1 }\n' })
    await repository.commit('as well', { 'README.md': 'more' })
    const { stdout, exitCode } = await sherpa(['canary', 'HEAD', '--jobs', '4', '--', 'sh', '-c', TEST], surroundings())
    expect({ stdout, exitCode }).toMatchObject({ stdout: expect.stringMatching(/^✔ sound: neither failed/), exitCode: 0 })
  }, 60_000)

  test('a dependency as a patch: the ref with it beside the ref, and no trace of it in the repository', async () => {
    await repository.commit('sound', check('grep -q 1.0 lock'))
    await repository.commit('lock', { lock: 'dep 1.0\n' })
    await engine.image('plain:1', 'CMD ["sh"]')
    const patch = repository.beside('dep-2.diff')
    await execa('sh', ['-c', `sed -i s/1.0/2.0/ lock && git diff > ${patch} && git checkout -q lock`], { cwd: repository.path })
    const script = 'while read -r _ version; do test "$version" = 1.0; done < lock'
    const args = ['--image', 'plain:1', '--json', '--', 'sh', '-c', script]
    const { stdout, exitCode } = await sherpa(['canary', 'main', '--patch', patch, ...args], surroundings())
    expect({ ...JSON.parse(stdout), exitCode }).toMatchObject({
      ...{ verdict: 'regression', suspect: { subject: 'with dep-2.diff' }, parent: { subject: 'lock' }, exitCode: 1 },
    })
    expect(await repository.git('status', '--porcelain')).toBe('')
    expect(await repository.git('branch', '--all')).toBe('* main')
    const none = await sherpa(['canary', 'HEAD~1', '--patch', patch, ...args], surroundings())
    expect(none).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('[patch-not-applied]') })
  }, 60_000)

  test('inconclusive, exit code 5', async () => {
    await repository.commit('broken', check('exit 1'))
    await repository.commit('still', { 'README.md': 'more' })
    expect(await canary('HEAD', '--max-runs', '4')).toMatchObject({ exitCode: 5 })
  }, 60_000)

  test('bisect the same way', async () => {
    const good = await repository.commit('good', check('exit 0'))
    const bad = await repository.commit('bad', check('exit 1'))
    await repository.commit('later', { 'README.md': 'more' })
    const args = ['--image', 'plain:1', '--json', '--', 'sh', '-c', TEST]
    const { stdout, exitCode } = await sherpa(['bisect', good, 'HEAD', ...args], surroundings())
    expect({ ...JSON.parse(stdout), exitCode }).toMatchObject({ verdict: 'found', firstBad: { commit: bad }, exitCode: 0 })
    expect(await containers()).toBe('')
  }, 60_000)

  test.each(['SIGINT', 'SIGKILL'] as const)(
    'ended by %s, its containers are removed',
    async signal => {
      await repository.commit('good', check('exit 0'))
      await repository.commit('hangs', check('sleep 1000'))
      const before = leftovers()
      const { cwd, env } = surroundings()
      const args = ['canary', 'HEAD', '--jobs', '2', '--image', 'plain:1', '--', 'sh', '-c', 'sleep 1000']
      const running = execa(process.execPath, [CLI, ...args], {
        ...{ cwd, env: { PATH: process.env['PATH'] ?? '', ...env }, extendEnv: false, reject: false },
      })
      while ((await engine.docker('ps', '-q')).split('\n').length < 2) await wait(50)
      running.kill(signal)
      const { exitCode } = await running
      for (let tries = 0; signal === 'SIGKILL' && tries < 100 && (await containers()) !== ''; tries++) await wait(100)
      expect(await containers()).toBe('')
      if (signal === 'SIGINT') expect({ exitCode, left: leftovers() }).toEqual({ exitCode: 130, left: before })
      else
        await execa('rm', [
          '-rf',
          ...leftovers()
            .filter(name => !before.includes(name))
            .map(name => `${tmpdir()}/${name}`),
        ])
    },
    60_000,
  )

  test('what cannot be: an image that is not there, options that make no sense', async () => {
    await repository.commit('good', check('exit 0'))
    await repository.commit('later', { 'README.md': 'more' })
    const gone = await sherpa(['canary', 'HEAD', '--image', 'gone:1', '--', 'true'], surroundings())
    expect(gone).toMatchObject({
      exitCode: 3,
      stderr: '✖ Docker has no image gone:1 here [docker-no-image]\nhint: get it first: docker pull gone:1\n',
    })
    const nothing = await sherpa(['canary', 'HEAD'], surroundings())
    expect(nothing).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('nothing says what to try') })
    const both = await sherpa(['canary', 'HEAD', '--workflow', 'a.yml', '--', 'true'], surroundings())
    expect(both).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('cannot be tried at once') })
    expect(await containers()).toBe('')
  }, 60_000)
})
