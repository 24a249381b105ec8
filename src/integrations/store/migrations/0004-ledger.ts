import { columnTypes, type Migration } from './migration.ts'

/** What was done about failures, and what was not: lines that are only added, each with the hash of the one before. */
export const migration: Migration = {
  async up(db, dialect) {
    const { whole } = columnTypes(dialect)
    await db.schema
      .createTable('ledger')
      .addColumn('seq', whole, column => column.primaryKey())
      .addColumn('at_ms', whole, column => column.notNull())
      .addColumn('repository', 'text', column => column.notNull())
      .addColumn('line', 'text', column => column.notNull())
      .addColumn('previous', 'text', column => column.notNull())
      .addColumn('hash', 'text', column => column.notNull())
      .execute()
    await db.schema.createIndex('ledger_at').on('ledger').columns(['repository', 'at_ms']).execute()
  },
}
