import type { Rule } from '../model/rule.ts'

/** Statements that a database refuses. */
export const rules: readonly Rule[] = [
  {
    id: 'sql/error',
    category: 'config',
    title: 'The database refused a statement: {message}',
    needles: [
      'relation "',
      'no such table',
      'undefinedtable',
      'error 1064',
      'syntax error at or near',
      "doesn't exist",
      'undefinedcolumn',
      'deadlock detected',
      'lock wait timeout',
      'database is locked',
      'duplicate key value',
    ],
    pattern:
      /(?<message>relation "[^"\n]{1,100}" does not exist|no such table: [\w.]{1,80}|Table '[^'\n]{1,100}' doesn't exist|syntax error at or near "[^"\n]{0,60}"|ERROR 1064 \(42000\)|deadlock detected|Lock wait timeout exceeded|database is locked|duplicate key value violates unique constraint "[^"\n]{1,80}")/,
    role: 'summary',
    extent: { after: 2 },
    transient: 0.1,
    explanation:
      'A statement failed: tables that a migration has not made yet, a syntax the server does not know, or two transactions in each other’s way.',
    remedies: [
      'Run the migrations before the tests, against the same database.',
      'Compare the server’s version with the one used locally.',
    ],
    examples: {
      match: [
        {
          text: 'PG::UndefinedTable: ERROR:  relation "carts" does not exist',
          captures: { message: 'relation "carts" does not exist' },
        },
        { text: 'sqlite3.OperationalError: no such table: carts' },
      ],
      miss: ['creating relation "carts"'],
    },
  },
]
