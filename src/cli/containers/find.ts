import type { Container } from '../../core/model/container.ts'
import { SherpaError } from '../../core/model/trouble.ts'
import type { Answer } from '../../core/ports/answer.ts'
import type { Containers } from '../../core/ports/containers.ts'

/** https://docs.docker.com/reference/compose-file/ calls them so on every container that it makes. */
const PROJECT = 'com.docker.compose.project'
const SERVICE = 'com.docker.compose.service'

/**
 * The containers that a person names: one by its name, those of a compose service (`web`, `shop/web`), or those with a label (`tier=backend`).
 * Throws a SherpaError where there are none, or where it is not clear which are meant.
 */
export async function findContainers(name: string, containers: Containers): Promise<readonly Container[]> {
  const label = /^(?<key>[^=]+)=(?<value>.*)$/.exec(name)?.groups
  if (label) return some(had(await containers.list({ [label['key'] ?? '']: label['value'] ?? '' })), `with the label ${name}`)
  const service = /^(?<project>[^/]+)\/(?<service>[^/]+)$/.exec(name)?.groups
  if (service)
    return some(
      had(await containers.list({ [PROJECT]: service['project'] ?? '', [SERVICE]: service['service'] ?? '' })),
      `of the compose service ${name}`,
    )
  const one = had(await containers.inspect(name))
  if (one) return [one]
  const replicas = some(had(await containers.list({ [SERVICE]: name })), `called ${name}, nor a compose service`)
  const projects = [...new Set(replicas.map(({ labels }) => labels[PROJECT] ?? ''))]
  if (projects.length > 1) throw ambiguous(name, projects)
  return replicas
}

function some(found: readonly Container[], what: string): readonly Container[] {
  if (found.length > 0) return found
  throw new SherpaError({
    code: 'no-container',
    kind: 'usage',
    message: `there is no container ${what}`,
    hint: 'see docker ps -a',
  })
}

const ambiguous = (name: string, projects: readonly string[]) =>
  new SherpaError({
    code: 'ambiguous-container',
    kind: 'usage',
    message: `several compose projects have a service ${name}: ${projects.join(', ')}`,
    hint: `name the project, too: ${projects[0]}/${name}`,
  })

/** The answer, or its trouble thrown. */
export function had<T>(answer: Answer<T>): T {
  if (answer.trouble) throw new SherpaError(answer.trouble)
  return answer.value
}
