import type { Rule } from '../model/rule.ts'

/** Database migrations: Alembic, Flyway, Liquibase, Rails, Prisma, Django, Knex, EF Core. */
export const rules: readonly Rule[] = [
  {
    id: 'migrations/heads',
    category: 'config',
    title: 'Migrations have several heads or conflict',
    needles: [
      'multiple head revisions',
      'conflicting migrations',
      'multiple heads',
      'found more than one migration',
      'multiple leaf nodes',
      'revision',
      "can't locate revision",
    ],
    pattern:
      /Multiple head revisions are present|Conflicting migrations detected; multiple leaf nodes|Can't locate revision identified by '(?<symbol>[^'\n]{1,60})'|Found more than one migration with version|ActiveRecord::DuplicateMigration\w{1,20}Error/,
    extent: { after: 2 },
    transient: 0.01,
    explanation:
      'Two branches added migrations on the same parent, or the database knows a revision that this branch does not have.',
    remedies: ['Merge the heads (`alembic merge`, `makemigrations --merge`) or renumber yours.'],
    examples: {
      match: [
        { text: "alembic.util.exc.CommandError: Multiple head revisions are present for given argument 'head'" },
        {
          text: 'CommandError: Conflicting migrations detected; multiple leaf nodes in the migration graph: (0002_a, 0002_b in cart).',
        },
      ],
      miss: ['Running upgrade 1111 -> 2222, add cart'],
    },
  },
  {
    id: 'migrations/pending',
    category: 'lint',
    title: 'The models and the migrations differ',
    needles: [
      'migrations are pending',
      'pendingmigrationerror',
      'new upgrade operations detected',
      'target database is not up to date',
      'drift detected',
      'the following migration have not yet been applied',
      'pending model changes',
      'the model for context',
    ],
    pattern:
      /Migrations are pending|PendingMigrationError|New upgrade operations detected|Target database is not up to date|The model for context '(?<symbol>[^'\n]{1,80})' (?:has pending changes|changes)|Drift detected: Your database schema is not in sync/,
    extent: { after: 3 },
    transient: 0.01,
    explanation: 'A model was changed without its migration, or the migrations were not run before the tests.',
    remedies: ['Make the migration and commit it.', 'Run the migrations in the job before the tests.'],
    examples: {
      match: [{ text: 'ActiveRecord::PendingMigrationError: Migrations are pending. To resolve this issue, run:' }],
      miss: ['No migrations to apply.', 'No changes detected; drift none'],
    },
  },
  {
    id: 'migrations/failed',
    category: 'config',
    title: 'A migration failed: {message}',
    needles: [
      'standarderror: an error has occurred',
      'flywayexception',
      'flywayvalidateexception',
      'flywaysqlscriptexception',
      'migrationfailedexception',
      'liquibaseexception',
      'validationfailedexception',
      'migration checksum mismatch',
      'error: p3',
      'error: p1',
      'migration failed with error',
      'migration file',
      'migrations failed',
      'waiting for changelog lock',
      'lockexception',
      'unexpected error running liquibase',
    ],
    pattern:
      /StandardError: An error has occurred, (?:this and )?all later migrations canceled|(?:FlywayValidateException|FlywayException|FlywaySqlScriptException|MigrationFailedException|ValidationFailedException|LiquibaseException): (?<message>[^\n]{3,160})|Migration checksum mismatch for migration version (?<version>[\w.]{1,40})|^Error: P[13]\d{3}\b|Unexpected error running Liquibase: |migration failed with error: |Migration of schema "[^"\n]{1,60}" to version/,
    extent: { after: 5 },
    transient: 0.06,
    explanation: 'A script of the migration was refused by the database, or an applied one was changed afterwards.',
    remedies: ['Read the database’s error below.', 'Never change an applied migration: add a new one.'],
    examples: {
      match: [
        { text: 'StandardError: An error has occurred, this and all later migrations canceled:' },
        {
          text: 'org.flywaydb.core.api.exception.FlywayValidateException: Validate failed: Migrations have failed validation',
          captures: { message: 'Validate failed: Migrations have failed validation' },
        },
        { text: 'Error: P3009' },
      ],
      miss: ['Successfully applied 3 migrations'],
    },
  },
  {
    id: 'migrations/prisma',
    category: 'config',
    title: 'Prisma is not set up: {message}',
    needles: ['prisma', 'query engine'],
    pattern:
      /(?<message>@prisma\/client did not initialize yet|Prisma Client could not locate the Query Engine|PrismaClientInitializationError|Environment variable not found: \w{1,60}|Could not find (?:a )?(?:Prisma [Ss]chema|schema\.prisma)[^\n]{0,60}|Can't reach database server at `?[^`\n]{1,80})/,
    extent: { after: 3 },
    transient: 0.08,
    explanation:
      'The client was not generated in this job, for this platform, or its database address is missing or does not answer.',
    remedies: ['Run `npx prisma generate` after the install.', 'Set DATABASE_URL, and add the platform to binaryTargets.'],
    examples: {
      match: [
        {
          text: 'Error: @prisma/client did not initialize yet. Please run "prisma generate"',
          captures: { message: '@prisma/client did not initialize yet' },
        },
        { text: "PrismaClientInitializationError: Can't reach database server at `localhost:5432`" },
      ],
      miss: ['✔ Generated Prisma Client'],
    },
  },
]
