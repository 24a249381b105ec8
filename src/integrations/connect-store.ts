import { createStoreGate } from '../core/record/redact-record.ts'
import type { Redactor } from '../core/redact/redact.ts'
import { connectSecretFinder } from './connect.ts'
import type { Store } from './store/open-store.ts'

/** Opens the history; whatever is written to it is redacted on the way. */
export async function connectStore(place: string, redact: Redactor): Promise<Store> {
  const [{ openStore }, finder] = await Promise.all([import('./store/open-store.ts'), connectSecretFinder()])
  const gate = createStoreGate(redact, finder)
  const store = await openStore(place)
  return {
    ...store,
    record: async attempts => store.record(await gate(attempts)),
    recordPlan: async plan => store.recordPlan(await gate(plan)),
    recordOutcome: async outcome => store.recordOutcome(await gate(outcome)),
    recordFeedback: async feedback => store.recordFeedback(await gate(feedback)),
  }
}
