import { createHash } from 'node:crypto'
import { chained } from '../../src/core/heal/chain.ts'
import type { LedgerEntry } from '../../src/core/model/ledger.ts'
import type { Ledger, LedgerScope } from '../../src/core/ports.ts'

/** A ledger in memory, with one writer at a time like the store's. */
export function memoryLedger(): Ledger & { readonly lines: readonly LedgerEntry[] } {
  const lines: LedgerEntry[] = []
  const since = ({ repository, sinceMs }: LedgerScope) =>
    lines.filter(({ atMs, target }) => atMs >= sinceMs && (repository === undefined || target.repository === repository))
  return {
    lines,
    async append(scope, decide) {
      const first = lines.length
      for (const line of decide(since(scope))) lines.push(chained(line, lines.at(-1) ?? null, sha256))
      return lines.slice(first)
    },
    entries: async scope => since(scope),
    async *all() {
      yield* lines
    },
  }
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
