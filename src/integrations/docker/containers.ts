import type { Container } from '../../core/model/container.ts'
import type { Answer, Deed } from '../../core/ports/answer.ts'
import type { Containers } from '../../core/ports/containers.ts'
import { engineAddress } from './address.ts'
import { createEngine, type Engine } from './engine.ts'
import type { EngineContainer, EngineImage, ListedContainer } from './engine-types.ts'
import { COMING, nameOf, readContainer, readImage, SET_ASIDE } from './read.ts'
import { replaceContainer } from './replace.ts'
import { restartTimeoutMs } from './restart-timeout.ts'

/**
 * The containers of a Docker engine, by its API. Plain HTTP over the socket: no package does this in less code than it would bring along.
 * @param dockerHost the value of DOCKER_HOST; throws a SherpaError where that cannot be used
 */
export function createContainers(dockerHost: string | undefined): Containers {
  const engine = createEngine(engineAddress(dockerHost))
  return {
    engine: () => engineName(engine),
    list: labels => list(engine, labels),
    inspect: name => inspect(engine, name),
    async image(name) {
      const asked = await engine.read<EngineImage>(`/images/${encodeURIComponent(name)}/json`)
      return asked.trouble ? asked : { value: asked.value && readImage(asked.value.body) }
    },
    async images(repository) {
      const filters = encodeURIComponent(JSON.stringify({ reference: [repository] }))
      const asked = await engine.read<readonly EngineImage[]>(`/images/json?filters=${filters}`)
      if (asked.trouble) return asked
      const images = (asked.value?.body ?? []).map(readImage)
      return { value: images.sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1)) }
    },
    restart: id => restart(engine, id),
    recreate: (id, image) => replaceContainer(engine, id, image),
  }
}

async function engineName(engine: Engine): Promise<Answer<string>> {
  const asked = await engine.read<{ readonly Name?: string }>('/info')
  return asked.trouble ? asked : { value: asked.value?.body.Name || 'docker' }
}

async function inspect(engine: Engine, name: string): Promise<Answer<Container | null>> {
  const asked = await engine.read<EngineContainer>(`/containers/${encodeURIComponent(name)}/json`)
  if (asked.trouble) return asked
  if (asked.value) return { value: readContainer(asked.value) }
  const aside = await engine.read<EngineContainer>(`/containers/${encodeURIComponent(`${name}${SET_ASIDE}`)}/json`)
  return aside.trouble ? aside : { value: aside.value && readContainer(aside.value) }
}

async function list(engine: Engine, labels: Readonly<Record<string, string>>): Promise<Answer<readonly Container[]>> {
  const label = Object.entries(labels).map(([key, value]) => `${key}=${value}`)
  const filters = encodeURIComponent(JSON.stringify({ label }))
  const listed = await engine.read<readonly ListedContainer[]>(`/containers/json?all=1&filters=${filters}`)
  if (listed.trouble) return listed
  const found: Container[] = []
  for (const { Id, Names = [] } of listed.value?.body ?? []) {
    if (Names.some(name => name.endsWith(COMING))) continue
    const asked = await engine.read<EngineContainer>(`/containers/${Id}/json`)
    if (asked.trouble) return asked
    if (asked.value) found.push(readContainer(asked.value))
  }
  // One that was set aside counts only where nothing took its place.
  const inPlace = new Set(found.filter(({ isSetAside }) => !isSetAside).map(({ name }) => name))
  return { value: found.filter(({ isSetAside, name }) => !isSetAside || !inPlace.has(name)) }
}

async function restart(engine: Engine, id: string): Promise<Deed<null>> {
  const asked = await engine.read<EngineContainer>(`/containers/${id}/json`)
  if (asked.trouble) return { ...asked, mayHaveHappened: false }
  if (!asked.value) {
    const trouble = { code: 'docker-no-container', kind: 'world', message: `there is no container ${id} on this engine` } as const
    return { trouble, mayHaveHappened: false }
  }
  const container = asked.value.body
  const name = nameOf(container)
  if (name.endsWith(SET_ASIDE)) {
    const path = `/containers/${id}/rename?name=${encodeURIComponent(name.slice(0, -SET_ASIDE.length))}`
    const renamed = await engine.tell({ method: 'POST', path })
    if (renamed.trouble) return renamed
  }
  const done = await engine.tell({ method: 'POST', path: `/containers/${id}/restart`, timeoutMs: restartTimeoutMs(container) })
  return done.trouble ? done : { value: null }
}
