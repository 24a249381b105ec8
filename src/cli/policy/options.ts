import { type Command, Option } from 'commander'
import { CATEGORIES, type Category } from '../../core/model/category.ts'
import { REMEDY_IDS, type RemedyId } from '../../core/model/plan.ts'
import type { Start } from '../command.ts'
import { share, time } from '../option-values.ts'

export interface PolicyCheckOptions {
  /** Undefined: the configuration that holds here. */
  readonly file?: string | undefined
  readonly json: boolean
}

export interface PolicyTestOptions {
  /** Of cases; `-` is standard input. */
  readonly file: string
  readonly json: boolean
  readonly config?: string
}

export interface PolicyExplainOptions {
  /** Of facts; `-` is standard input. Options win over it. */
  readonly file?: string | undefined
  readonly remedy?: RemedyId
  readonly category?: Category
  readonly confidence?: number
  readonly transient?: number
  readonly branch?: string
  readonly base?: string
  readonly event?: string
  readonly actor?: string
  readonly job?: string
  readonly environment?: string
  readonly now?: Date
  readonly json: boolean
  readonly config?: string
}

const EXAMPLES = `
Examples:
  $ sherpa policy check                                  what sherpa.yml allows
  $ sherpa policy test cases.yml                         whether it says what it should
  $ sherpa policy explain --remedy rerun-failed-jobs --category network --branch main
`

/** Adds `sherpa policy check|test|explain` to the program. */
export function addPolicyCommand(
  program: Command,
  starts: { check: Start<PolicyCheckOptions>; test: Start<PolicyTestOptions>; explain: Start<PolicyExplainOptions> },
): void {
  const policy = program.command('policy').summary('check, test and explain what sherpa may do').addHelpText('after', EXAMPLES)
  const command = (name: string, description: string) =>
    policy.command(name).description(description).option('--json', 'JSON on stdout and nothing else', false)
  const configOption = () => new Option('--config <file>', 'configuration (default: sherpa.yml, upwards to the git root)')

  command('check', 'Say what a policy allows, remedy by remedy, or what is wrong with it.')
    .argument('[file]', 'a sherpa.yml (default: the one that holds here)')
    .action((file: string | undefined, options: Omit<PolicyCheckOptions, 'file'>) => starts.check({ file, ...options }))

  command('test', 'Ask the policy about cases, and compare what it says with what is expected.')
    .argument('<file>', 'YAML with cases: a name, facts, and what is expected: allow, ask or deny; - for stdin')
    .addOption(configOption())
    .action((file: string, options: Omit<PolicyTestOptions, 'file'>) => starts.test({ file, ...options }))

  command(
    'explain',
    'Say what the policy decides about a case, and which of its rules makes it so. What is not given is not known.',
  )
    .argument('[file]', 'facts as JSON or YAML; - for stdin; options win over it')
    .addOption(new Option('--remedy <id>', 'what would be done').choices(REMEDY_IDS))
    .addOption(new Option('--category <id>', 'why the job failed').choices(CATEGORIES))
    .option('--confidence <number>', 'that the category is right, 0..1', share)
    .option('--transient <number>', 'that a plain re-run passes, 0..1', share)
    .option('--branch <name>', 'branch of the run')
    .option('--base <name>', 'base of its pull request')
    .option('--event <name>', 'what started it: push, pull_request, …')
    .option('--actor <login>', 'who caused it')
    .option('--job <name>', 'the one job that it is about')
    .option('--environment <name>', 'deployment environment that would be touched')
    .option('--now <time>', 'when it would happen, in RFC 3339 (default: now)', time)
    .addOption(configOption())
    .action((file: string | undefined, options: Omit<PolicyExplainOptions, 'file'>) => starts.explain({ file, ...options }))
}
