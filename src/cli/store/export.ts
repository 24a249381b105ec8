import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { type ExportedRow, exportAttempt } from '../../core/record/export-rows.ts'
import type { Run } from '../command.ts'
import type { History } from './open.ts'
import { withHistory } from './open.ts'
import type { StoreExportOptions } from './options.ts'
import { keepMemorySteady } from './steady-memory.ts'

/** Characters written at once. */
const PIECE = 64 * 1024
const EVER = { sinceMs: Number.MIN_SAFE_INTEGER, untilMs: Number.MAX_SAFE_INTEGER }

export const runStoreExport: Run<StoreExportOptions> = (options, environment) =>
  withHistory(options, environment, async ({ store, tell }) => {
    keepMemorySteady()
    const file = options.file === undefined || options.file === '-' ? undefined : createWriteStream(options.file)
    const write = async (text: string) => {
      if (!file) environment.out.write(text)
      else if (!file.write(text)) await once(file, 'drain')
    }
    let rows = 0
    let piece = ''
    for await (const row of allRows(store)) {
      piece += `${JSON.stringify(row)}\n`
      rows++
      environment.progress.show(`${rows} rows`)
      if (piece.length < PIECE) continue
      await write(piece)
      piece = ''
    }
    await write(piece)
    if (file) {
      file.end()
      await once(file, 'close')
      tell(`${rows} rows written to ${options.file}`)
    }
    return 'nothing failed'
  })

/** Everything, in an order that depends on nothing but the content. */
async function* allRows(store: History['store']): AsyncGenerator<ExportedRow> {
  for await (const record of store.records()) yield* exportAttempt(record)
  for await (const line of store.allGreenLines()) yield { table: 'green_line', ...line }
  for (const plan of await store.plans(EVER)) yield { table: 'plan', ...plan }
  for (const outcome of await store.outcomes(EVER)) yield { table: 'outcome', ...outcome }
  for (const feedback of await store.feedback(EVER)) yield { table: 'feedback', ...feedback }
}
