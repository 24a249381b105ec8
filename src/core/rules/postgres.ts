import type { Rule } from '../model/rule.ts'

/** PostgreSQL as a service of tests. */
export const rules: readonly Rule[] = [
  {
    id: 'postgres/unreachable',
    category: 'runner',
    title: 'PostgreSQL cannot be reached',
    needles: [
      'could not connect to server',
      'is the server running',
      'the database system is starting up',
      'the database system is shutting down',
      'connection to server',
      'pg_isready',
      'no response',
      'server closed the connection unexpectedly',
    ],
    pattern:
      /could not connect to server: (?!FATAL)|Is the server running (?:locally|on (?:that )?host)|the database system is (?:starting up|shutting down|in recovery mode)|connection to server (?:at|on socket) "[^"\n]{1,120}"[^\n]{0,60}failed: (?!FATAL)|server closed the connection unexpectedly/,
    extent: { after: 3 },
    transient: 0.35,
    explanation:
      'No PostgreSQL answers at this address: the service was not started, is not ready yet, or is found under another host name (service name inside containers, localhost outside).',
    remedies: [
      'Add a health check (`pg_isready`) and wait for it.',
      'Use the service’s name as host inside a container job, and a published port outside.',
    ],
    examples: {
      match: [
        { text: 'psql: error: connection to server at "localhost" (127.0.0.1), port 5432 failed: Connection refused' },
        { text: 'FATAL:  the database system is starting up' },
        { text: '\tIs the server running on host "db" (172.18.0.2) and accepting TCP/IP connections on port 5432?' },
      ],
      miss: ['database system is ready to accept connections'],
    },
  },
  {
    id: 'postgres/login',
    category: 'config',
    title: "PostgreSQL refuses user or database '{symbol}'",
    needles: [
      'password authentication failed for user',
      'does not exist',
      'no pg_hba.conf entry',
      'peer authentication failed',
      'database is uninitialized and superuser password',
    ],
    pattern:
      /(?:FATAL|PG::\w{3,40}|psycopg2?\S{0,40}|OperationalError|error|ERROR):[^\n]{0,160}(?:password authentication failed for user|[Pp]eer authentication failed for user|no pg_hba\.conf entry for host|(?:database|role)) "(?<symbol>[^"\n]{1,80})"(?: does not exist)?|Database is uninitialized and superuser password is not specified/,
    extent: { after: 1 },
    transient: 0.05,
    explanation: 'The server runs, but user, password or database are not those that the service was created with.',
    remedies: [
      'Compare POSTGRES_USER, POSTGRES_PASSWORD and POSTGRES_DB of the service with the connection string.',
      'Create the database before the tests.',
    ],
    examples: {
      match: [
        { text: 'psql: error: FATAL:  password authentication failed for user "cart"', captures: { symbol: 'cart' } },
        { text: 'PG::ConnectionBad: FATAL:  database "cart_test" does not exist', captures: { symbol: 'cart_test' } },
        { text: 'Error: Database is uninitialized and superuser password is not specified.' },
      ],
      miss: ['NOTICE:  role "cart" does not exist, skipping'],
    },
  },
]
