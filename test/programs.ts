import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** A program that a test needs and a user may lack; where CI wants them all, its absence is an error. */
export function findProgram(name: string, debianPackage: string): string | undefined {
  const found = (process.env['PATH'] ?? '')
    .split(':')
    .map(folder => join(folder, name))
    .find(path => existsSync(path))
  if (!found && process.env['SHERPA_TEST_PROGRAMS'] === 'required')
    throw new Error(`${name} is not installed, and SHERPA_TEST_PROGRAMS=required wants it: apt-get install ${debianPackage}`)
  return found
}
