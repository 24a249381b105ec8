import type { Answer, Deed } from './answer.ts'

/** A repository on a host in which branches can be made. Nothing throws. */
export interface BranchControl {
  /** Those whose names begin so. */
  branches(repository: string, beginning: string): Promise<Answer<readonly Branch[]>>
  /** Trouble `branch-exists` where there is one of that name. */
  create(repository: string, branch: Branch): Promise<Deed<null>>
  /** One that is gone already counts as removed. */
  remove(repository: string, name: string): Promise<Deed<null>>
  /**
   * Whether a commit is one of the repository itself, and not only of a fork: at the end of one of its branches, in its default branch, or
   * among those that another commit of it builds on.
   */
  isOwn(repository: string, commit: string, newer: string): Promise<Answer<boolean>>
}

export interface Branch {
  readonly name: string
  readonly commit: string
}
