import { createHash } from 'node:crypto'
import { chained, walk } from '../core/heal/chain.ts'
import type { Ledger } from '../core/ports/ledger.ts'
import { createStoreGate } from '../core/record/redact-record.ts'
import type { Redactor } from '../core/redact/redact.ts'
import { redactValue } from '../core/redact/value.ts'
import { connectSecretFinder } from './connect.ts'
import type { Store, StoreSurroundings } from './store/open-store.ts'

export interface StoreConnection extends StoreSurroundings {
  readonly redact: Redactor
}

/** Opens the history; whatever is written to it is redacted on the way. */
export async function connectStore(place: string, { redact, ...surroundings }: StoreConnection): Promise<Store> {
  const [{ openStore }, finder] = await Promise.all([import('./store/open-store.ts'), connectSecretFinder()])
  const gate = createStoreGate(redact, finder)
  const store = await openStore(place, surroundings)
  return {
    ...store,
    record: async attempts => store.record(await gate(attempts)),
    recordPlan: async plan => store.recordPlan(await gate(plan)),
    recordOutcome: async outcome => store.recordOutcome(await gate(outcome)),
    recordFeedback: async feedback => store.recordFeedback(await gate(feedback)),
  }
}

/** The ledger of an open history; whatever is written to it is redacted on the way. */
export function connectLedger(store: Store, redact: Redactor): Ledger {
  return store.ledger((line, last) => chained(redactValue(line, redact), last, digest))
}

/** Walks a ledger to the first line that is not as it was written. */
export const checkLedger = (ledger: Ledger, head?: string) => walk(ledger.all(), digest, head)

/** SHA-256 of a text, in hexadecimal digits. */
export const digest = (text: string): string => createHash('sha256').update(text).digest('hex')

/** Gives a damaged file another name. */
export const connectSettingAside = () => import('./store/sqlite/set-aside.ts')
