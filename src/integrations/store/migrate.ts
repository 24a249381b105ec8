import type { Kysely } from 'kysely'
import { SherpaError } from '../../core/model/trouble.ts'
import type { Engine } from './engine.ts'
import { createIndexes, UNINDEXED } from './indexes.ts'
import { migrations } from './migrations/index.ts'
import type { Tables } from './tables.ts'

/**
 * Brings a store to the newest schema (or to `version`), in one transaction: whoever comes second finds it done. Refuses a store of a newer
 * sherpa.
 */
export async function migrate(engine: Engine, version = migrations.length): Promise<void> {
  const before = await metaOf(engine.db)
  if (checked(engine, versionIn(before)) >= version && !before.has(UNINDEXED)) return
  await engine.write(async ({ db }) => {
    await db.schema
      .createTable('meta')
      .ifNotExists()
      .addColumn('key', 'text', column => column.primaryKey())
      .addColumn('value', 'text', column => column.notNull())
      .execute()
    const current = checked(engine, versionIn(await metaOf(db)))
    for (const migration of migrations.slice(current, version))
      await migration.up(db as unknown as Kysely<unknown>, engine.dialect)
    await createIndexes(db)
    if (current >= version) return
    await db.deleteFrom('meta').where('key', '=', VERSION).execute()
    await db
      .insertInto('meta')
      .values({ key: VERSION, value: String(version) })
      .execute()
  })
}

const VERSION = 'schema'

async function metaOf(db: Kysely<Tables>): Promise<ReadonlyMap<string, string>> {
  const tables = await db.introspection.getTables()
  if (!tables.some(({ name }) => name === 'meta')) return new Map()
  const rows = await db.selectFrom('meta').selectAll().execute()
  return new Map(rows.map(({ key, value }) => [key, value]))
}

/** 0 where there is no schema yet. */
const versionIn = (meta: ReadonlyMap<string, string>) => Number(meta.get(VERSION) ?? 0)

function checked({ place }: Engine, version: number): number {
  if (version <= migrations.length) return version
  throw new SherpaError({
    code: 'store-newer',
    kind: 'usage',
    message: `${place} was written by a newer sherpa: its schema is ${version}, this one knows ${migrations.length}`,
    hint: 'update sherpa, or name another store with --store',
  })
}
