import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runGit } from './run-git.ts'

/** A commit checked out in a temporary folder, with an empty folder beside it. */
export interface Worktree {
  readonly path: string
  readonly home: string
  /** Removes both. */
  close(): Promise<void>
}

/** https://git-scm.com/docs/git-worktree */
export async function openWorktree(directory: string, commit: string): Promise<Worktree> {
  const folder = await mkdtemp(join(tmpdir(), 'sherpa-trial-'))
  const [path, home] = [join(folder, 'tree'), join(folder, 'home')]
  const close = async () => {
    await runGit(directory, ['worktree', 'remove', '--force', '--force', path]).catch(() => {})
    await rm(folder, { recursive: true, force: true, maxRetries: 3 })
    await runGit(directory, ['worktree', 'prune']).catch(() => {})
  }
  try {
    await mkdir(home)
    await runGit(directory, ['worktree', 'add', '--detach', '--force', path, commit])
    return { path, home, close }
  } catch (error) {
    await close()
    throw error
  }
}
