import type { Command } from 'commander'
import type { Start } from '../command.ts'
import { type CaseOptions, withWhatToHeal } from '../heal/options.ts'

/** What is approved: a plan for a case, by its id. */
export interface ApproveOptions extends CaseOptions {
  readonly plan: string
}

const EXAMPLES = `
Examples:
  $ sherpa heal 4711 --repo acme/web --dry-run                     shows the plan and its id
  $ sherpa approve 4711 plan:0f3c… --repo acme/web                 puts on record that you approve it
  $ sherpa heal 4711 --repo acme/web --yes                         does it, once, whoever runs it

Exit codes: 0 approved, 1 not approved, 2 usage or configuration, 3 sherpa or the world failed, 4 credentials
`

/** Adds `sherpa approve` to the program. */
export function addApproveCommand(program: Command, start: Start<ApproveOptions>): void {
  withWhatToHeal(program.command('approve'))
    .summary('say yes to a plan, for one use and a while')
    .description(
      'Plans again, and where the plan is still the one that was shown, puts on record that you approve what it asks about. On GitHub you are whom the token belongs to, and must be allowed to write to the repository.',
    )
    .argument('<plan>', 'id of the plan, as sherpa heal shows it')
    .addHelpText('after', EXAMPLES)
    .action((input: string, plan: string, options: Omit<ApproveOptions, 'input' | 'plan'>) => start({ input, plan, ...options }))
}
