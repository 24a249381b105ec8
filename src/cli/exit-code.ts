import type { TroubleKind } from '../core/model/trouble.ts'

/** What the shell gets back; a contract that scripts rely on. */
export const EXIT = {
  nothingFailed: 0,
  failureFound: 1,
  usage: 2,
  broken: 3,
  credentials: 4,
  interrupted: 130,
} as const

/** One of {@link EXIT}. */
export type ExitCode = (typeof EXIT)[keyof typeof EXIT]

const BY_KIND = { usage: EXIT.usage, world: EXIT.broken, credentials: EXIT.credentials } as const satisfies Record<TroubleKind, ExitCode>

/** The exit code of trouble, by who must act. */
export const exitCodeOf = (kind: TroubleKind): ExitCode => BY_KIND[kind]

/** Ends the process now, output that is not yet written included; everything else returns its code and lets Node drain. */
export function exitNow(code: ExitCode): never {
  process.exit(code)
}
