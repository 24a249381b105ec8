import type { Command } from 'commander'
import type { Start } from '../command.ts'
import { withStore } from '../store/options.ts'

/** What to roll back, to what, and how far to go. */
export interface RollbackOptions {
  /** A name, a compose service, or a label. */
  readonly container: string
  /** An image that is present. */
  readonly to?: string
  /** Show the plan and write nothing anywhere. */
  readonly dryRun: boolean
  /** Act within the policy without asking. */
  readonly yes: boolean
  readonly json: boolean
  readonly store?: string
  readonly config?: string
}

const EXAMPLES = `
Examples:
  $ sherpa rollback --container web --dry-run       what would be done, and why
  $ sherpa rollback --container web --to web:1.4
  $ sherpa undo action:…                            puts the newer image back

Without --to: the image that the container's label sherpa.previous-image names, else the newest one on which the ledger saw it healthy.
Only containers with the label sherpa.heal=roll-back (or true) are touched. The engine is the one of DOCKER_HOST, by default this machine's.
Exit codes: 0 healthy again, 1 not healthy or only planned, 2 usage or configuration, 3 sherpa or the world failed, 4 credentials
`

/** Adds `sherpa rollback` to the program. */
export function addRollbackCommand(program: Command, start: Start<RollbackOptions>): void {
  withStore(program.command('rollback'))
    .summary('put a container back to an image that worked')
    .description(
      'Puts a container back to an image on which it ran well, with the configuration that it has, and waits until it is healthy.',
    )
    .requiredOption('--container <name>', 'name, compose service, project/service, or label=value')
    .option('--to <image>', 'the image, by name, digest or id')
    .option('--dry-run', 'show the plan, write nothing anywhere', false)
    .option('--yes', 'do what the policy allows without asking', false)
    .option('--json', 'JSON on stdout and nothing else', false)
    .addHelpText('after', EXAMPLES)
    .action((options: RollbackOptions) => start(options))
}
