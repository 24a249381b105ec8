import type { CommandConfig } from '../config/config.ts'
import type { Deed } from './answer.ts'

/** The commands that sherpa.yml names; no other can be run, and nothing is added to them. */
export interface Commands {
  /** Null where there is none of that name. */
  find(name: string): CommandConfig | null
  /** Whether it ended well or not, it ran where it ended by itself. */
  run(name: string, part: CommandPart): Promise<Deed<CommandResult>>
}

export type CommandPart = 'run' | 'verify' | 'undo'

export interface CommandResult {
  readonly exitCode: number
  /** The last lines that it printed, redacted. */
  readonly output: string
}
