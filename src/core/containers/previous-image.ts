import type { Container, KnownImage } from '../model/container.ts'
import type { LedgerEntry } from '../model/ledger.ts'
import type { Answer } from '../ports/answer.ts'
import type { Containers } from '../ports/containers.ts'
import { provenImages } from './known-good.ts'

/** The label by which a deployment says which image ran before it. */
const PREVIOUS_LABEL = 'sherpa.previous-image'

/** Who may know of an image on which a container ran well. */
export interface Sources {
  readonly containers: Pick<Containers, 'image'>
  readonly entries: readonly LedgerEntry[]
  /** As the ledger names the container. */
  readonly thing: string
  /** An image that a person named; null: none. */
  readonly to: string | null
}

/**
 * What a container can be rolled back to: the image that a person names, else the one that its label names, else the newest one on which the
 * ledger saw it well. Null where none of those is present: an image that merely is older may be worse.
 */
export async function previousImage(container: Container, sources: Sources): Promise<Answer<KnownImage | null>> {
  const { containers, to } = sources
  if (to !== null) {
    const asked = await containers.image(to)
    if (asked.trouble) return asked
    return asked.value ? { value: { image: asked.value, because: 'it was named' } } : { trouble: absent(to) }
  }
  for (const { name, because } of candidates(container, sources)) {
    const asked = await containers.image(name)
    if (asked.trouble) return asked
    if (asked.value && asked.value.id !== container.image) return { value: { image: asked.value, because } }
  }
  return { value: null }
}

function candidates(container: Container, { entries, thing }: Sources) {
  const named = container.labels[PREVIOUS_LABEL]
  return [
    ...(named ? [{ name: named, because: `the label ${PREVIOUS_LABEL} names it` }] : []),
    ...provenImages(entries, thing, container.image).map(({ image, atMs }) => ({
      name: image,
      because: `${container.name} was well on it at ${new Date(atMs).toISOString().slice(0, 16).replace('T', ' ')} UTC`,
    })),
  ]
}

const absent = (name: string) =>
  ({
    code: 'image-absent',
    kind: 'usage',
    message: `the image ${name} is not present on this engine`,
    hint: 'pull it first, or name one that docker images lists',
  }) as const
