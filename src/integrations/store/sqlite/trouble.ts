import { SherpaError } from '../../../core/model/trouble.ts'

/** What SQLite says, by its messages: better-sqlite3 and node:sqlite give them different codes. https://sqlite.org/rescode.html */

/** Somebody else is writing. */
export const isBusy = (error: unknown): boolean =>
  error instanceof Error && /database (?:table |schema )?is locked/.test(error.message)

/** The file holds no database, or a broken one. */
export const isDamaged = (error: unknown): boolean =>
  error instanceof Error &&
  (/disk image is malformed|file is not a database|malformed database schema/.test(error.message) || isDamage(error))

const isDamage = (error: Error) => error instanceof SherpaError && error.code === 'store-damaged'

/** Where the world is to blame; mistakes of ours stay what they are. */
export function sqliteTrouble(error: unknown, place: string): unknown {
  if (!(error instanceof Error) || error instanceof SherpaError) return error
  if (isDamaged(error))
    return new SherpaError(
      {
        code: 'store-damaged',
        kind: 'world',
        message: `${place} is damaged: ${error.message}`,
        hint: 'run sherpa store check, which saves what can be read',
      },
      { cause: error },
    )
  if (!WORLD.test(error.message)) return error
  return new SherpaError(
    {
      code: 'store-unusable',
      kind: 'world',
      message: `${place} cannot be used: ${error.message}`,
      hint: 'check its rights and the room on its disk, or name another store with --store',
    },
    { cause: error },
  )
}

const WORLD =
  /database or disk is full|readonly database|unable to open database|disk I\/O error|interrupted|EACCES|EPERM|ENOENT|ENOSPC|ELOOP|ENAMETOOLONG|EROFS|ENOTDIR|EEXIST|EISDIR/
