import { createReadStream } from 'node:fs'
import { parseRunDocument } from '../../core/gather/run-document.ts'
import type { AttemptRecord } from '../../core/model/history.ts'
import { SherpaError } from '../../core/model/trouble.ts'
import { documentTexts } from '../../core/record/document-texts.ts'
import { attemptOf } from '../../core/record/from-document.ts'
import type { Run } from '../command.ts'
import { loadConfiguration } from '../configuration.ts'
import { openHistory } from '../store/open.ts'
import type { IngestOptions } from './options.ts'

const BATCH = 500

export const runIngest: Run<IngestOptions> = async (options, environment) => {
  const configuration = await loadConfiguration(options.config, environment)
  const store = await openHistory(options.store, configuration, environment)
  const count = { new: 0, known: 0, refused: 0 }
  try {
    for (const input of options.inputs) {
      const chunks = input === '-' ? environment.input.open() : createReadStream(input, { highWaterMark: 1 << 20 })
      let batch: AttemptRecord[] = []
      const flush = async () => {
        for (const recorded of await store.record(batch)) count[recorded]++
        batch = []
      }
      for await (const document of documentTexts(chunks)) {
        try {
          if ('trouble' in document)
            throw new SherpaError({
              code: 'run-document-invalid',
              kind: 'usage',
              message: `${input}:${document.line}: ${document.trouble}`,
            })
          const attempt = attemptOf(await parseRunDocument(document.text, input, document.line))
          if (!attempt)
            throw new SherpaError({
              code: 'run-document-invalid',
              kind: 'usage',
              message: `${input}:${document.line}: run: is missing`,
            })
          batch.push(attempt)
          if (batch.length >= BATCH) await flush()
        } catch (error) {
          if (!(error instanceof SherpaError) || error.code !== 'run-document-invalid') throw error
          count.refused++
          environment.err.write(`${error.message}\n`)
        }
        environment.progress.show(`${count.new + count.known} documents`)
      }
      await flush()
    }
  } finally {
    await store.close()
  }
  environment.progress.clear()
  environment.out.write(`${count.new} new, ${count.known} known, ${count.refused} refused\n`)
  return 'nothing failed'
}
