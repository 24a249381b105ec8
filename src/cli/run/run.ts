import { connectCheckout, connectCommand } from '../../integrations/connect.ts'
import type { Run } from '../command.ts'
import { reportError } from '../terminal/report-error.ts'
import { safeText } from '../terminal/safe-text.ts'
import { conclude } from './conclude.ts'
import { keepLog } from './keep-log.ts'
import type { RunOptions } from './options.ts'
import { createReading } from './reading.ts'

/** Nothing that goes wrong with us keeps the command from running, or changes how it ends. */
export const runRun: Run<RunOptions> = async (options, environment) => {
  const { directory, os, now, hearSignals, err } = environment
  const [command = '', ...args] = options.command
  const job = options.name ?? calledAs(options.command)
  const troubles: unknown[] = []
  const tried = <T>(work: Promise<T>): Promise<T | undefined> => work.catch(trouble => void troubles.push(trouble))

  const [runCommand, checkout, reading, log] = await Promise.all([
    connectCommand(),
    tried(connectCheckout(directory)),
    tried(createReading(job, options, environment)),
    options.log === undefined ? undefined : tried(keepLog(options.log)),
  ])
  const onOutput = (chunk: Uint8Array) => {
    reading?.push(chunk)
    log?.push(chunk)
  }
  const onTrouble = (trouble: unknown) => void troubles.push(trouble)
  const end = await runCommand({ command, args, directory, onOutput, hearSignals, now, onTrouble })
  if (log) await tried(log.end())
  if (!end.started) err.write(safeText(`✖ ${end.message} [command-not-run]\n`))
  else if (checkout && reading) {
    const { repository, ...head } = checkout
    const named = options.repo ?? (repository ? `${repository.owner}/${repository.name}` : '')
    const facts = { repository: named, workflow: options.workflow, job, os, ...head }
    troubles.push(...(await conclude({ end, facts, reading }, options, environment)))
  }
  for (const trouble of troubles) await reportError(trouble, environment)
  return { commandExit: end.exitCode }
}

const LONGEST_NAME = 100

/** The command on one line: `npm test`. */
const calledAs = (words: readonly string[]) => words.join(' ').replace(/\s+/g, ' ').slice(0, LONGEST_NAME)
