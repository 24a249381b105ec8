import type { CommitFacts } from '../../core/model/trial.ts'
import { SherpaError } from '../../core/model/trouble.ts'
import type { Commits } from '../../core/ports/commits.ts'
import { runGit } from './run-git.ts'

const FORMAT = '--format=%H%x09%s'

/** The commits of the repository that a folder stands in. */
export const createCommits = (directory: string): Commits => ({
  async find(ref) {
    const hash = await runGit(directory, ['rev-parse', '--verify', '--end-of-options', `${ref}^{commit}`]).catch(
      async (cause: unknown) => {
        if (!(await isRepository(directory))) throw noRepository(cause)
        throw new SherpaError(
          {
            code: 'commit-unknown',
            kind: 'usage',
            message: `git knows no commit ${JSON.stringify(ref)} here`,
            hint: 'fetch it, or name another',
          },
          { cause },
        )
      },
    )
    return commitFacts(await runGit(directory, ['log', '-1', FORMAT, hash, '--']))
  },
  async between(good, bad) {
    const isBefore = await runGit(directory, ['merge-base', '--is-ancestor', good, bad]).then(
      () => true,
      () => false,
    )
    if (!isBefore) throw notBefore(good, bad)
    const lines = await runGit(directory, ['log', '--first-parent', '--reverse', FORMAT, `${good}..${bad}`, '--'])
    return lines.split('\n').filter(Boolean).map(commitFacts)
  },
})

const isRepository = (directory: string): Promise<boolean> =>
  runGit(directory, ['rev-parse', '--git-dir']).then(
    () => true,
    () => false,
  )

const noRepository = (cause: unknown) =>
  new SherpaError(
    {
      code: 'commit-unknown',
      kind: 'usage',
      message: 'git can use no repository here',
      hint: 'change to a clone of the repository; git status says what is wrong with this one',
    },
    { cause },
  )

function commitFacts(line: string): CommitFacts {
  const end = line.indexOf('\t')
  return { commit: line.slice(0, end), subject: line.slice(end + 1) }
}

const notBefore = (good: string, bad: string) =>
  new SherpaError({
    code: 'commits-apart',
    kind: 'usage',
    message: `${good.slice(0, 12)} is no ancestor of ${bad.slice(0, 12)}`,
    hint: 'name the good commit first, and one that the bad one builds upon',
  })
