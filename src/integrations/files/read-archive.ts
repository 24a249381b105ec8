import type { ReadArchive } from '../../core/ports/ci.ts'
import { createBudget, LIMITS } from './limits.ts'
import { logBytes } from './log-bytes.ts'
import { whole } from './peek.ts'
import { entryBytes, listEntries } from './zip-entries.ts'

/** Holds an archive that was downloaded, and unpacks its files one by one as they are asked for. */
export const readArchive: ReadArchive = async download => {
  const name = 'the log archive'
  const bytes = await whole(download, name, LIMITS.pipedArchiveBytes)
  const ignore = () => {}
  const entries = await listEntries(name, { bytes }, LIMITS, ignore)
  const budget = createBudget(name, LIMITS, bytes.length)
  return {
    entries: entries.map(entry => ({
      path: entry.path,
      open: () => logBytes(entryBytes(entry, budget, ignore), { name: entry.path, budget, tell: ignore }),
    })),
    close: async () => {},
  }
}
