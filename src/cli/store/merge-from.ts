import type { AttemptRecord, GreenLine } from '../../core/model/history.ts'
import { createBatches } from '../../core/record/batches.ts'
import type { History } from './open.ts'

const EVER = { sinceMs: Number.MIN_SAFE_INTEGER, untilMs: Number.MAX_SAFE_INTEGER }

type Store = History['store']

/**
 * Adds what one history holds to another; what is known there is completed. Ledgers cannot be merged: that of a damaged history goes on in one
 * that has none.
 */
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
  if (other.rescue) await store.adoptLedger(other.ledgerLines())
}
