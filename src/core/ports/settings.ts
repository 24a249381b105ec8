import type { Answer } from './answer.ts'

/** What the owners of a repository set. Nothing throws. */
export interface RepositorySettings {
  /** The value of a variable of the repository; null where it is not set. */
  variable(name: string): Promise<Answer<string | null>>
}
