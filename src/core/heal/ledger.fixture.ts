import type { LedgerEntry, NewEntry } from '../model/ledger.ts'
import type { Ledger, LedgerScope } from '../ports/ledger.ts'

/** A ledger that is gone with the test, without its chain. `added`: what was written to it since. */
export function ledgerWith(there: readonly LedgerEntry[] = []): Ledger & { readonly added: readonly NewEntry[] } {
  const added: NewEntry[] = []
  const all = (): LedgerEntry[] => [...there, ...added.map(line => ({ ...line, seq: 0, hash: '', previous: '' }))]
  const within = ({ repository, sinceMs }: LedgerScope) => {
    if (!Number.isFinite(sinceMs)) throw new TypeError('since when?')
    return all().filter(({ target, atMs }) => (repository ?? target.repository) === target.repository && atMs >= sinceMs)
  }
  return {
    added,
    async append(scope, decide) {
      const lines = decide(within(scope))
      added.push(...lines)
      return all().slice(all().length - lines.length)
    },
    entries: async scope => within(scope),
    async *all() {
      yield* all()
    },
  }
}
