import type { Trouble } from '../../core/model/trouble.ts'
import type { Deed } from '../../core/ports/answer.ts'
import { type Configuration, configurationOf } from './configuration.ts'
import type { Engine } from './engine.ts'
import type { EngineContainer, EngineImage, ListedContainer } from './engine-types.ts'
import { COMING, nameOf, SET_ASIDE } from './read.ts'
import { restartTimeoutMs } from './restart-timeout.ts'

/**
 * Puts a container from another image in the place of one. The new one is made first, so that what cannot be made costs nothing; then the old
 * one stops, is set aside under another name, and goes only when the new one runs. Whatever fails on the way, the old one is put back.
 */
export async function replaceContainer(engine: Engine, id: string, imageName: string): Promise<Deed<null>> {
  const asked = await gather(engine, id, imageName)
  if ('trouble' in asked) return untouched(asked.trouble)
  const { old, configuration, image } = asked
  const name = nameOf(old)

  const made = await make(engine, `${name}${COMING}`, configuration, image)
  if (made.trouble) return untouched(made.trouble)
  const next = made.value

  const steps: readonly (() => Promise<Deed<unknown>>)[] = [
    () => engine.tell({ method: 'POST', path: `/containers/${id}/stop`, timeoutMs: restartTimeoutMs(old) }),
    () => rename(engine, id, `${name}${SET_ASIDE}`),
    () => rename(engine, next, name),
    () => engine.tell({ method: 'POST', path: `/containers/${next}/start` }),
  ]
  for (const [i, step] of steps.entries()) {
    const done = await step()
    // A stop whose answer got lost may come true at any time.
    if (done.trouble) return putBack(engine, { old, name, next, why: done.trouble, mayStop: i === 0 && done.mayHaveHappened })
  }
  await remove(engine, id)
  return { value: null }
}

interface Gathered {
  readonly old: EngineContainer
  readonly image: string
  readonly configuration: Configuration
}

/** All that must be known before anything is done, or why it cannot be done. */
async function gather(engine: Engine, id: string, imageName: string): Promise<Gathered | { readonly trouble: Trouble }> {
  const container = await engine.read<EngineContainer>(`/containers/${id}/json`)
  if (container.trouble) return container
  if (!container.value) return { trouble: missing('container', id) }
  const old = container.value.body
  const [from, to, all] = await Promise.all([
    engine.read<EngineImage>(`/images/${encodeURIComponent(old.Image)}/json`),
    engine.read<EngineImage>(`/images/${encodeURIComponent(imageName)}/json`),
    engine.read<readonly ListedContainer[]>('/containers/json?all=1'),
  ])
  if (from.trouble) return from
  if (to.trouble) return to
  if (all.trouble) return all
  if (!from.value) return { trouble: missing('image', old.Image) }
  if (!to.value) return { trouble: missing('image', imageName) }
  const obstacle = obstacleTo(old, all.value?.body ?? [])
  if (obstacle) return { trouble: obstacle }
  const { Id, RepoTags } = to.value.body
  const named = RepoTags?.find(tag => !tag.includes('<none>')) ?? Id
  return { old, image: Id, configuration: configurationOf(old, from.value.body, named) }
}

/** What would not survive that a container is replaced. */
function obstacleTo(old: EngineContainer, all: readonly ListedContainer[]): Trouble | null {
  const name = nameOf(old)
  if (name.endsWith(SET_ASIDE))
    return cannot(name, 'an earlier replacement was cut off', `sherpa restart ${name.slice(0, -SET_ASIDE.length)}`)
  if (old.HostConfig.AutoRemove) return cannot(name, 'it goes away when it stops (--rm)', 'start it without --rm')
  const guest = all.find(({ HostConfig }) => HostConfig?.NetworkMode === `container:${old.Id}`)
  if (guest) return cannot(name, `${guest.Names?.[0]?.slice(1)} lives in its network`, 'replace both by hand')
  return null
}

/** Makes the new container, with nothing started: where that fails, nothing has happened. */
async function make(
  engine: Engine,
  name: string,
  { body, furtherNetworks }: Configuration,
  image: string,
): Promise<Deed<string>> {
  const left = await engine.read<EngineContainer>(`/containers/${encodeURIComponent(name)}/json`)
  // One that an earlier replacement made and never started.
  if (left.value?.body.State.Status === 'created') await remove(engine, left.value.body.Id)
  const made = await engine.tell<{ readonly Id: string }>({
    method: 'POST',
    path: `/containers/create?name=${encodeURIComponent(name)}`,
    body,
  })
  if (made.trouble) return made
  const id = made.value.Id
  for (const network of furtherNetworks) {
    const joined = await engine.tell({
      method: 'POST',
      path: `/networks/${encodeURIComponent(network.name)}/connect`,
      body: { Container: id, EndpointConfig: network.endpoint },
    })
    if (joined.trouble) {
      await remove(engine, id)
      return joined
    }
  }
  const seen = await engine.read<EngineContainer>(`/containers/${id}/json`)
  if (seen.value?.body.Image === image) return { value: id }
  await remove(engine, id)
  return untouched(seen.trouble ?? cannot(name, 'another image took the name meanwhile', 'plan again'))
}

interface Halfway {
  readonly old: EngineContainer
  readonly name: string
  readonly next: string
  readonly why: Trouble
  readonly mayStop: boolean
}

/** The old container as it was: its name, and running if it ran. Only if that is sure, nothing has happened. */
async function putBack(engine: Engine, { old, name, next, why, mayStop }: Halfway): Promise<Deed<null>> {
  const removed = await remove(engine, next)
  const seen = await engine.read<EngineContainer>(`/containers/${old.Id}/json`)
  if (removed.trouble || !seen.value) return { trouble: leftHalfway(name, why), mayHaveHappened: true }
  const renamed = nameOf(seen.value.body) === name ? null : await rename(engine, old.Id, name)
  const started = old.State.Running ? await engine.tell({ method: 'POST', path: `/containers/${old.Id}/start` }) : null
  if (renamed?.trouble || started?.trouble || mayStop) return { trouble: leftHalfway(name, why), mayHaveHappened: true }
  return untouched({ ...why, message: `${why.message}; ${name} is as it was` })
}

const rename = (engine: Engine, id: string, name: string) =>
  engine.tell({ method: 'POST', path: `/containers/${id}/rename?name=${encodeURIComponent(name)}` })

/** Volumes stay: the other container has them. One that is not there is removed. */
async function remove(engine: Engine, id: string): Promise<Deed<unknown>> {
  const done = await engine.tell({ method: 'DELETE', path: `/containers/${id}?force=1` })
  return done.trouble?.code === 'docker-not-found' ? { value: null } : done
}

const untouched = (trouble: Trouble) => ({ trouble, mayHaveHappened: false }) as const

const leftHalfway = (name: string, why: Trouble): Trouble => ({
  ...why,
  message: `${why.message}; ${name} may be left halfway`,
  hint: `look at it with docker ps -a, and bring it back with sherpa restart ${name}`,
})

const missing = (what: 'container' | 'image', name: string): Trouble => ({
  code: `docker-no-${what}`,
  kind: 'world',
  message: `there is no ${what} ${name} on this engine`,
})

const cannot = (name: string, why: string, hint: string): Trouble => ({
  code: 'container-not-replaceable',
  kind: 'usage',
  message: `${name} cannot be replaced: ${why}`,
  hint,
})
