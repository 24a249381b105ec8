import { mkdirSync } from 'node:fs'
import { execa } from 'execa'
import { tempFolder } from './temp-folder.ts'

/** A repository in a temporary folder; each commit writes files. */
export async function gitRepository() {
  const folder = tempFolder()
  const path = `${folder.path}/repository`
  mkdirSync(path)
  const git = async (...args: readonly string[]) =>
    (await execa('git', args, { cwd: path, env: IDENTITY, stdin: 'ignore' })).stdout
  await git('init', '--quiet', '--initial-branch=main')
  return {
    path,
    /** Beside the repository, where no checkout reaches. */
    beside: (name: string) => `${folder.path}/${name}`,
    git,
    async commit(subject: string, files: Readonly<Record<string, string>>): Promise<string> {
      for (const [name, content] of Object.entries(files)) folder.write(`repository/${name}`, content)
      await git('add', '--all')
      await git('commit', '--quiet', '--allow-empty', '--message', subject)
      return git('rev-parse', 'HEAD')
    },
    [Symbol.dispose]: () => folder[Symbol.dispose](),
  }
}

/** Nobody's configuration, one author, and one time, so that the same commits have the same names. */
const IDENTITY = {
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_SYSTEM: '/dev/null',
  GIT_AUTHOR_NAME: 'dev',
  GIT_AUTHOR_EMAIL: 'dev@example.com',
  GIT_COMMITTER_NAME: 'dev',
  GIT_COMMITTER_EMAIL: 'dev@example.com',
  GIT_AUTHOR_DATE: '2026-01-05T00:00:00Z',
  GIT_COMMITTER_DATE: '2026-01-05T00:00:00Z',
}
