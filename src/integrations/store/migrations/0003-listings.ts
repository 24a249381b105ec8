import type { Migration } from './migration.ts'

/** Lists of runs as a CI gave them, so that it need not give again what did not change. */
export const migration: Migration = {
  async up(db) {
    await db.schema
      .createTable('listing')
      .addColumn('key', 'text', column => column.primaryKey())
      .addColumn('tag', 'text', column => column.notNull())
      .addColumn('total', 'integer', column => column.notNull())
      .execute()
  },
}
