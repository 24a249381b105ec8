import type { Kysely } from 'kysely'
import { SherpaError } from '../../core/model/trouble.ts'
import type { Engine } from './engine.ts'
import { migrations } from './migrations/index.ts'
import type { Tables } from './tables.ts'

/**
 * Brings a store to the newest schema (or to `version`), in one transaction: whoever comes second finds it done. Refuses a store of a newer
 * sherpa.
 */
export async function migrate(engine: Engine, version = migrations.length): Promise<void> {
  if (checked(engine, await versionOf(engine.db)) >= version) return
  await engine.write(async ({ db }) => {
    await db.schema
      .createTable('meta')
      .ifNotExists()
      .addColumn('key', 'text', column => column.primaryKey())
      .addColumn('value', 'text', column => column.notNull())
      .execute()
    const current = checked(engine, await versionOf(db))
    for (const migration of migrations.slice(current, version))
      await migration.up(db as unknown as Kysely<unknown>, engine.dialect)
    if (current >= version) return
    await db.deleteFrom('meta').where('key', '=', VERSION).execute()
    await db
      .insertInto('meta')
      .values({ key: VERSION, value: String(version) })
      .execute()
  })
}

const VERSION = 'schema'

/** 0 where there is no schema yet. */
async function versionOf(db: Kysely<Tables>): Promise<number> {
  const tables = await db.introspection.getTables()
  if (!tables.some(({ name }) => name === 'meta')) return 0
  const row = await db.selectFrom('meta').select('value').where('key', '=', VERSION).executeTakeFirst()
  return Number(row?.value ?? 0)
}

function checked({ place }: Engine, version: number): number {
  if (version <= migrations.length) return version
  throw new SherpaError({
    code: 'store-newer',
    kind: 'usage',
    message: `${place} was written by a newer sherpa: its schema is ${version}, this one knows ${migrations.length}`,
    hint: 'update sherpa, or name another store with --store',
  })
}
