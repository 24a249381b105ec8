import type { AttemptRecord, GreenLine } from '../../core/model/history.ts'
import { createBatches } from '../../core/record/batches.ts'
import type { Run } from '../command.ts'
import { countsText } from '../ingest/counts.ts'
import { withHistory } from './open.ts'
import type { StoreMergeOptions } from './options.ts'
import { keepMemorySteady } from './steady-memory.ts'

const EVER = { sinceMs: Number.MIN_SAFE_INTEGER, untilMs: Number.MAX_SAFE_INTEGER }

export const runStoreMerge: Run<StoreMergeOptions> = (options, environment) =>
  withHistory(options, environment, async ({ store }) => {
    keepMemorySteady()
    const counts = { new: 0, known: 0, refused: 0 }
    for (const from of options.from)
      await withHistory({ ...options, store: from, only: 'read' }, environment, async ({ store: other }) => {
        const attempts = createBatches<AttemptRecord>(async batch => {
          for (const recorded of await store.record(batch)) counts[recorded]++
          environment.progress.show(`${counts.new + counts.known} attempts`)
        }, 500)
        for await (const record of other.records()) await attempts.add(record)
        await attempts.end()
        const lines = createBatches<GreenLine>(batch => store.recordGreenLines(batch), 5000)
        for await (const line of other.allGreenLines()) await lines.add(line)
        await lines.end()
        for (const plan of await other.plans(EVER)) await store.recordPlan(plan)
        for (const outcome of await other.outcomes(EVER)) await store.recordOutcome(outcome)
        for (const feedback of await other.feedback(EVER)) await store.recordFeedback(feedback)
        return 'nothing failed'
      })
    environment.progress.clear()
    environment.out.write(options.json ? `${JSON.stringify(counts)}\n` : `${countsText('attempts', counts)}\n`)
    return 'nothing failed'
  })
