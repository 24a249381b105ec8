import type { Container, Image } from '../model/container.ts'
import type { Answer, Deed } from './answer.ts'

/** An engine whose containers can be acted on. Reading calls answer with trouble; nothing throws. */
export interface Containers {
  /** The engine's own name, such as the host's. */
  engine(): Promise<Answer<string>>
  /** Those that have all of these labels, whether they run or not. */
  list(labels: Readonly<Record<string, string>>): Promise<Answer<readonly Container[]>>
  /** By its name or id; null where there is none. */
  inspect(name: string): Promise<Answer<Container | null>>
  /** By a name, a digest or an id; null where it is not present. */
  image(name: string): Promise<Answer<Image | null>>
  /** Those of one repository (`web`, `registry.example/web`), the newest first. */
  images(repository: string): Promise<Answer<readonly Image[]>>
  /** Stops and starts this incarnation of a container, and gives it back its name where that was taken from it. */
  restart(id: string): Promise<Deed<null>>
  /** Puts one of the same name and configuration in the place of this incarnation, made from another image; the old one is back where that fails. */
  recreate(id: string, image: string): Promise<Deed<null>>
}
