import { describe, expect, test } from 'vitest'
import type { Container } from '../model/container.ts'
import { line } from '../policy/line.fixture.ts'
import { ailment, conditionOf, isLooping } from './condition.ts'
import { provenImages } from './known-good.ts'
import { mayBeTreated } from './permission.ts'
import { previousImage } from './previous-image.ts'

const container = (given: Partial<Container> = {}): Container => ({
  id: 'a'.repeat(64),
  name: 'web',
  image: 'sha256:now',
  imageName: 'web:2',
  labels: {},
  status: 'running',
  health: null,
  exitCode: null,
  startedAt: '2026-01-05T00:00:00Z',
  uptimeMs: 60_000,
  restarts: 0,
  isSetAside: false,
  ...given,
})

describe('who may be touched', () => {
  test.each([
    ['true', true, true],
    ['restart', true, false],
    ['roll-back', false, true],
    ['restart, roll-back', true, true],
    ['Restart', true, false],
    ['false', false, false],
    ['', false, false],
    ['restarts', false, false],
  ])('sherpa.heal=%s', (value, restart, rollBack) => {
    const labelled = container({ labels: { 'sherpa.heal': value } })
    expect([mayBeTreated(labelled, 'restart'), mayBeTreated(labelled, 'roll-back')]).toEqual([restart, rollBack])
  })

  test('without the label, nobody', () => {
    expect(mayBeTreated(container({ labels: { 'sherpa.healing': 'true' } }), 'restart')).toBe(false)
  })
})

test.each<[Partial<Container>, string, string | null]>([
  [{ health: 'healthy' }, 'healed', null],
  [{ health: 'starting' }, 'pending', null],
  [{ health: 'unhealthy' }, 'not-healed', 'its health check fails'],
  [{ uptimeMs: 9_999 }, 'pending', null],
  [{ uptimeMs: 10_000 }, 'healed', null],
  [{ uptimeMs: null }, 'pending', null],
  [{ restarts: 1, uptimeMs: 60_000 }, 'not-healed', null],
  [{ status: 'restarting', exitCode: 7 }, 'not-healed', 'the engine starts it over and over'],
  [{ status: 'exited', exitCode: 137, health: 'unhealthy' }, 'not-healed', 'it ended with exit code 137'],
  [{ status: 'exited', exitCode: 0 }, 'not-healed', null],
  [{ status: 'paused', health: 'healthy' }, 'not-healed', null],
  [{ status: 'dead' }, 'not-healed', 'it is dead'],
])('%j is %s', (given, state, wrong) => {
  expect(conditionOf(container(given)).state).toBe(state)
  expect(ailment(container(given))).toBe(wrong)
})

test.each<[Partial<Container>, boolean]>([
  [{ status: 'restarting' }, true],
  [{ restarts: 3, uptimeMs: 1_000 }, true],
  [{ restarts: 3, uptimeMs: 3_600_000 }, false],
  [{ restarts: 2, uptimeMs: 1_000 }, false],
])('%j starts over and over: %s', (given, isOne) => {
  expect(isLooping(container(given))).toBe(isOne)
})

describe('what is known to be good', () => {
  const seen = (event: 'healed' | 'not-healed' | 'done', image: string, minutesAgo: number, thing = 'container:vm/web') =>
    line(event, `${image} ${minutesAgo}`, minutesAgo, { effect: { kind: 'container', id: image }, target: { thing } })

  test('the newest image on which it was well, and not ill since', () => {
    const lines = [
      seen('healed', 'sha256:1', 90),
      seen('healed', 'sha256:2', 80),
      seen('healed', 'sha256:3', 70),
      seen('not-healed', 'sha256:2', 60),
      seen('done', 'sha256:4', 50),
      seen('healed', 'sha256:5', 40, 'container:other/web'),
      seen('healed', 'sha256:now', 30),
    ]
    expect(provenImages(lines, 'container:vm/web', 'sha256:now').map(({ image }) => image)).toEqual(['sha256:3', 'sha256:1'])
  })

  const present = (...names: readonly string[]) => ({
    image: async (name: string) => ({
      value: names.includes(name)
        ? { id: name.startsWith('sha256:') ? name : `sha256:of-${name}`, tags: [], digests: [], createdAt: '' }
        : null,
    }),
  })
  const ask = (labels: Container['labels'], names: readonly string[], to: string | null = null) =>
    previousImage(container({ labels }), {
      containers: present(...names),
      entries: [seen('healed', 'sha256:1', 90)],
      thing: 'container:vm/web',
      to,
    })

  test('named by a person, by the label, by the ledger; else nothing', async () => {
    const label = { 'sherpa.previous-image': 'web:1' }
    expect((await ask(label, ['web:0', 'web:1', 'sha256:1'], 'web:0')).value?.image.id).toBe('sha256:of-web:0')
    expect((await ask(label, ['web:1', 'sha256:1'])).value?.image.id).toBe('sha256:of-web:1')
    expect((await ask(label, ['sha256:1'])).value?.image.id).toBe('sha256:1')
    expect(await ask(label, ['web:0'])).toEqual({ value: null })
    expect((await ask(label, [], 'web:0')).trouble?.code).toBe('image-absent')
  })
})
