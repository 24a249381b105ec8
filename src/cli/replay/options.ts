import type { Command } from 'commander'
import type { Start } from '../command.ts'
import { count } from '../option-values.ts'
import { FORMATS, type PrintOptions } from '../output/options.ts'

/** What to diagnose again, and how to tell it. */
export interface ReplayOptions extends PrintOptions {
  /** Path of a case file. */
  readonly path: string
  readonly config?: string
}

/** Adds `sherpa replay` to the program. */
export function addReplayCommand(program: Command, start: Start<ReplayOptions>): void {
  program
    .command('replay')
    .summary('diagnose a saved case again')
    .description('Diagnoses the evidence that sherpa diagnose --save-case kept: the same answer, offline, without the logs.')
    .argument('<case>', 'case file')
    .addOption(program.createOption('--format <format>', 'how to tell it').choices(FORMATS))
    .option('--json', 'the same as --format json', false)
    .option('--highlights <n>', 'how many excerpts to show', count)
    .option('--config <file>', 'configuration (default: sherpa.yml or .github/sherpa.yml, upwards to the git root)')
    .action((path: string, options: Omit<ReplayOptions, 'path'>) => start({ path, ...options }))
}
