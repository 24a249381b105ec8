import type { Kysely } from 'kysely'
import type { AttemptKey } from '../../core/model/run.ts'
import type { Tables } from './tables.ts'

/** Those of the attempts with a job whose log was read. */
export async function readAttempts(db: Kysely<Tables>, keys: readonly AttemptKey[]): Promise<readonly AttemptKey[]> {
  const read: AttemptKey[] = []
  for (const [repository, group] of Map.groupBy(keys, key => key.repository)) {
    const rows = await db
      .selectFrom('run')
      .innerJoin('repository', 'repository.id', 'run.repository_id')
      .innerJoin('attempt', 'attempt.run_id', 'run.id')
      .innerJoin('job', 'job.attempt_id', 'attempt.id')
      .select(['run.number as run', 'attempt.number as attempt'])
      .distinct()
      .where('repository.name', '=', repository)
      .where('job.log_lines', 'is not', null)
      .where(
        'run.number',
        'in',
        group.map(({ run }) => run),
      )
      .execute()
    for (const row of rows) read.push({ repository, ...row })
  }
  return read
}
