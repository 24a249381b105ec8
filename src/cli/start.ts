import { type Environment, readEnvironment } from './environment.ts'
import { exitCode, exitNow } from './exit-code.ts'
import { runProgram } from './program.ts'
import { reportError } from './terminal/report-error.ts'

/**
 * Runs the program on this process: arguments in, exit code out. Never rejects. Where all is written, the process ends at once: what Node
 * does before it ends by itself takes 8 ms.
 */
export async function start(): Promise<void> {
  const environment = readEnvironment()
  guard(environment)
  const reason = await runProgram(environment).catch((error: unknown) => reportError(error, environment))
  if (environment.out.isDone && environment.err.isDone) exitNow(reason)
  process.exitCode = exitCode(reason)
}

function guard(environment: Environment) {
  process.on('SIGINT', () => {
    if (process.listenerCount('SIGINT') > 1) return
    environment.progress.clear()
    exitNow('interrupted')
  })
  process.on('uncaughtException', error => {
    if (!isClosedPipe(error)) void reportError(error, environment).then(exitNow)
  })
}

/** Whoever reads our output has seen enough (`sherpa rules list | head`): the work goes on, for its exit code. */
const isClosedPipe = (error: Error) => 'code' in error && error.code === 'EPIPE'
