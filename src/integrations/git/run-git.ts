import { SherpaError } from '../../core/model/trouble.ts'

/** What a hook of git hands to what it calls: it would send our commands elsewhere. */
const ELSEWHERE = ['GIT_DIR', 'GIT_WORK_TREE', 'GIT_INDEX_FILE', 'GIT_PREFIX', 'GIT_OBJECT_DIRECTORY', 'GIT_COMMON_DIR'] as const

/** Variables without those that make git work on another repository than the one it stands in. */
export const ownGit = (variables: Readonly<Record<string, string | undefined>>): Record<string, string | undefined> => ({
  ...variables,
  ...Object.fromEntries(ELSEWHERE.map(name => [name, undefined])),
})

const PATIENCE_MS = 120_000

/** Runs git in a folder, without hooks, and gives what it prints. Throws a SherpaError with what it complains about. */
export async function runGit(
  cwd: string,
  args: readonly string[],
  variables: Readonly<Record<string, string>> = {},
): Promise<string> {
  const { execa } = await import('execa')
  const result = await execa('git', ['-c', 'core.hooksPath=/dev/null', ...args], {
    ...{ cwd, timeout: PATIENCE_MS, reject: false, stdin: 'ignore' },
    env: { ...ownGit({ GIT_TERMINAL_PROMPT: '0' }), ...variables },
  })
  if (!result.failed) return result.stdout
  const complaint = result.stderr?.trim().split('\n').at(-1) || result.shortMessage || 'it failed'
  throw new SherpaError(
    { code: 'git-failed', kind: 'world', message: `git ${args[0]} failed: ${complaint}` },
    { cause: result.cause },
  )
}
