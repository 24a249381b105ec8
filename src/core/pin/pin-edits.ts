import type { FileEdit, FileEntry } from '../ports/pull-requests.ts'
import { isSame, restored } from '../pull-request/revert-files.ts'
import type { States } from '../pull-request/states.ts'
import { asksFor, type Texts, withOldLines } from './edit-manifest.ts'
import { isForeign, kindOf, lockOf, type PinKind } from './kinds.ts'
import { isFirm } from './ranges.ts'

/** A dependency that a commit moved. */
export interface Moved {
  readonly ecosystem: string
  readonly name: string
  /** As the file wrote it before and with the commit. */
  readonly from: string
  readonly to: string
  readonly file: string
}

/** What pins it; or why that is not exactly known. */
export type Pinned =
  | { readonly edits: readonly FileEdit[]; readonly refused?: never }
  | { readonly refused: string; readonly edits?: never }

/** Reads the text of a file that all three states have. */
export interface ManifestTexts extends Texts {
  /** Of the lock file as it is now, where it holds sums alone. */
  readonly sums: string | null
}

/** The files that a decision needs to be read: the manifest, and `go.sum`. */
export function filesToRead(
  { ecosystem, file }: Moved,
  { now }: States,
): { readonly manifest: string | null; readonly sums: string | null } {
  const kind = kindOf(ecosystem, file)
  const manifest = kind?.manifest.test(file) ? file : null
  const sums = kind && manifest !== null && ecosystem === 'go' ? lockOf(kind, manifest, now.files) : null
  return { manifest, sums }
}

/**
 * What takes one dependency back to the version that it had before a commit. A lock file is put back whole, and only where it fits the manifest
 * that stands beside it then: what would have to be resolved anew is left to a person.
 */
export function pinEdits(moved: Moved, states: States, texts: ManifestTexts | null): Pinned {
  const kind = kindOf(moved.ecosystem, moved.file)
  if (!kind) return { refused: `${moved.file} is not edited by sherpa: set ${moved.name} back to ${moved.from}` }
  const pinned = texts ? byManifest(moved, kind, states, texts) : byLock(moved, kind, states)
  if (!pinned.refused) return pinned
  return { refused: `${pinned.refused}; by hand: ${kind.command(moved.name, moved.from)}` }
}

function byManifest(moved: Moved, kind: PinKind, { before, after, now }: States, texts: ManifestTexts): Pinned {
  const { ecosystem, name, from, to, file } = moved
  const mode = now.files.get(file)?.mode ?? '100644'
  if (!mode.startsWith('100')) return { refused: `${file} is a link` }
  const place = { ecosystem, name, path: file }
  const isMoved = asksFor(place, texts.before, from) && asksFor(place, texts.after, to)
  const text = isMoved ? withOldLines(place, texts) : null
  if (text === null) return { refused: `${file} does not ask for ${name} as ${after.commit.slice(0, 10)} wrote it` }
  if (text === texts.now) return { refused: `${file} asks for ${name} ${from} already` }
  const edit: FileEdit = { path: file, text, mode }
  const lock = lockOf(kind, file, now.files)
  if (lock === null) {
    if (isFirm(ecosystem, from, to)) return { edits: [edit] }
    return { refused: `${from} allows what ${to} brought, and no lock file says which version was good` }
  }
  if (hasSums(moved, texts.sums)) return { edits: [edit] }
  const [was, became, is] = [before, after, now].map(({ files }) => files.get(lock))
  const isConsistent = text === texts.before && was !== undefined && (isSame(is, became) || isSame(is, was))
  if (!isConsistent || changedManifest(kind, { before, now }, file) !== undefined)
    return { refused: `${lock} would have to be made anew` }
  return { edits: isSame(is, was) ? [edit] : [edit, restored(lock, was)] }
}

/** What only a lock file moved, is as it was where the lock file is, and nothing that it was made of changed since. */
function byLock({ file }: Moved, kind: PinKind, { before, after, now }: States): Pinned {
  const [was, became, is] = [before, after, now].map(({ files }) => files.get(file)) as (FileEntry | undefined)[]
  if (was === undefined) return { refused: `${file} was not there before` }
  if (isSame(is, was)) return { refused: `${file} is as it was already` }
  if (!isSame(is, became)) return { refused: `${file} was changed since` }
  const changed = changedManifest(kind, { before, now }, null)
  if (changed !== undefined) return { refused: `${changed} was changed, so that ${file} would have to be made anew` }
  return { edits: [restored(file, was)] }
}

/** One that a lock file may have been made of, and that is not what it was. */
function changedManifest(
  { manifest }: PinKind,
  { before, now }: Pick<States, 'before' | 'now'>,
  but: string | null,
): string | undefined {
  const paths = new Set([...before.files.keys(), ...now.files.keys()])
  return [...paths].find(
    path => path !== but && manifest.test(path) && !isForeign(path) && !isSame(before.files.get(path), now.files.get(path)),
  )
}

/** Of Go: the sums of the version are still there. https://go.dev/ref/mod#go-sum-files */
function hasSums({ name, from }: Moved, sums: string | null): boolean {
  const lines = sums?.split('\n') ?? []
  return [`${name} ${from} h1:`, `${name} ${from}/go.mod h1:`].every(start => lines.some(line => line.startsWith(start)))
}
