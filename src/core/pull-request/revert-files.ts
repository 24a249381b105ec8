import type { FileEdit, FileEntry, Snapshot } from '../ports/pull-requests.ts'

type Files = Snapshot['files']

/** What takes a change back, file by file; or the files that were changed since, over which it cannot be taken back. */
export type Reverted =
  | { readonly edits: readonly FileEdit[]; readonly conflicts?: never }
  | { readonly conflicts: readonly string[]; readonly edits?: never }

/**
 * Takes back what happened between two states of a repository on top of a third: every file that the change touched becomes what it was before.
 * None of them may have been touched since, whatever the touch; lines are not merged.
 */
export function revertFiles(before: Files, after: Files, now: Files): Reverted {
  const touched = [...new Set([...before.keys(), ...after.keys()])].filter(path => !isSame(before.get(path), after.get(path)))
  const conflicts = touched.filter(path => !isSame(after.get(path), now.get(path)))
  if (conflicts.length > 0) return { conflicts }
  return { edits: touched.map(path => restored(path, before.get(path))) }
}

/** What makes a file what it was. */
export const restored = (path: string, entry: FileEntry | undefined): FileEdit => (entry ? { path, entry } : { path, gone: true })

export const isSame = (a: FileEntry | undefined, b: FileEntry | undefined): boolean => a?.blob === b?.blob && a?.mode === b?.mode
