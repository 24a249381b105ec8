import type { Note } from '../../core/model/case-file.ts'

const NAMED = 5

/** Says what was left out of a folder or archive, naming the first few. */
export function skippedNote(input: string, skipped: readonly string[]): Note {
  const named = skipped.slice(0, NAMED).join(', ')
  const more = skipped.length > NAMED ? ` and ${skipped.length - NAMED} more` : ''
  const what = skipped.length === 1 ? '1 file that is no log' : `${skipped.length} files that are no logs`
  return { code: 'files-skipped', text: `Left out of ${input}: ${what} (${named}${more}).` }
}
