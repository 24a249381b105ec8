import type { Answer, Deed } from './answer.ts'

/** Lists that a person keeps beside sherpa.yml. Paths start at its folder and do not lead out of it; nothing throws. */
export interface ListFiles {
  /** Null where there is no such file yet. */
  read(path: string): Promise<Answer<string | null>>
  /** Writes all of it or nothing. */
  write(path: string, text: string): Promise<Deed<null>>
}
