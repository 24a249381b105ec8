import { chooseLogs } from '../../core/gather/archive-layout.ts'
import type { LogInput } from '../../core/gather/input.ts'
import type { LogSource } from '../../core/gather/log-source.ts'
import type { Note } from '../../core/model/case-file.ts'
import { SherpaError } from '../../core/model/trouble.ts'
import { type Budget, createBudget, LIMITS, type Limits } from './limits.ts'
import { logBytes } from './log-bytes.ts'
import { skippedNote } from './skipped-note.ts'
import { type ArchiveEntry, type ArchivePlace, entryBytes, listEntries } from './zip-entries.ts'

/**
 * The logs of a zip archive: GitHub's log archive, or any other. Sizes are checked while inflating, archives inside it are not
 * followed, and one without its list of contents (cut off) is searched for entries.
 */
export async function openArchive(name: string, place: ArchivePlace, limits: Limits = LIMITS): Promise<LogInput> {
  const notes: Note[] = []
  const entries = await listEntries(name, place, limits, note => notes.push(note))
  const byPath = new Map(entries.map(entry => [entry.path, entry]))
  if (byPath.size < entries.length)
    notes.push({
      code: 'archive-duplicates',
      text: `${name} holds ${entries.length - byPath.size} names more than once; the last of each is read.`,
    })
  const { logs, skipped } = chooseLogs([...byPath.keys()], baseName(name))
  if (logs.length === 0)
    throw new SherpaError({
      code: 'no-logs',
      kind: 'usage',
      message: `${name} holds no logs among its ${entries.length} files`,
      hint: 'name the log itself',
    })
  if (skipped.length > 0) notes.push(skippedNote(name, skipped))
  const budget = createBudget(name, limits, 'bytes' in place ? place.bytes.length : undefined)
  return {
    kind: 'logs',
    source: { kind: 'archive', name },
    logs: logs.flatMap(({ path, job }) => {
      const entry = byPath.get(path)
      return entry ? [entrySource(entry, job, budget)] : []
    }),
    notes,
  }
}

const baseName = (name: string) => name.replace(/^.*[/\\]/s, '').replace(/\.zip$/i, '')

function entrySource(entry: ArchiveEntry, job: string | null, budget: Budget): LogSource {
  return {
    name: entry.path,
    job,
    open: (tell = () => {}) => logBytes(entryBytes(entry, budget, tell), { name: entry.path, budget, tell }),
  }
}
