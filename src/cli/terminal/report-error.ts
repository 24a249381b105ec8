import type { SherpaError } from '../../core/model/trouble.ts'
import type { Environment } from '../environment.ts'
import type { ExitReason } from '../exit-code.ts'

/** Tells on stderr what went wrong, and returns why the process ends. */
export async function reportError(
  error: unknown,
  environment: Pick<Environment, 'err' | 'variables' | 'progress'>,
): Promise<ExitReason> {
  const [{ safeTextWithout }, { tokenValues }] = await Promise.all([import('./safe-text.ts'), import('../token-values.ts')])
  const safeText = safeTextWithout(tokenValues(environment.variables))
  environment.progress.clear()
  environment.err.write(safeText(troubleText(isTrouble(error) ? error : unexpected(error))))
  if (environment.variables['SHERPA_DEBUG']) environment.err.write(safeText(trace(error)))
  return isTrouble(error) ? error.kind : 'unexpected'
}

/** By name: bundled, the start-up has a copy of the class of its own. */
const isTrouble = (error: unknown): error is SherpaError => error instanceof Error && error.name === 'SherpaError'

/** How trouble is told everywhere: what happened, its stable code, what to do. */
const troubleText = ({ message, code, hint }: Pick<SherpaError, 'message' | 'code' | 'hint'>): string =>
  `✖ ${message} [${code}]\n${hint ? `hint: ${hint}\n` : ''}`

const unexpected = (error: unknown) => ({
  code: 'unexpected',
  message: `sherpa met something it did not expect: ${error instanceof Error ? error.message : String(error)}`,
  hint: 'run it again with SHERPA_DEBUG=1 and open an issue with what it prints',
})

/** The stack of an error and of what caused it. */
function trace(error: unknown): string {
  if (!(error instanceof Error)) return `${String(error)}\n`
  const own = `${error.stack ?? error.message}\n`
  return error.cause === undefined ? own : `${own}caused by ${trace(error.cause)}`
}
