import type { Run } from '../command.ts'
import { countsText } from '../ingest/counts.ts'
import { mergeFrom } from './merge-from.ts'
import { withHistory } from './open.ts'
import type { StoreMergeOptions } from './options.ts'
import { rescueWords } from './rescue-words.ts'
import { keepMemorySteady } from './steady-memory.ts'

/** Of a damaged history what can be read is added. */
export const runStoreMerge: Run<StoreMergeOptions> = (options, environment) =>
  withHistory(options, environment, async ({ store, tell }) => {
    keepMemorySteady()
    const counts = { new: 0, known: 0, refused: 0 }
    let areSound = true
    for (const from of options.from)
      await withHistory({ ...options, store: from, only: 'read' }, environment, async ({ store: other, place }) => {
        if (other.rescue) tell(`${place} is damaged: ${rescueWords(other.rescue)}`)
        areSound &&= other.rescue === undefined
        await mergeFrom(other, store, recorded => {
          counts.new += recorded.new
          counts.known += recorded.known
          environment.progress.show(`${counts.new + counts.known} attempts`)
        })
        return 'nothing failed'
      })
    environment.progress.clear()
    environment.out.write(options.json ? `${JSON.stringify(counts)}\n` : `${countsText('attempts', counts)}\n`)
    return areSound ? 'nothing failed' : 'failure found'
  })
