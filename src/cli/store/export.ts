import { resolve } from 'node:path'
import { type ExportedRow, exportAttempt } from '../../core/record/export-rows.ts'
import { escapeRisky } from '../../core/report/inert-json.ts'
import { connectWriting } from '../../integrations/connect.ts'
import type { Run } from '../command.ts'
import type { History } from './open.ts'
import { withHistory } from './open.ts'
import type { StoreExportOptions } from './options.ts'
import { keepMemorySteady } from './steady-memory.ts'

/** Characters written at once. */
const PIECE = 64 * 1024
const EVER = { sinceMs: Number.MIN_SAFE_INTEGER, untilMs: Number.MAX_SAFE_INTEGER }

export const runStoreExport: Run<StoreExportOptions> = ({ file, ...options }, environment) => {
  const output = file === '-' ? undefined : file
  return withHistory({ ...options, output, only: 'existing' }, environment, async ({ store, tell }) => {
    keepMemorySteady()
    let rows = 0
    const pieces = inPieces(allRows(store), () => environment.progress.show(`${++rows} rows`))
    if (output === undefined) for await (const piece of pieces) environment.out.write(piece)
    else {
      const write = await connectWriting()
      await write(resolve(environment.directory, output), pieces)
      tell(`${rows} rows written to ${output}`)
    }
    return 'nothing failed'
  })
}

async function* inPieces(rows: AsyncIterable<ExportedRow>, onRow: () => void): AsyncGenerator<string> {
  let piece = ''
  for await (const row of rows) {
    piece += `${escapeRisky(JSON.stringify(row))}\n`
    onRow()
    if (piece.length < PIECE) continue
    yield piece
    piece = ''
  }
  yield piece
}

/** Everything, in an order that depends on nothing but the content. */
async function* allRows(store: History['store']): AsyncGenerator<ExportedRow> {
  for await (const record of store.records()) yield* exportAttempt(record)
  for await (const line of store.allGreenLines()) yield { table: 'green_line', ...line }
  for (const plan of await store.plans(EVER)) yield { table: 'plan', ...plan }
  for (const outcome of await store.outcomes(EVER)) yield { table: 'outcome', ...outcome }
  for (const feedback of await store.feedback(EVER)) yield { table: 'feedback', ...feedback }
}
