import { type Kysely, sql } from 'kysely'
import type { AttemptKey } from '../../core/model/run.ts'
import type { KnownAttempt } from '../../core/ports/history.ts'
import type { Tables } from './tables.ts'

/** What is known of attempts that are known at all. */
export async function readKnownAttempts(db: Kysely<Tables>, keys: readonly AttemptKey[]): Promise<readonly KnownAttempt[]> {
  const known: KnownAttempt[] = []
  for (const [repository, group] of Map.groupBy(keys, key => key.repository)) {
    const wanted = new Set(group.map(({ run, attempt }) => `${run} ${attempt}`))
    const rows = await db
      .selectFrom('run')
      .innerJoin('repository', 'repository.id', 'run.repository_id')
      .innerJoin('attempt', 'attempt.run_id', 'run.id')
      .leftJoin('job', 'job.attempt_id', 'attempt.id')
      .select(['run.number as run', 'run.parents', 'attempt.number as attempt', 'attempt.conclusion'])
      .select(({ fn }) => [fn.count('job.log_lines').as('logs'), fn.count<number>(FAILED).as('failed')])
      .where('repository.name', '=', repository)
      .where('run.number', 'in', [...new Set(group.map(({ run }) => run))])
      .groupBy(['run.number', 'run.parents', 'attempt.number', 'attempt.conclusion'])
      .execute()
    for (const { run, parents, attempt, conclusion, logs, failed } of rows)
      if (wanted.has(`${run} ${attempt}`))
        known.push({
          repository,
          run,
          attempt,
          conclusion: conclusion as KnownAttempt['conclusion'],
          logsRead: Number(logs) > 0,
          diagnosed: Number(failed) > 0,
          changesKnown: parents !== null,
        })
  }
  return known
}

const FAILED = sql`(select min(failure.position) from failure where failure.job_id = job.id)`
