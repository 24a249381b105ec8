import type { Answer } from './answer.ts'

/** Who the credentials at hand belong to, and what they may do, as the host of a repository knows it. Nothing throws. */
export interface People {
  /** The login of a person; trouble where the credentials are those of a program. */
  whoAmI(): Promise<Answer<string>>
  permission(login: string): Promise<Answer<Permission>>
}

/** What somebody may do in a repository. */
export type Permission = 'admin' | 'write' | 'read' | 'none'
