import type { Answer, Deed } from './answer.ts'

/** Where a CI keeps caches between runs. */
export interface CacheControl {
  /** Those of exactly this key, on any branch. */
  caches(repository: string, key: string): Promise<Answer<readonly Cache[]>>
  remove(repository: string, id: number): Promise<Deed<null>>
}

export interface Cache {
  readonly id: number
  readonly key: string
  /** `refs/heads/main` */
  readonly ref: string
}
