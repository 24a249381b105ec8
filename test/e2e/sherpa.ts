import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { execa } from 'execa'

export const CLI = join(import.meta.dirname, '../../dist/cli.js')

export interface SherpaOptions {
  readonly cwd?: string
  readonly input?: string
  readonly env?: Readonly<Record<string, string>>
  /** The Node to run on; by default the one that runs the tests. */
  readonly node?: string
}

/** Runs the built command line as a user would: a process of its own, with an environment of its own. */
export async function sherpa(
  args: readonly string[],
  { cwd, input = '', env = {}, node = process.execPath }: SherpaOptions = {},
) {
  if (!existsSync(CLI)) throw new Error('dist/cli.js is not built: run npm run build')
  const { stdout, stderr, exitCode, signal } = await execa(node, [CLI, ...args], {
    ...(cwd !== undefined && { cwd }),
    input,
    env: { PATH: process.env['PATH'] ?? '', ...env },
    extendEnv: false,
    reject: false,
    stripFinalNewline: false,
    timeout: 60_000,
  })
  return { stdout, stderr, exitCode, signal }
}
