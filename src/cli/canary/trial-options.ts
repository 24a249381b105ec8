import type { Command } from 'commander'
import { SherpaError } from '../../core/model/trouble.ts'
import { count, duration, size } from '../option-values.ts'
import type { WayOptions } from './way.ts'

/** What every command says that tries out commits. */
export interface TrialOptions extends WayOptions {
  readonly maxRuns: number
  /** Milliseconds that a run may take. */
  readonly timeout?: number
  readonly json: boolean
  readonly config?: string
}

/** The options of every command that tries out commits. */
export const withTrialOptions = (command: Command, maxRuns: number): Command =>
  command
    .option('--image <image>', 'run the command in fresh containers of this image')
    .option('--no-image', 'in worktrees, whatever sherpa.yml says')
    .option('--network <name>', 'network that the containers join (default: none)')
    .option('--memory <size>', 'memory that a container may use: 512MB, 2GB', size)
    .option('--cpus <number>', 'processors that a container may use: 1.5', positive)
    .option('--workflow <file>', 'run this workflow of GitHub Actions instead of a command', workflowFile)
    .option('--input <name=value>', 'an input of the workflow (repeatable)', input, {})
    .option('--repo <owner/name>', 'repository of the workflow (default: the git remote)')
    .option('--max-runs <n>', `give up after so many runs (default: ${maxRuns})`, count, maxRuns)
    .option(
      '--timeout <time>',
      'a run that takes longer has failed: 90s, 10m (default: 10m); of a workflow, it does not count (default: 1h)',
      duration,
    )
    .option('--config <file>', 'configuration (default: sherpa.yml or .github/sherpa.yml, upwards to the git root)')
    .option('--json', 'JSON on stdout and nothing else', false)

function positive(text: string): number {
  const value = Number(text)
  if (text.trim() !== '' && value > 0 && value <= 1000) return value
  throw wrong(`${JSON.stringify(text)} is not a number above 0`, 'write it like 1.5')
}

function workflowFile(text: string): string {
  const name = text.replace(/^(?:\.\/)?\.github\/workflows\//, '')
  if (/^\w[\w.-]{0,200}\.ya?ml$/.test(name)) return name
  throw wrong(`${JSON.stringify(text)} is not the name of a workflow file`, 'write it like canary.yml')
}

function input(text: string, before: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const { name, value } = /^(?<name>[A-Za-z_][\w-]{0,99})=(?<value>.*)$/s.exec(text)?.groups ?? {}
  if (name !== undefined && value !== undefined) return { ...before, [name]: value }
  throw wrong(`${JSON.stringify(text)} is not an input of a workflow`, 'write it like suite=slow')
}

const wrong = (message: string, hint: string) => new SherpaError({ code: 'bad-option', kind: 'usage', message, hint })
