import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { createContainers } from '../../src/integrations/docker/containers.ts'
import { memoryLedger } from '../fakes/memory-ledger.ts'
import { type DockerEngine, findDocker, startDocker } from './docker.ts'
import { carryOut, follow, type Healer, heal, planFor } from './heal-container.ts'

const dockerd = findDocker()
const HEALTH = 'HEALTHCHECK --interval=200ms --timeout=1s --retries=2 CMD wget -q -O /dev/null http://127.0.0.1:8080/'
/** One that answers, and one that listens elsewhere, so that its health check fails. */
const GOOD = ['CMD ["httpd","-f","-p","8080","-h","/www"]', HEALTH]
const BAD = ['CMD ["httpd","-f","-p","9999","-h","/www"]', HEALTH]

describe.skipIf(!dockerd)('containers of a real Docker engine (needs root, dockerd and busybox)', () => {
  let engine: DockerEngine
  let healer: Healer
  let ledger: ReturnType<typeof memoryLedger>

  beforeAll(async () => {
    engine = await startDocker(dockerd ?? '')
    await engine.image('web:1', ...GOOD)
    await engine.image('web:2', ...BAD)
  }, 60_000)
  afterAll(() => engine?.[Symbol.asyncDispose](), 60_000)

  afterEach(async () => {
    const left = await engine.docker('ps', '-aq')
    if (left) await engine.docker('rm', '-f', ...left.split('\n'))
  })

  const run = (name: string, image: string, ...flags: readonly string[]) =>
    engine.docker('run', '-d', '--name', name, '--network', 'none', '--stop-signal', 'KILL', ...flags, image)

  const inspect = async (name: string) => {
    const { value } = await createContainers(engine.host).inspect(name)
    if (!value) throw new Error(`there is no container ${name}`)
    return value
  }

  const until = async (name: string, health: string) => {
    for (let tries = 0; (await inspect(name)).health !== health; tries++) {
      if (tries > 100) throw new Error(`${name} did not become ${health}`)
      await wait(100)
    }
  }

  /** Its process stops where it stands, as one in a deadlock does. */
  const hang = async (name: string) => {
    const pid = Number(await engine.docker('inspect', '--format', '{{.State.Pid}}', name))
    process.kill(pid, 'SIGSTOP')
    await until(name, 'unhealthy')
  }

  const fresh = () => {
    ledger = memoryLedger()
    healer = { containers: createContainers(engine.host), ledger, now: () => Date.now() }
  }
  const events = () => ledger.lines.map(({ event }) => event)

  test('a restart heals a container that hangs', async () => {
    fresh()
    await run('web', 'web:1', '--label', 'sherpa.heal=restart')
    await until('web', 'healthy')
    await hang('web')
    const { startedAt } = await inspect('web')
    expect(await heal({ name: 'web', remedy: 'restart-container' }, healer)).toMatchObject({
      event: 'done',
      state: 'healed',
      detail: 'its health check passes',
    })
    expect((await inspect('web')).startedAt).not.toBe(startedAt)
    expect(events()).toEqual(['started', 'done', 'healed'])
  })

  test('without a health check, it has to run for a while', async () => {
    fresh()
    await engine.image('job:1', 'CMD ["sleep","1000"]')
    await run('job', 'job:1', '--label', 'sherpa.heal=true', '--init')
    expect(await heal({ name: 'job', remedy: 'restart-container' }, healer)).toMatchObject({ state: 'healed' })
  })

  test('one without the label is never touched', async () => {
    fresh()
    await run('web', 'web:1', '--label', 'sherpa.heal=roll-back')
    const { startedAt } = await inspect('web')
    const planned = await planFor({ name: 'web', remedy: 'restart-container' }, healer)
    expect(planned.action).toMatchObject({ verdict: 'deny', reasons: [{ code: 'not-labelled' }] })
    // Nor where somebody carries it out all the same, or a plan allowed it.
    expect(await carryOut(planned, healer)).toMatchObject({ event: 'withheld' })
    const action = { ...planned.execution.action, verdict: 'allow' as const }
    const allowed = { ...planned, execution: { ...planned.execution, action, by: 'sherpa' } }
    expect(await carryOut(allowed, healer)).toMatchObject({ event: 'failed' })
    expect((await inspect('web')).startedAt).toBe(startedAt)
  })

  test('one that the engine starts over and over is not restarted once more', async () => {
    fresh()
    await engine.image('fails:1', 'CMD ["sh","-c","exit 7"]')
    await run('fails', 'fails:1', '--label', 'sherpa.heal=true', '--restart', 'always')
    while ((await inspect('fails')).restarts < 3) await wait(200)
    const planned = await planFor({ name: 'fails', remedy: 'restart-container' }, healer)
    expect(planned.action).toMatchObject({ verdict: 'deny', reasons: [{ code: 'restart-loop' }] })
  })

  test('what a restart does not heal, a roll-back to the image that was healthy before does; undone, the newer one is back', async () => {
    fresh()
    await run('web', 'web:1', '--label', 'sherpa.heal=true')
    expect(await heal({ name: 'web', remedy: 'restart-container' }, healer)).toMatchObject({ state: 'healed' })
    await engine.docker('rm', '-f', 'web')
    await run('web', 'web:2', '--label', 'sherpa.heal=true')
    const newer = await inspect('web')
    expect(await heal({ name: 'web', remedy: 'restart-container' }, healer)).toMatchObject({
      event: 'done',
      state: 'not-healed',
      detail: 'its health check fails',
    })

    const planned = await planFor({ name: 'web', remedy: 'roll-back-container' }, healer)
    const done = await carryOut(planned, healer)
    expect(done).toMatchObject({ event: 'done', effect: { before: newer.image } })
    expect(await follow(planned, done, healer)).toMatchObject({ state: 'healed' })
    expect(await inspect('web')).toMatchObject({ imageName: 'web:1', health: 'healthy', isSetAside: false })
    expect(await engine.docker('ps', '-a', '--format', '{{.Names}}')).toBe('web')

    const { remedy, subject } = planned.execution
    if (!done.effect || !remedy.undo) throw new Error('it cannot be undone')
    expect(await remedy.undo(subject, done.effect, healer)).toEqual({ value: null })
    expect(await inspect('web')).toMatchObject({ image: newer.image, imageName: 'web:2', status: 'running' })
    expect(await remedy.undo(subject, done.effect, healer)).toEqual({ value: null })
  })

  test('without a version known to be good, nothing is rolled back', async () => {
    fresh()
    await run('web', 'web:2', '--label', 'sherpa.heal=true')
    const planned = await planFor({ name: 'web', remedy: 'roll-back-container' }, healer)
    expect(planned.action).toMatchObject({ verdict: 'deny', reasons: [{ code: 'no-known-good' }] })
  })

  test('its label may say what ran before', async () => {
    fresh()
    await run('web', 'web:2', '--label', 'sherpa.heal=true', '--label', 'sherpa.previous-image=web:1')
    expect(await heal({ name: 'web', remedy: 'roll-back-container' }, healer)).toMatchObject({ state: 'healed' })
  })

  test('an image that cannot be started leaves the container as it was', async () => {
    fresh()
    await engine.image('web:broken', 'CMD ["/bin/not-there"]')
    await run('web', 'web:1', '--label', 'sherpa.heal=true')
    const before = await inspect('web')
    const done = await heal({ name: 'web', remedy: 'roll-back-container', to: 'web:broken' }, healer)
    expect(done).toMatchObject({ event: 'failed', detail: expect.stringContaining('web is as it was') })
    expect(await inspect('web')).toMatchObject({ id: before.id, status: 'running', isSetAside: false })
    expect(await engine.docker('ps', '-a', '--format', '{{.Names}}')).toBe('web')
  })

  test('no more than three restarts an hour', async () => {
    fresh()
    await run('web', 'web:1', '--label', 'sherpa.heal=true')
    let nowMs = Date.now()
    healer = { ...healer, now: () => nowMs }
    const ends = []
    for (let i = 0; i < 4; i++) {
      nowMs += 11 * 60_000
      ends.push(await carryOut(await planFor({ name: 'web', remedy: 'restart-container' }, healer), healer))
    }
    expect(ends.map(({ event }) => event)).toEqual(['done', 'done', 'done', 'withheld'])
    expect(ledger.lines.at(-1)?.reasons).toMatchObject([{ code: 'budget-restarts' }])
    nowMs += 61 * 60_000
    const later = await planFor({ name: 'web', remedy: 'restart-container' }, healer)
    expect(await carryOut(later, healer)).toMatchObject({ event: 'done' })
  })

  test('of many at once, one acts', async () => {
    fresh()
    await run('web', 'web:1', '--label', 'sherpa.heal=true')
    await until('web', 'healthy')
    const plans = await Promise.all(
      Array.from({ length: 20 }, () => planFor({ name: 'web', remedy: 'restart-container' }, healer)),
    )
    const ends = await Promise.all(plans.map(planned => carryOut(planned, healer)))
    expect(ends.filter(({ event }) => event === 'done')).toHaveLength(1)
    expect(ends.filter(({ event }) => event === 'withheld')).toHaveLength(19)
    const now = (Date.now() / 1000).toFixed(3)
    const starts = await engine.docker(
      'events',
      '--since',
      '30s',
      '--until',
      now,
      '--filter',
      'event=restart',
      '--format',
      '{{.ID}}',
    )
    const { id } = await inspect('web')
    expect(starts.split('\n').filter(line => line === id)).toHaveLength(1)
  })

  test('a restart whose answer was lost is found, and not done again', async () => {
    fresh()
    await run('web', 'web:1', '--label', 'sherpa.heal=true')
    const { containers } = healer
    const losing = {
      ...containers,
      restart: async (id: string) => {
        await containers.restart(id)
        return { trouble: { code: 'docker-cut-off', kind: 'world', message: 'cut off' }, mayHaveHappened: true } as const
      },
    }
    const planned = await planFor({ name: 'web', remedy: 'restart-container' }, healer)
    expect(await carryOut(planned, { ...healer, containers: losing })).toMatchObject({
      event: 'done',
      detail: 'cut off, and it worked all the same',
    })
    expect(await carryOut(planned, healer)).toMatchObject({ event: 'withheld' })
    // With the ledger lost, the container itself tells.
    expect(await carryOut(planned, { ...healer, ledger: memoryLedger() })).toMatchObject({ event: 'withheld' })
  })

  test('an engine that dies in the middle: nobody knows, and it is not done again', async () => {
    fresh()
    await engine.image('slow:1', `CMD ["sh","-c","trap 'sleep 3; exit 0' TERM; while :; do sleep 0.1; done"]`)
    await run('slow', 'slow:1', '--label', 'sherpa.heal=true', '--stop-signal', 'TERM', '--stop-timeout', '20')
    const planned = await planFor({ name: 'slow', remedy: 'restart-container' }, healer)
    const going = carryOut(planned, healer)
    await wait(700)
    await engine.kill()
    expect(await going).toMatchObject({ event: 'unclear', effect: null })
    await engine.start()
    expect(await carryOut(planned, healer)).toMatchObject({ event: 'withheld' })
    expect(events()).toEqual(['started', 'unclear', 'withheld'])
  })

  test('an engine that dies while a container is replaced: nobody knows; started again, it can be replaced after all', async () => {
    fresh()
    await engine.image('slow:1', `CMD ["sh","-c","trap 'sleep 3; exit 0' TERM; while :; do sleep 0.1; done"]`)
    await run('slow', 'slow:1', '--label', 'sherpa.heal=true', '--stop-signal', 'TERM', '--stop-timeout', '20')
    const planned = await planFor({ name: 'slow', remedy: 'roll-back-container', to: 'web:1' }, healer)
    const going = carryOut(planned, healer)
    await wait(1000)
    await engine.kill()
    expect(await going).toMatchObject({ event: 'unclear', detail: expect.stringContaining('slow may be left halfway') })
    await engine.start()
    expect(await carryOut(planned, healer)).toMatchObject({ event: 'withheld' })
    await engine.docker('start', 'slow')
    expect(await heal({ name: 'slow', remedy: 'roll-back-container', to: 'web:1' }, healer)).toMatchObject({ event: 'withheld' })
    // As long as the lost call may still arrive, nobody else touches it.
    healer = { ...healer, now: () => Date.now() + 11 * 60_000 }
    expect(await heal({ name: 'slow', remedy: 'roll-back-container', to: 'web:1' }, healer)).toMatchObject({ state: 'healed' })
    expect(await engine.docker('ps', '-a', '--format', '{{.Names}}')).toBe('slow')
  })

  test('an engine that is away: surely nothing happened', async () => {
    const containers = createContainers('unix:///var/run/no-such.sock')
    expect(await containers.restart('a'.repeat(64))).toMatchObject({
      mayHaveHappened: false,
      trouble: {
        code: 'docker-unreachable',
        kind: 'world',
        message: 'Docker cannot be reached at unix:///var/run/no-such.sock: ENOENT',
      },
    })
  })

  test('a replacement that was cut off: its container is found under its name, and a restart brings it back', async () => {
    fresh()
    await run('web', 'web:1', '--label', 'sherpa.heal=true')
    await engine.docker('stop', 'web')
    await engine.docker('rename', 'web', 'web.sherpa-before')
    expect(await inspect('web')).toMatchObject({ name: 'web', isSetAside: true })
    expect(await heal({ name: 'web', remedy: 'restart-container' }, healer)).toMatchObject({ state: 'healed' })
    expect(await engine.docker('ps', '--format', '{{.Names}}')).toBe('web')
  })
})
