import type { TroubleKind } from '../core/model/trouble.ts'

/** How a command ended, where it did not end in trouble. */
export type Ending = Verdict | CommandEnding

type Verdict = 'nothing failed' | 'failure found' | 'inconclusive'

/** A command that ran in our place ended so; its exit code becomes ours. */
export interface CommandEnding {
  readonly commandExit: number
}

/** What the shell gets back; a contract that scripts rely on. */
const EXIT_CODES = {
  'nothing failed': 0,
  'failure found': 1,
  usage: 2,
  world: 3,
  unexpected: 3,
  credentials: 4,
  /** Nobody can tell, or not yet: what asked must not go on. */
  inconclusive: 5,
  interrupted: 130,
} as const satisfies Record<Verdict | TroubleKind | 'unexpected' | 'interrupted', number>

export type ExitReason = keyof typeof EXIT_CODES | CommandEnding

export const exitCode = (reason: ExitReason): number => (typeof reason === 'object' ? reason.commandExit : EXIT_CODES[reason])

/** Ends the process at once; only for when everything is written, or nobody reads it any more. */
export function exitNow(reason: ExitReason): never {
  process.exit(exitCode(reason))
}
