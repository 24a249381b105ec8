import { connectSettingAside } from '../../integrations/connect-store.ts'
import type { Run } from '../command.ts'
import { countsText } from '../ingest/counts.ts'
import { mergeFrom, takeOver } from './merge-from.ts'
import { isUrl } from './named-place.ts'
import { withHistory } from './open.ts'
import type { StoreMergeOptions } from './options.ts'
import { rescueWords } from './rescue-words.ts'
import { keepMemorySteady } from './steady-memory.ts'

/** Of a damaged history what can be read is added. */
export const runStoreMerge: Run<StoreMergeOptions> = (options, environment) =>
  withHistory(options, environment, async target => {
    const { store, place: into, tell } = target
    keepMemorySteady()
    const counts = { new: 0, known: 0, refused: 0 }
    let areSound = true
    for (const from of options.from)
      await withHistory({ ...options, store: from, only: 'read' }, environment, async source => {
        const { store: other, place } = source
        if (other.rescue) tell(`${place} is damaged: ${rescueWords(other.rescue)}`)
        areSound &&= other.rescue === undefined
        await mergeFrom(other, store, recorded => {
          counts.new += recorded.new
          counts.known += recorded.known
          environment.progress.show(`${counts.new + counts.known} attempts`)
        })
        const trouble = other.rescue || (await isAside(place, into)) ? await takeOver(source, target) : null
        if (trouble !== null) tell(trouble)
        return 'nothing failed'
      })
    environment.progress.clear()
    environment.out.write(options.json ? `${JSON.stringify(counts)}\n` : `${countsText('attempts', counts)}\n`)
    return areSound ? 'nothing failed' : 'failure found'
  })

const isAside = async (from: string, into: string) => !isUrl(into) && (await connectSettingAside()).unrescued(into).includes(from)
