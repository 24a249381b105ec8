import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** Where programs lie that are built for the tests. */
const TOOLS = join(import.meta.dirname, '../.tools')

/**
 * A program that a test needs and a user may lack; where CI wants them all, its absence is an error.
 * @param source a Debian package, or a Go module with its version
 */
export function findProgram(name: string, source: string): string | undefined {
  const found = [TOOLS, ...(process.env['PATH'] ?? '').split(':')]
    .map(folder => join(folder, name))
    .find(path => existsSync(path))
  if (!found && process.env['SHERPA_TEST_PROGRAMS'] === 'required')
    throw new Error(`${name} is not installed, and SHERPA_TEST_PROGRAMS=required wants it: ${howToInstall(source)}`)
  return found
}

const howToInstall = (source: string) =>
  source.includes('@') ? `GOBIN=$PWD/.tools go install ${source}` : `apt-get install ${source}`
