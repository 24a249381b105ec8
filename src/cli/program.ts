import { Command, CommanderError, type Option } from 'commander'
import { version } from '../version.ts'
import { addAnomaliesCommand } from './anomalies/options.ts'
import { addCollectCommand } from './collect/options.ts'
import type { Run, Start } from './command.ts'
import { tuneCompilers } from './compilers.ts'
import { addDiagnoseCommand } from './diagnose/options.ts'
import type { Environment } from './environment.ts'
import type { Ending } from './exit-code.ts'
import { addHistoryCommand } from './history/options.ts'
import { addIngestCommand } from './ingest/options.ts'
import { addInitCommand } from './init/options.ts'
import { addMetricsCommand } from './metrics/options.ts'
import { addReplayCommand } from './replay/options.ts'
import { addReportCommand } from './report/options.ts'
import { addRulesCommand } from './rules/options.ts'
import { addRunCommand } from './run/options.ts'
import { addStoreCommand } from './store/options.ts'
import { addTrendsCommand } from './trends/options.ts'
import { usageError } from './usage-error.ts'

const EXAMPLES = `
Examples:
  $ sherpa diagnose build.log
  $ make 2>&1 | sherpa diagnose
  $ sherpa diagnose 4711 --repo acme/web --json
  $ sherpa rules show npm/eresolve

Exit codes: 0 nothing failed, 1 a failure was found, 2 usage or configuration, 3 sherpa or the world failed, 4 credentials
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
  const commands: Readonly<Record<string, () => void>> = {
    diagnose: () =>
      addDiagnoseCommand(
        program,
        lazily(async () => {
          tuneCompilers()
          return (await import('./diagnose/run.ts')).runDiagnose
        }),
      ),
    replay: () =>
      addReplayCommand(
        program,
        lazily(async () => (await import('./replay/run.ts')).runReplay),
      ),
    rules: () =>
      addRulesCommand(program, {
        list: lazily(async () => (await import('./rules/list.ts')).runRulesList),
        show: lazily(async () => (await import('./rules/show.ts')).runRulesShow),
        test: lazily(async () => (await import('./rules/test.ts')).runRulesTest),
      }),
    ingest: () =>
      addIngestCommand(
        program,
        lazily(async () => (await import('./ingest/run.ts')).runIngest),
      ),
    collect: () =>
      addCollectCommand(
        program,
        lazily(async () => (await import('./collect/run.ts')).runCollect),
      ),
    run: () =>
      addRunCommand(
        program,
        lazily(async () => (await import('./run/run.ts')).runRun),
      ),
    store: () =>
      addStoreCommand(program, {
        check: lazily(async () => (await import('./store/check.ts')).runStoreCheck),
        export: lazily(async () => (await import('./store/export.ts')).runStoreExport),
        import: lazily(async () => (await import('./store/import.ts')).runStoreImport),
        merge: lazily(async () => (await import('./store/merge.ts')).runStoreMerge),
        prune: lazily(async () => (await import('./store/prune.ts')).runStorePrune),
      }),
    history: () =>
      addHistoryCommand(
        program,
        lazily(async () => (await import('./history/run.ts')).runHistory),
      ),
    trends: () =>
      addTrendsCommand(
        program,
        lazily(async () => (await import('./trends/run.ts')).runTrends),
      ),
    anomalies: () =>
      addAnomaliesCommand(program, {
        history: lazily(async () => (await import('./anomalies/history.ts')).runAnomalies),
        score: lazily(async () => (await import('./anomalies/score.ts')).runScore),
      }),
    report: () =>
      addReportCommand(
        program,
        lazily(async () => (await import('./report/run.ts')).runReport),
      ),
    metrics: () =>
      addMetricsCommand(
        program,
        lazily(async () => (await import('./metrics/run.ts')).runMetrics),
      ),
    init: () =>
      addInitCommand(
        program,
        lazily(async () => (await import('./init/run.ts')).runInit),
      ),
  }
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
