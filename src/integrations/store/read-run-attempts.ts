import type { Kysely } from 'kysely'
import type { Attempt, Conclusion } from '../../core/model/run.ts'
import type { Tables } from './tables.ts'

/** What became of the jobs of each attempt of one run, in order. */
export async function readRunAttempts(db: Kysely<Tables>, repository: string, run: number): Promise<readonly Attempt[]> {
  const rows = await db
    .selectFrom('run')
    .innerJoin('repository', 'repository.id', 'run.repository_id')
    .innerJoin('attempt', 'attempt.run_id', 'run.id')
    .innerJoin('job', 'job.attempt_id', 'attempt.id')
    .innerJoin('job_name', 'job_name.id', 'job.job_name_id')
    .where('repository.name', '=', repository)
    .where('run.number', '=', run)
    .select(['attempt.number as attempt', 'job_name.name', 'job.conclusion'])
    .orderBy('attempt.number')
    .orderBy('job.id')
    .execute()
  return [...Map.groupBy(rows, row => row.attempt)].map(([attempt, jobs]) => ({
    attempt,
    jobs: jobs.map(({ name, conclusion }) => ({
      name,
      ...(conclusion !== null && { conclusion: conclusion as Conclusion }),
    })),
  }))
}
