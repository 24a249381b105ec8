import { existsSync, statSync } from 'node:fs'
import type { CommandEnd } from '../../core/model/command.ts'

/** Why a command did not start, with the exit code that a shell would give: https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html#tag_19_08_02 */
export function startFailure(command: string, cause: unknown): CommandEnd {
  const code = codeOf(cause)
  const refused = (message: string): CommandEnd => ({ started: false, exitCode: 126, message })
  if (code === 'ENOENT') {
    if (!command.includes('/') || !existsSync(command))
      return { started: false, exitCode: 127, message: `there is no command ${command}` }
    return refused(`${command} cannot be run: the interpreter that its first line names is missing`)
  }
  if (code === 'EACCES') return refused(`${command} cannot be run: it is ${isFolder(command) ? 'a folder' : 'not executable'}`)
  return refused(`${command} cannot be run: ${code ?? (cause instanceof Error ? cause.message : String(cause))}`)
}

const isFolder = (path: string) => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true

/** The system's own code, wherever in the causes it stands. */
function codeOf(error: unknown): string | undefined {
  for (let at: unknown = error; at instanceof Error; at = at.cause)
    if ('code' in at && typeof at.code === 'string' && /^E[A-Z0-9]+$/.test(at.code)) return at.code
  return undefined
}
