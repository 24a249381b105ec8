import { SherpaError } from '../../core/model/trouble.ts'
import type { Environment } from '../environment.ts'
import type { ExitReason } from '../exit-code.ts'

/** Tells on stderr what went wrong, and returns why the process ends. */
export function reportError(error: unknown, environment: Environment): ExitReason {
  environment.progress.clear()
  if (error instanceof SherpaError) {
    environment.err.write(troubleText(error))
    if (environment.variables['SHERPA_DEBUG']) environment.err.write(`${inspect(error)}\n`)
    return error.kind
  }
  environment.err.write(troubleText(unexpected(error)))
  if (environment.variables['SHERPA_DEBUG']) environment.err.write(`${inspect(error)}\n`)
  return 'unexpected'
}

/** How trouble is told everywhere: what happened, its stable code, what to do. */
export const troubleText = ({ message, code, hint }: Pick<SherpaError, 'message' | 'code' | 'hint'>): string => `✖ ${message} [${code}]\n${hint ? `hint: ${hint}\n` : ''}`

const unexpected = (error: unknown) => ({
  code: 'unexpected',
  message: `sherpa met something it did not expect: ${error instanceof Error ? error.message : String(error)}`,
  hint: 'run it again with SHERPA_DEBUG=1 and open an issue with what it prints',
})

const inspect = (error: unknown) => (error instanceof Error ? (error.stack ?? error.message) : String(error))
