import { SherpaError } from '../../core/model/trouble.ts'
import { importHistory } from '../../core/record/import-history.ts'
import { connectRecords } from '../../integrations/connect.ts'
import type { Run } from '../command.ts'
import { addCounts, checkRefused, countsText, NO_COUNTS } from '../ingest/counts.ts'
import { withHistory } from './open.ts'
import type { StoreImportOptions } from './options.ts'
import { keepMemorySteady } from './steady-memory.ts'

export const runStoreImport: Run<StoreImportOptions> = (options, environment) =>
  withHistory(options, environment, async ({ store, tell }) => {
    keepMemorySteady()
    const openRecords = await connectRecords()
    let counts = NO_COUNTS
    for (const file of options.files) {
      const input = await openRecords(file, { stdin: Object.assign(environment.input.open(), {}) })
      if (input.kind !== 'documents') throw notExported(file)
      const onProgress = (rows: number) => environment.progress.show(`${rows} rows of ${input.name}`)
      const imported = await store.filling(() =>
        importHistory(input.open(), store, { name: input.name, onRefused: tell, onProgress }),
      )
      counts = addCounts(counts, imported)
    }
    environment.progress.clear()
    environment.out.write(options.json ? `${JSON.stringify(counts)}\n` : `${countsText('attempts', counts)}\n`)
    checkRefused('rows', counts)
    return 'nothing failed'
  })

const notExported = (file: string) =>
  new SherpaError({
    code: 'not-a-history',
    kind: 'usage',
    message: `${file} is no exported history`,
    hint: 'name a file that sherpa store export wrote',
  })
