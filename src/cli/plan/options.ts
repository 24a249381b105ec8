import type { Command } from 'commander'
import type { Start } from '../command.ts'
import type { HealOptions } from '../heal/options.ts'
import { withWhatToHeal } from '../heal/options.ts'

/** What to plan for. */
export type PlanOptions = Omit<HealOptions, 'dryRun' | 'yes'>

const EXAMPLES = `
Examples:
  $ sherpa plan 4711 --repo acme/web           what would be done, and why
  $ sherpa plan run.json --only rerun-job --json

The plan is that of sherpa heal, and --json prints what sherpa heal --dry-run --json does. Nothing is written anywhere.
Exit codes: 0 nothing to heal, 1 something failed, 2 usage or configuration, 3 sherpa or the world failed, 4 credentials
`

/** Adds `sherpa plan` to the program. */
export function addPlanCommand(program: Command, start: Start<PlanOptions>): void {
  withWhatToHeal(program.command('plan'))
    .summary('say what would mend a run, and do nothing')
    .description('Diagnoses a run and plans what would mend it: what sherpa heal would do, ask, and not do, each with why.')
    .addHelpText('after', EXAMPLES)
    .action((input: string, options: Omit<PlanOptions, 'input'>) => start({ input, ...options }))
}
