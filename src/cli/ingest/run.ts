import { ingestDocuments } from '../../core/record/ingest.ts'
import type { Run } from '../command.ts'
import { readableSize } from '../diagnose/readable-size.ts'
import { withHistory } from '../store/open.ts'
import { keepMemorySteady } from '../store/steady-memory.ts'
import { safeProgress } from '../terminal/safe-progress.ts'
import { addCounts, checkRefused, countsText, NO_COUNTS } from './counts.ts'
import { logReading } from './log-reading.ts'
import { openDocuments } from './open.ts'
import type { IngestOptions } from './options.ts'

export const runIngest: Run<IngestOptions> = (options, environment) =>
  withHistory(options, environment, async history => {
    keepMemorySteady()
    const { store, tell, redact } = history
    const progress = safeProgress(environment.progress, redact)
    const logs = options.logs ? await logReading(history) : null
    let counts = NO_COUNTS
    for (const name of options.inputs) {
      const documents = await openDocuments(name, options, environment, tell)
      const onProgress = (bytes: number) => progress.show(`storing ${documents.name}: ${readableSize(bytes)}`)
      counts = addCounts(counts, await ingestDocuments(documents, { store, logs, onRefused: tell, onNote: tell, onProgress }))
    }
    progress.clear()
    environment.out.write(options.json ? `${JSON.stringify(counts)}\n` : `${countsText('documents', counts)}\n`)
    checkRefused('documents', counts)
    return 'nothing failed'
  })
