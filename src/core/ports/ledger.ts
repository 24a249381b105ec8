import type { LedgerEntry, NewEntry } from '../model/ledger.ts'

/** What was done, and what was not and why: added to, never changed. */
export interface Ledger {
  /**
   * Reads what the repository's ledger has had since, oldest first, and adds what is decided upon it: as the only writer, so that whoever
   * comes second sees the first. Rejects where the ledger cannot be written: then nothing may be done.
   */
  append(scope: LedgerScope, decide: (entries: readonly LedgerEntry[]) => readonly NewEntry[]): Promise<readonly LedgerEntry[]>
  /** Oldest first. */
  entries(scope: LedgerScope): Promise<readonly LedgerEntry[]>
  /** All lines of all repositories, in order. */
  all(): AsyncIterable<LedgerEntry>
}

/** Older than any line, whatever clock it was written by: a clock that is put back writes lines that look old. */
export const EVER_MS = Number.MIN_SAFE_INTEGER

export interface LedgerScope {
  /** All, where none is named. */
  readonly repository?: string
  /** Epoch milliseconds, inclusive. */
  readonly sinceMs: number
}
