import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runGit } from './run-git.ts'
import type { Worktree } from './worktree.ts'

/**
 * A commit checked out in a temporary folder as a repository of its own, without a past: what writes there cannot touch the repository that it
 * came from, nor see its configuration.
 */
export async function openClone(directory: string, commit: string): Promise<Worktree> {
  const folder = await mkdtemp(join(tmpdir(), 'sherpa-trial-'))
  const [path, home] = [join(folder, 'tree'), join(folder, 'home')]
  const close = () => rm(folder, { recursive: true, force: true, maxRetries: 3 })
  try {
    await Promise.all([mkdir(path), mkdir(home)])
    const origin = await runGit(directory, ['rev-parse', '--path-format=absolute', '--git-common-dir'])
    await runGit(path, ['init', '--quiet'])
    await runGit(path, ['fetch', '--quiet', '--depth=1', '--no-tags', `file://${origin}`, commit])
    await runGit(path, ['checkout', '--quiet', '--detach', commit])
    await rm(join(path, '.git/FETCH_HEAD'), { force: true })
    return { path, home, close }
  } catch (error) {
    await close()
    throw error
  }
}
