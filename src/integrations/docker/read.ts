import type { Container, Image } from '../../core/model/container.ts'
import type { Seen } from './engine.ts'
import type { EngineContainer, EngineImage } from './engine-types.ts'

/** While a container is replaced, it is called so, and so is the one that takes its place. */
export const SET_ASIDE = '.sherpa-before'
export const COMING = '.sherpa-next'

const STATUSES = ['created', 'running', 'paused', 'restarting', 'removing', 'exited', 'dead'] as const
const HEALTHS = ['starting', 'healthy', 'unhealthy'] as const

/** What the engine tells of a container. */
export function readContainer({ body, atMs }: Seen<EngineContainer>): Container {
  const { Id, Image, Config, State, RestartCount = 0 } = body
  const name = nameOf(body)
  const startedMs = Date.parse(State.StartedAt ?? '')
  const isRunning = State.Status === 'running'
  return {
    id: Id,
    name: name.endsWith(SET_ASIDE) ? name.slice(0, -SET_ASIDE.length) : name,
    image: Image,
    imageName: Config.Image,
    labels: Config.Labels ?? {},
    status: STATUSES.find(status => status === State.Status) ?? 'dead',
    health: HEALTHS.find(health => health === State.Health?.Status) ?? null,
    exitCode: isRunning ? null : (State.ExitCode ?? null),
    // What never ran started in the year 1.
    startedAt: startedMs > 0 ? (State.StartedAt ?? null) : null,
    uptimeMs: isRunning && atMs !== null ? Math.max(0, atMs - startedMs) : null,
    restarts: RestartCount,
    isSetAside: name.endsWith(SET_ASIDE),
  }
}

export const nameOf = ({ Name }: Pick<EngineContainer, 'Name'>): string => Name.replace(/^\//, '')

/** What the engine tells of an image, by itself or in a list. */
export const readImage = ({ Id, RepoTags, RepoDigests, Created = 0 }: EngineImage): Image => ({
  id: Id,
  tags: (RepoTags ?? []).filter(isNamed),
  digests: (RepoDigests ?? []).filter(isNamed),
  createdAt: typeof Created === 'number' ? new Date(Created * 1000).toISOString() : Created,
})

const isNamed = (name: string) => !name.includes('<none>')
