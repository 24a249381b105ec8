import { chained } from '../../src/core/heal/chain.ts'
import type { LedgerEntry } from '../../src/core/model/ledger.ts'
import type { Ledger, LedgerScope } from '../../src/core/ports/ledger.ts'
import { digest } from '../../src/integrations/connect-store.ts'

/** A ledger that is gone with the test; `lines` are all of it, in order. */
export function memoryLedger(): Ledger & { readonly lines: LedgerEntry[] } {
  const lines: LedgerEntry[] = []
  const of = ({ repository, sinceMs }: LedgerScope) =>
    lines.filter(({ target, atMs }) => (repository === undefined || target.repository === repository) && atMs >= sinceMs)
  return {
    lines,
    async append(scope, decide) {
      const entries = decide(of(scope))
      return entries.map(entry => {
        const line = chained(entry, lines.at(-1) ?? null, digest)
        lines.push(line)
        return line
      })
    },
    entries: async scope => of(scope),
    async *all() {
      yield* lines
    },
  }
}
