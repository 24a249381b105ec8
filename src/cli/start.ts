import { type Environment, readEnvironment } from './environment.ts'
import { exitCode, exitNow } from './exit-code.ts'
import { runProgram } from './program.ts'
import { reportError } from './terminal/report-error.ts'

/** Runs the program on this process: arguments in, exit code out. Never rejects. */
export async function start(): Promise<void> {
  const environment = readEnvironment()
  guard(environment)
  try {
    process.exitCode = exitCode(await runProgram(environment))
  } catch (error) {
    process.exitCode = exitCode(await reportError(error, environment))
  }
}

function guard(environment: Environment) {
  process.once('SIGINT', () => {
    environment.progress.clear()
    exitNow('interrupted')
  })
  process.on('uncaughtException', error => {
    if (!isClosedPipe(error)) void reportError(error, environment).then(exitNow)
  })
}

/** Whoever reads our output has seen enough (`sherpa rules list | head`): the work goes on, for its exit code. */
const isClosedPipe = (error: Error) => 'code' in error && error.code === 'EPIPE'
