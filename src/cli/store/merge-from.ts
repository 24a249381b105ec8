import type { AttemptRecord, GreenLine } from '../../core/model/history.ts'
import { createBatches } from '../../core/record/batches.ts'
import { connectSettingAside } from '../../integrations/connect-store.ts'
import type { History } from './open.ts'

const EVER = { sinceMs: Number.MIN_SAFE_INTEGER, untilMs: Number.MAX_SAFE_INTEGER }

type Store = History['store']

/** Adds what one history holds to another; what is known there is completed. Ledgers cannot be merged: see {@link takeOver}. */
export async function mergeFrom(other: Store, store: Store, onAttempts: (counts: { new: number; known: number }) => void) {
  const attempts = createBatches<AttemptRecord>(async batch => {
    const counts = { new: 0, known: 0 }
    for (const recorded of await store.record(batch)) counts[recorded]++
    onAttempts(counts)
  }, 500)
  for await (const record of other.records()) await attempts.add(record)
  await attempts.end()
  const lines = createBatches<GreenLine>(batch => store.recordGreenLines(batch), 5000)
  for await (const line of other.allGreenLines()) await lines.add(line)
  await lines.end()
  for (const plan of await other.plans(EVER)) await store.recordPlan(plan)
  for (const outcome of await other.outcomes(EVER)) await store.recordOutcome(outcome)
  for (const feedback of await other.feedback(EVER)) await store.recordFeedback(feedback)
}

/**
 * The ledger of a damaged history goes on in one that has none; where all of it does, that one may be healed by again. Why it does not, as a
 * sentence: lines are lost, or that one has lines of its own by now.
 */
export async function takeOver({ store: other, place: aside }: Held, { store, place }: Held): Promise<string | null> {
  const goesOn = (await store.adoptLedger(other.ledgerLines())) || (await hasAllOf(other, store))
  if (!goesOn) return `${place} has a ledger of its own by now: that of ${aside} does not go on in it`
  if (other.rescue && other.rescue.ledger.lost !== 0)
    return `the ledger of ${aside} is not whole: what was done before is not known`
  ;(await connectSettingAside()).markRescued(aside, place)
  return null
}

type Held = Pick<History, 'store' | 'place'>

/** Whether a ledger has the last line of another, and so all of them. */
async function hasAllOf(other: Store, store: Store): Promise<boolean> {
  let last: string | undefined
  for await (const { hash } of other.ledgerLines()) last = hash
  if (last === undefined) return true
  for await (const { hash } of store.ledgerLines()) if (hash === last) return true
  return false
}
