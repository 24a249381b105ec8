import type { AttemptRecord, FeedbackRecord, GreenLine, OutcomeRecord, PlanRecord } from '../model/history.ts'
import { SherpaError } from '../model/trouble.ts'
import type { Recorded } from '../ports/history.ts'
import { createBatches } from './batches.ts'
import { defined } from './defined.ts'
import { type DocumentText, documentTexts } from './document-texts.ts'
import { createAttemptBuilder } from './import-rows.ts'
import { createRowParser } from './parse-row.ts'

/** Where imported rows go. */
export interface ImportTarget {
  record(attempts: readonly AttemptRecord[]): Promise<readonly Recorded[]>
  recordGreenLines(lines: readonly GreenLine[]): Promise<void>
  recordPlan(plan: PlanRecord): Promise<void>
  recordOutcome(outcome: OutcomeRecord): Promise<void>
  recordFeedback(feedback: FeedbackRecord): Promise<void>
}

export interface ImportOptions {
  /** As messages call the input. */
  readonly name: string
  /** Hears of each line that is refused. */
  readonly onRefused: (message: string) => void
  readonly onProgress?: (rows: number) => void
}

/** Attempts in one transaction, and lines of green logs. */
const ATTEMPTS = 500
const GREEN_LINES = 5000

/** Reads an exported history, a row a line. A row that cannot be taken is told and passed over. */
export async function importHistory(chunks: AsyncIterable<Uint8Array>, target: ImportTarget, options: ImportOptions) {
  const parseRow = await createRowParser(options.name)
  const counts: Record<Recorded | 'refused', number> = { new: 0, known: 0, refused: 0 }
  const attempts = createBatches<AttemptRecord>(async batch => {
    for (const recorded of await target.record(batch)) counts[recorded]++
  }, ATTEMPTS)
  const greenLines = createBatches<GreenLine>(lines => target.recordGreenLines(lines), GREEN_LINES)
  const builder = createAttemptBuilder()
  const finish = async () => {
    const done = builder.take()
    if (done) await attempts.add(done)
  }
  let rows = 0

  for await (const document of documentTexts(chunks)) {
    options.onProgress?.(++rows)
    const refused = await take(document).catch(refusal)
    if (refused === undefined) continue
    counts.refused++
    options.onRefused(refused.startsWith(options.name) ? refused : `${options.name}:${document.line}: ${refused}`)
  }
  await finish()
  await attempts.end()
  await greenLines.end()
  return counts

  async function take(document: DocumentText): Promise<string | undefined> {
    const row = parseRow(document)
    switch (row.table) {
      case 'green_line': {
        const { repository, workflow, job, hash, seenMs } = row
        await greenLines.add({ repository, workflow, job, hash, ...defined({ seenMs }) })
        return
      }
      case 'plan': {
        const { table: _, ...plan } = row
        return target.recordPlan(plan).then(() => undefined)
      }
      case 'outcome': {
        const { table: _, undo, ...outcome } = row
        return target.recordOutcome({ ...outcome, ...defined({ undo }) }).then(() => undefined)
      }
      case 'feedback': {
        const { table: _, job, by, ...feedback } = row
        return target.recordFeedback({ ...feedback, ...defined({ job, by }) }).then(() => undefined)
      }
      default:
        if (builder.isNext(row)) await finish()
        return builder.add(row)
    }
  }
}

function refusal(error: unknown): string {
  if (error instanceof SherpaError && error.code === 'row-invalid') return error.message
  throw error
}
