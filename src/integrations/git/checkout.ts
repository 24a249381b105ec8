/** What is checked out. */
export interface Checkout {
  readonly branch: string | null
  /** Null where there is none, or git does not say. */
  readonly commit: string | null
  /** Nothing in the folder differs from the commit, as far as git watches it. */
  readonly clean: boolean
}

const PATIENCE_MS = 2000
const NOTHING: Checkout = { branch: null, commit: null, clean: false }

/** Asks git for all of it at once: https://git-scm.com/docs/git-status#_porcelain_format_version_2 */
export async function readCheckout(cwd: string): Promise<Checkout> {
  const { execa } = await import('execa')
  const options = { cwd, timeout: PATIENCE_MS, reject: false, stdin: 'ignore', env: { GIT_OPTIONAL_LOCKS: '0' } } as const
  const { failed, stdout } = await execa('git', ['status', '--porcelain=v2', '--branch', '--untracked-files=normal'], options)
  return failed ? NOTHING : parseStatus(stdout)
}

export function parseStatus(text: string): Checkout {
  const lines = text.split('\n').filter(line => line !== '')
  const header = (name: string) => lines.find(line => line.startsWith(`# ${name} `))?.slice(name.length + 3)
  const commit = header('branch.oid')
  const branch = header('branch.head')
  return {
    commit: commit !== undefined && /^[0-9a-f]{40,64}$/.test(commit) ? commit : null,
    branch: branch === undefined || branch === '(detached)' ? null : branch,
    clean: lines.every(line => line.startsWith('#')),
  }
}
