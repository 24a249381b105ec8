import type { ArchiveEntry, CiJob, LogArchive } from '../ports/ci.ts'
import { chooseLogs } from './archive-layout.ts'
import { mapBounded } from './bounded.ts'
import { matchJobs, printedJobName } from './job-names.ts'

/** The bytes of a job's log out of an archive of the whole run, by the id of the job. */
export type ArchivedLogs = ReadonlyMap<number, () => AsyncIterable<Uint8Array>>

const HEAD_BYTES = 64 * 1024
const WIDTH = 4

/** Finds out which files of the archive are whose log: by the name that the log itself prints, else by the file's name and order. */
export async function findArchivedLogs({ entries }: LogArchive, jobs: readonly CiJob[]): Promise<ArchivedLogs> {
  const byPath = new Map(entries.map(entry => [entry.path, entry]))
  const groups = new Map<string, ArchiveEntry[]>()
  for (const { path, job } of chooseLogs([...byPath.keys()]).logs) {
    const key = path.includes('/') ? `folder ${job}` : path
    const entry = byPath.get(path)
    if (entry) groups.set(key, [...(groups.get(key) ?? []), entry])
  }
  const files = [...groups.values()]
  const names = await mapBounded(files, WIDTH, nameOf)
  const ended = jobs
    .filter(({ job }) => job.completedAt !== undefined)
    .sort((a, b) => Date.parse(a.job.completedAt ?? '') - Date.parse(b.job.completedAt ?? ''))
  const matched = matchJobs(
    names,
    ended.map(({ job }) => job.name),
  )
  return new Map(
    matched.flatMap((index, file) => {
      const job = index === null ? undefined : ended[index]?.job
      return job ? [[job.id, () => concat(files[file] ?? [])] as const] : []
    }),
  )
}

async function nameOf(entries: readonly ArchiveEntry[]): Promise<string> {
  const first = entries[0] as ArchiveEntry
  const printed = printedJobName(await readHead(first))
  const name =
    /^(?:.*\/)?(?<folder>[^/]+)\/[^/]+$/s.exec(first.path)?.groups?.['folder'] ??
    /^\d+_(?<name>.+)\.txt$/s.exec(first.path)?.groups?.['name']
  return printed ?? name ?? first.path
}

async function readHead(entry: ArchiveEntry): Promise<string> {
  const decoder = new TextDecoder()
  let text = ''
  for await (const chunk of entry.open()) {
    text += decoder.decode(chunk.subarray(0, HEAD_BYTES), { stream: true })
    if (text.length >= HEAD_BYTES) break
  }
  return text
}

async function* concat(entries: readonly ArchiveEntry[]): AsyncGenerator<Uint8Array> {
  for (const entry of entries) yield* entry.open()
}
