import type { Command } from 'commander'
import type { Start } from '../command.ts'
import { withStore } from '../store/options.ts'

/** Which container to restart, and how far to go. */
export interface RestartOptions {
  /** A name, a compose service, or a label. */
  readonly name: string
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
  $ sherpa restart web --dry-run            what would be done, and why
  $ sherpa restart shop/web                 the service web of the compose project shop
  $ sherpa restart tier=backend --yes       every container with that label

Only containers with the label sherpa.heal=restart (or true) are touched. The engine is the one of DOCKER_HOST, by default this machine's.
Exit codes: 0 healthy again, 1 not healthy or only planned, 2 usage or configuration, 3 sherpa or the world failed, 4 credentials
`

/** Adds `sherpa restart` to the program. */
export function addRestartCommand(program: Command, start: Start<RestartOptions>): void {
  withStore(program.command('restart'))
    .summary('restart a container that hangs')
    .description('Restarts a Docker container or compose service, as far as the policy allows, and waits until it is healthy.')
    .argument('<container>', 'name, compose service, project/service, or label=value')
    .option('--dry-run', 'show the plan, write nothing anywhere', false)
    .option('--yes', 'do what the policy allows without asking', false)
    .option('--json', 'JSON on stdout and nothing else', false)
    .addHelpText('after', EXAMPLES)
    .action((name: string, options: Omit<RestartOptions, 'name'>) => start({ name, ...options }))
}
