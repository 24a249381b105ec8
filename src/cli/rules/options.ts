import type { Command } from 'commander'
import { CATEGORIES, type Category } from '../../core/model/category.ts'
import type { Start } from '../command.ts'
import { repeatable } from '../option-values.ts'

export interface RulesListOptions {
  /** Words that must all occur in an entry. */
  readonly words: readonly string[]
  readonly category?: Category
  readonly json: boolean
  readonly config?: string
}

export interface RulesShowOptions {
  readonly id: string
  readonly json: boolean
  readonly config?: string
}

export interface RulesTestOptions {
  /** Logs to try the rules on; none: the rules' own examples. */
  readonly files: readonly string[]
  /** Ids to look at; none: all. */
  readonly rule: readonly string[]
  readonly json: boolean
  readonly config?: string
}

const EXAMPLES = `
Examples:
  $ sherpa rules list docker --category network
  $ sherpa rules show npm/eresolve
  $ sherpa rules test                              every rule on its own examples
  $ sherpa rules test --rule our/proxy build.log   where a rule hits in a log
`

/** Adds `sherpa rules list|show|test` to the program. */
export function addRulesCommand(
  program: Command,
  starts: { list: Start<RulesListOptions>; show: Start<RulesShowOptions>; test: Start<RulesTestOptions> },
): void {
  const rules = program.command('rules').summary('list, show and test the known failures').addHelpText('after', EXAMPLES)
  const command = (name: string, description: string) =>
    rules
      .command(name)
      .description(description)
      .option('--json', 'JSON on stdout and nothing else', false)
      .option('--config <file>', 'configuration with rules of your own (default: sherpa.yml, upwards to the git root)')

  command('list', 'List the rules, one a line.')
    .argument('[word...]', 'only rules in which all of these words occur')
    .addOption(program.createOption('--category <id>', 'only this category').choices(CATEGORIES))
    .action((words: string[], options: Omit<RulesListOptions, 'words'>) => starts.list({ words, ...options }))

  command('show', 'Show one rule: what it means, what to do, what it matches.')
    .argument('<id>', 'id of the rule, such as npm/eresolve')
    .action((id: string, options: Omit<RulesShowOptions, 'id'>) => starts.show({ id, ...options }))

  command('test', 'Hold rules to their own examples, or show where they hit in logs.')
    .argument('[file...]', 'logs; - for stdin')
    .option('--rule <id>', 'only this rule (repeatable)', repeatable, [])
    .action((files: string[], options: Omit<RulesTestOptions, 'files'>) => starts.test({ files, ...options }))
}
