import type { LedgerEntry } from '../model/ledger.ts'

/** An image's id and when a container was seen well on it. */
export interface Proven {
  readonly image: string
  readonly atMs: number
}

/**
 * The images on which the ledger saw a container well, the newest first; one on which it was not well since is not among them, nor is
 * the one that it runs now.
 * @param thing as the ledger names the container
 */
export function provenImages(entries: readonly LedgerEntry[], thing: string, now: string): readonly Proven[] {
  const last = new Map<string, Proven | null>()
  for (const { target, effect, event, atMs } of entries) {
    if (target.thing !== thing || effect?.kind !== 'container') continue
    if (event !== 'healed' && event !== 'not-healed') continue
    last.delete(effect.id)
    last.set(effect.id, event === 'healed' ? { image: effect.id, atMs } : null)
  }
  return [...last.values()].filter(proven => proven !== null && proven.image !== now).reverse() as readonly Proven[]
}
