import type { Repository } from '../../core/ports/ci.ts'
import { rankRemotes, readConfig } from './remote-urls.ts'

export interface RemoteSearch {
  readonly cwd: string
  /** Asked before all others; default `origin`. */
  readonly remote?: string | undefined
}

const PATIENCE_MS = 5000
const KEYS = '^(remote\\..*\\.url|url\\..*\\.insteadof)$'

/** The repository that the git remotes of a folder point at; null where git is absent or no remote is a repository of GitHub's shape. */
export async function findRemote({ cwd, remote }: RemoteSearch): Promise<Repository | null> {
  const { execa } = await import('execa')
  const options = { cwd, timeout: PATIENCE_MS, reject: false, stdin: 'ignore' } as const
  const { failed, stdout } = await execa('git', ['config', '--null', '--get-regexp', KEYS], options)
  return failed ? null : (rankRemotes(readConfig(stdout), remote)[0] ?? null)
}
