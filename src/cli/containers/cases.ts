import { thingOfContainer } from '../../core/containers/container-effect.ts'
import { previousImage } from '../../core/containers/previous-image.ts'
import type { ContainerCase } from '../../core/model/container.ts'
import type { Containers } from '../../core/ports/containers.ts'
import type { Ledger } from '../../core/ports/ledger.ts'
import { findContainers, had } from './find.ts'

const LOOK_BACK_MS = 90 * 86_400_000

export interface CaseQuestion extends Pick<ContainerCase, 'asked'> {
  /** As a person names them. */
  readonly name: string
  /** An image that a person named. */
  readonly to: string | null
  /** Epoch milliseconds. */
  readonly nowMs: number
}

/** The containers that a person names, each with what it could be rolled back to. Throws a SherpaError where that cannot be told. */
export async function containerCases(
  { name, asked, to, nowMs }: CaseQuestion,
  containers: Containers,
  ledger: Ledger | null,
): Promise<readonly ContainerCase[]> {
  const found = await findContainers(name, containers)
  const engine = had(await containers.engine())
  if (asked === 'restart-container') return found.map(container => ({ engine, container, previous: null, present: [], asked }))
  const entries = (await ledger?.entries({ sinceMs: nowMs - LOOK_BACK_MS })) ?? []
  return Promise.all(
    found.map(async container => {
      const thing = thingOfContainer(engine, container.name)
      const previous = had(await previousImage(container, { containers, entries, thing, to }))
      const images = had(await containers.images(repositoryOf(container.imageName)))
      const present = images.filter(({ id }) => id !== container.image).flatMap(({ tags }) => tags)
      return { engine, container, previous, present, asked }
    }),
  )
}

/** `registry.example:5000/web` of `registry.example:5000/web:1.4@sha256:…`. */
const repositoryOf = (imageName: string) => imageName.replace(/@.*$/, '').replace(/:[^/:]*$/, '')
