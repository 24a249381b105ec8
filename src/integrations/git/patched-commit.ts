import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { SherpaError } from '../../core/model/trouble.ts'
import { runGit } from './run-git.ts'

/** Nobody in particular, at no time in particular, so that the same patch makes the same commit. */
const IDENTITY = {
  GIT_AUTHOR_NAME: 'sherpa',
  GIT_AUTHOR_EMAIL: 'sherpa@localhost',
  GIT_AUTHOR_DATE: '2000-01-01T00:00:00Z',
  GIT_COMMITTER_NAME: 'sherpa',
  GIT_COMMITTER_EMAIL: 'sherpa@localhost',
  GIT_COMMITTER_DATE: '2000-01-01T00:00:00Z',
}

/**
 * A commit with a patch (as `git diff` prints it) upon another one: no branch, no file and no index of the repository is touched.
 * Throws a SherpaError where the patch does not apply.
 */
export async function commitPatched(directory: string, commit: string, patch: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'sherpa-patch-'))
  const variables = { ...IDENTITY, GIT_INDEX_FILE: join(folder, 'index') }
  try {
    const top = await runGit(directory, ['rev-parse', '--show-toplevel'])
    await runGit(top, ['read-tree', commit], variables)
    await runGit(top, ['apply', '--cached', '--whitespace=nowarn', '--', resolve(directory, patch)], variables).catch(
      (cause: unknown) => {
        throw notApplied(patch, commit, cause)
      },
    )
    const tree = await runGit(top, ['write-tree'], variables)
    return await runGit(top, ['commit-tree', '-p', commit, '-m', `with ${basename(patch)}`, tree], variables)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const notApplied = (patch: string, commit: string, cause: unknown) =>
  new SherpaError(
    {
      code: 'patch-not-applied',
      kind: 'usage',
      message: `${patch} does not apply to ${commit.slice(0, 12)}: ${cause instanceof Error ? cause.message : String(cause)}`,
      hint: 'make it with git diff from that commit',
    },
    { cause },
  )
