import type { Kysely } from 'kysely'
import type { Listing } from '../../core/ports/history.ts'
import type { Engine } from './engine.ts'
import type { Tables } from './tables.ts'

export const readListing = (db: Kysely<Tables>, key: string): Promise<Listing | undefined> =>
  db.selectFrom('listing').select(['tag', 'total']).where('key', '=', key).executeTakeFirst()

export const recordListing = (engine: Engine, key: string, { tag, total }: Listing): Promise<void> =>
  engine.write(async ({ db }) => {
    await db.deleteFrom('listing').where('key', '=', key).execute()
    await db.insertInto('listing').values({ key, tag, total }).execute()
  })

/** What was pruned may be asked for again. */
export const forgetListings = async (db: Kysely<Tables>): Promise<void> => {
  await db.deleteFrom('listing').execute()
}
