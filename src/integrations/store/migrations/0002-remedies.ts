import { columnTypes, type Migration } from './migration.ts'

/** What was decided and done about runs, and what people said of it. Kept by name: it outlives the runs it is about. */
export const migration: Migration = {
  async up(db, dialect) {
    const { whole } = columnTypes(dialect)
    await db.schema
      .createTable('plan')
      .addColumn('id', 'text', column => column.primaryKey())
      .addColumn('repository', 'text', column => column.notNull())
      .addColumn('run', whole, column => column.notNull())
      .addColumn('attempt', whole, column => column.notNull())
      .addColumn('planned_ms', whole, column => column.notNull())
      .execute()
    await db.schema
      .createTable('action')
      .addColumn('id', 'text', column => column.primaryKey())
      .addColumn('plan_id', 'text', column => column.notNull().references('plan.id').onDelete('cascade'))
      .addColumn('position', whole, column => column.notNull())
      .addColumn('remedy', 'text', column => column.notNull())
      .addColumn('params', 'text', column => column.notNull())
      .addColumn('verdict', 'text', column => column.notNull())
      .addColumn('reasons', 'text', column => column.notNull())
      .execute()
    await db.schema
      .createTable('outcome')
      .addColumn('action_id', 'text', column => column.notNull().references('action.id').onDelete('cascade'))
      .addColumn('at_ms', whole, column => column.notNull())
      .addColumn('status', 'text', column => column.notNull())
      .addColumn('detail', 'text', column => column.notNull())
      .addColumn('verified', whole, column => column.notNull())
      .addColumn('undo', 'text')
      .addPrimaryKeyConstraint('outcome_key', ['action_id', 'at_ms'])
      .execute()
    await db.schema
      .createTable('feedback')
      .addColumn('id', 'text', column => column.primaryKey())
      .addColumn('repository', 'text', column => column.notNull())
      .addColumn('run', whole, column => column.notNull())
      .addColumn('attempt', whole, column => column.notNull())
      .addColumn('job', 'text')
      .addColumn('at_ms', whole, column => column.notNull())
      .addColumn('about', 'text', column => column.notNull())
      .addColumn('says', 'text', column => column.notNull())
      .addColumn('by', 'text')
      .execute()
    await db.schema.createIndex('action_plan').on('action').column('plan_id').execute()
    await db.schema.createIndex('plan_planned').on('plan').column('planned_ms').execute()
    await db.schema.createIndex('outcome_at').on('outcome').column('at_ms').execute()
    await db.schema.createIndex('feedback_at').on('feedback').column('at_ms').execute()
  },
}
