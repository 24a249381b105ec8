import type { Command } from 'commander'
import type { Window } from '../../core/model/history.ts'
import type { Environment } from '../environment.ts'
import { duration, time } from '../option-values.ts'
import { type StoreOptions, withStore } from '../store/options.ts'

/** Which part of the history is meant. */
export interface WindowOptions extends StoreOptions {
  readonly repo?: string
  readonly workflow?: string
  readonly job?: string
  /** Milliseconds. */
  readonly since?: number
  readonly now?: Date
}

/** The options of every command that looks back; `since` is how far where nothing is said. */
export const withWindow = (command: Command, since?: { readonly words: string; readonly ms: number }): Command =>
  withStore(command)
    .option(
      '--since <age>',
      `only what is no older: 30d, 12h (default: ${since?.words ?? 'all that is kept'})`,
      duration,
      since?.ms,
    )
    .option('--repo <owner/name>', 'of this repository only')
    .option('--workflow <name>', 'of this workflow only')
    .option('--job <name>', 'of this job only')
    .option('--now <time>', 'the clock to go by, in RFC 3339', time)

export function windowOf({ repo, workflow, job, since, now }: WindowOptions, environment: Pick<Environment, 'now'>): Window {
  const nowMs = (now ?? environment.now()).getTime()
  return {
    ...(repo !== undefined && { repository: repo }),
    ...(workflow !== undefined && { workflow }),
    ...(job !== undefined && { job }),
    sinceMs: since === undefined ? 0 : nowMs - since,
    untilMs: nowMs + 1,
  }
}
