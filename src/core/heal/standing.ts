import type { LedgerEntry } from '../model/ledger.ts'
import type { Reason } from '../model/plan.ts'

/** How an action stands: the last of its lines that says so. */
export interface Standing {
  readonly action: string
  readonly started: LedgerEntry
  readonly last: LedgerEntry
}

/** A process that started something and was not heard of for so long is gone. */
const LEASE_MS = 10 * 60_000

/** Every action that was started, by its id, oldest first. */
export function standingsOf(entries: readonly LedgerEntry[]): ReadonlyMap<string, Standing> {
  const standings = new Map<string, Standing>()
  for (const entry of entries) {
    const { action, event } = entry
    const known = standings.get(action)
    if (event === 'started') standings.set(action, { action, started: entry, last: entry })
    else if (known && event !== 'withheld' && event !== 'approved') standings.set(action, { ...known, last: entry })
  }
  return standings
}

/** It changed something, or may have: doing it again would be doing it twice. */
export const mayHaveHappened = ({ last }: Standing): boolean => last.event !== 'failed'

/** Nobody knows yet whether it changed anything. */
const isUnsettled = ({ last }: Standing): boolean => last.event === 'started' || last.event === 'unclear'

/** Somebody may be at it right now, or what was sent may still arrive. */
export const isHeld = (standing: Standing, nowMs: number): boolean =>
  isUnsettled(standing) && nowMs - standing.last.atMs < LEASE_MS

/** Why a thing may not be touched: one action at a time works on it, and somebody may be at one right now. */
export function taken(entries: readonly LedgerEntry[], thing: string, nowMs: number): Reason | null {
  const standings = [...standingsOf(entries).values()]
  const holder = standings.find(standing => standing.started.target.thing === thing && isHeld(standing, nowMs))
  return holder ? { code: 'in-flight', text: `Another action works on it: ${holder.started.remedy}.` } : null
}

/** Whoever was at it never said whether it worked. */
export const isLeftOpen = (standing: Standing, nowMs: number): boolean =>
  isUnsettled(standing) && (standing.last.event === 'unclear' || !isHeld(standing, nowMs))
