import { Command, CommanderError, type Option } from 'commander'
import { version } from '../version.ts'
import type { Run, Start } from './command.ts'
import { commandsOf } from './commands.ts'
import type { Environment } from './environment.ts'
import type { Ending } from './exit-code.ts'
import { usageError } from './usage-error.ts'

const EXAMPLES = `
Examples:
  $ sherpa diagnose build.log
  $ make 2>&1 | sherpa diagnose
  $ sherpa diagnose 4711 --repo acme/web --json
  $ sherpa rules show npm/eresolve

Exit codes: 0 nothing failed, 1 a failure was found, 2 usage or configuration, 3 sherpa or the world failed, 4 credentials, 5 nobody can tell
`

/** Parses the arguments and runs the command they name; what a command needs is loaded only then. */
export async function runProgram(environment: Environment): Promise<Ending> {
  let ending: Ending = 'nothing failed'
  const lazily =
    <Options>(load: () => Promise<Run<Options>>): Start<Options> =>
    async options => {
      const run = await load()
      ending = await run(options, environment)
    }

  const program = createProgram(environment)
  const commands = commandsOf(program, lazily)
  // To make the others takes time, and only what names none of them asks for them: help, or a suggestion for a slip.
  const named = Object.entries(commands).filter(([name]) => name === environment.args[0])
  for (const [, add] of named.length > 0 ? named : Object.entries(commands)) add()

  try {
    await program.parseAsync(environment.args, { from: 'user' })
    return ending
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    if (error.exitCode === 0 || error.code === 'commander.help') return 'nothing failed'
    throw usageError(error)
  }
}

/**
 * The program before its commands: what `sherpa` alone knows. Help is plain text on stdout, also when it is shown for want of a command;
 * that it has no colours is said everywhere, because looking for some loads node:util.
 */
function createProgram({ out, err }: Environment): Command {
  return new Command('sherpa')
    .description('Reads any CI log and says what broke, where it says so, and what to do next.')
    .version(version, '-v, --version')
    .addHelpText('after', EXAMPLES)
    .showSuggestionAfterError()
    .exitOverride()
    .configureOutput({
      writeOut: text => out.write(text),
      writeErr: text => out.write(text),
      outputError: () => {},
      getOutHelpWidth: () => out.columns ?? 80,
      getErrHelpWidth: () => err.columns ?? 80,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
      stripColor: text => text,
    })
    .configureHelp({ displayWidth: text => text.length, optionDescription: describeOption })
}

/** What an option is for, and its choices; where it has a default that a user should know, the description says so itself. */
const describeOption = ({ description, argChoices }: Option): string =>
  argChoices ? `${description} (choices: ${argChoices.join(', ')})` : description
