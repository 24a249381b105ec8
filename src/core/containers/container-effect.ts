import type { Container } from '../model/container.ts'
import type { Effect } from '../model/ledger.ts'
import type { Params } from '../model/plan.ts'
import type { Trouble } from '../model/trouble.ts'
import type { ParamSpec, Subject, Verified, World } from '../plan/remedy.ts'
import type { Answer } from '../ports/answer.ts'
import type { Containers } from '../ports/containers.ts'
import { conditionOf } from './condition.ts'
import { mayBeTreated, notLabelled, type Treatment } from './permission.ts'

/** What restarting a container and rolling it back have in common: they are bound to one incarnation of it, whose labels cannot change. */

/** Names and ids as engines give them: https://docs.docker.com/reference/api/engine/ */
export const CONTAINER_PARAMS = {
  engine: { kind: 'text', longest: 255 },
  container: { kind: 'text', longest: 255, pattern: /^[a-zA-Z0-9][a-zA-Z0-9_.-]*$/ },
  instance: { kind: 'text', longest: 64, pattern: /^[0-9a-f]{64}$/ },
  /** When the engine started it last: an action is bound to one start, and may be planned anew after another. */
  started: { kind: 'text', longest: 40 },
} as const satisfies Readonly<Record<string, ParamSpec>>

/** Health checks take seconds; who is not well after minutes is not well. */
export const CONTAINER_PACE = { everyMs: 1000, forMs: 5 * 60_000 } as const

export const IMAGE_ID = /^sha256:[0-9a-f]{64}$/

export const thingOfContainer = (engine: string, container: string): string => `container:${engine}/${container}`

export const thingOf = (_target: unknown, { engine, container }: Params): string =>
  thingOfContainer(String(engine), String(container))

/** The effect on a container is the image on which it runs since. */
export const effectOn = (image: string, before?: string): Effect => ({
  kind: 'container',
  id: image,
  ...(before !== undefined && { before }),
})

/** The container of that name as it is now. */
export async function look({ params }: Pick<Subject, 'params'>, { containers }: World): Promise<Answer<Container>> {
  if (!containers) return NOT_CONNECTED
  const asked = await containers.inspect(String(params['container']))
  if (asked.trouble) return asked
  return asked.value ? { value: asked.value } : { trouble: gone(params) }
}

/** The engine and the container, where that is still the incarnation that was planned for and its label lets it be treated so. */
export async function approach(
  subject: Pick<Subject, 'params'>,
  world: World,
  treatment: Treatment,
): Promise<Answer<{ readonly containers: Containers; readonly container: Container }>> {
  const seen = await look(subject, world)
  if (seen.trouble) return seen
  const container = seen.value
  if (!world.containers) return NOT_CONNECTED
  if (container.id !== subject.params['instance']) return { trouble: madeAnew(subject.params) }
  if (!mayBeTreated(container, treatment)) return { trouble: notLabelled(container, treatment) }
  return { value: { containers: world.containers, container } }
}

/** Well again only if its own health check says so, or if it keeps running where it has none. */
export async function verifyContainer(subject: Subject, { id }: Effect, world: World): Promise<Answer<Verified>> {
  const seen = await look(subject, world)
  if (seen.trouble) return seen.trouble.code === GONE ? { value: { state: 'not-healed', detail: seen.trouble.message } } : seen
  const container = seen.value
  if (container.isSetAside) return { value: { state: 'not-healed', detail: 'it was set aside, and nothing took its place' } }
  if (container.image !== id) return { value: { state: 'not-healed', detail: 'it runs from another image by now' } }
  return { value: conditionOf(container) }
}

const GONE = 'container-gone'

const gone = ({ container }: Params): Trouble => ({
  code: GONE,
  kind: 'world',
  message: `there is no container ${container}`,
})

/** Somebody replaced it since: what was planned is not about this one. */
export const madeAnew = ({ container }: Params): Trouble => ({
  code: 'container-changed',
  kind: 'world',
  message: `the container ${container} was made anew since this was planned`,
  hint: 'plan again',
})

const NOT_CONNECTED = {
  trouble: {
    code: 'containers-not-connected',
    kind: 'usage',
    message: 'containers cannot be acted on: no engine is connected',
    hint: 'name the container with --container',
  },
} as const
