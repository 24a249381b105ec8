import type { LedgerEntry, LedgerEvent } from '../model/ledger.ts'

export const T0 = Date.UTC(2026, 0, 5)
export const MINUTE = 60_000

let seq = 0

/** A line about a re-run of run 7, unless told otherwise. */
export const line = (
  event: LedgerEvent,
  action: string,
  minutesAgo: number,
  given: Partial<Omit<LedgerEntry, 'target'>> & { readonly target?: Partial<LedgerEntry['target']> } = {},
): LedgerEntry => ({
  seq: ++seq,
  hash: '',
  previous: '',
  atMs: T0 - minutesAgo * MINUTE,
  event,
  action,
  plan: 'plan:1',
  remedy: 'rerun-failed-jobs',
  params: {},
  by: 'sherpa',
  reasons: [],
  detail: '',
  effect: null,
  minutes: 10,
  ...given,
  target: {
    repository: 'acme/web',
    workflow: 'ci',
    run: 7,
    attempt: 1,
    commit: 'c1',
    fingerprint: 'v1:a',
    job: 'unit',
    thing: 'run:acme/web#7',
    ...given.target,
  },
})
