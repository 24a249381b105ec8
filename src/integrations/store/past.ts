import type { Kysely } from 'kysely'
import type { JobKey, Window } from '../../core/model/history.ts'
import type { Tables } from './tables.ts'

/** Pieces of the queries that read the past. */

/** Jobs with their runs; what is selected of them is up to the query. */
export const jobsWithRuns = (db: Kysely<Tables>) =>
  db
    .selectFrom('job')
    .innerJoin('attempt', 'attempt.id', 'job.attempt_id')
    .innerJoin('run', 'run.id', 'attempt.run_id')
    .leftJoin('runner', 'runner.id', 'job.runner_id')

/** The columns of a `PastRun`, and when the job started. */
export const RUN_COLUMNS = [
  'run.number as run',
  'attempt.number as attempt',
  'run.event',
  'run.branch',
  'run.base',
  'run.pull_request as pullRequest',
  'run.commit_sha as commit',
  'job.started_ms as startedMs',
] as const

/** A job as its workflow names it, with its number. */
export interface NamedJob extends JobKey {
  readonly id: number
}

/** The jobs of a repository, workflow and name, where those are given, in the order of their names. */
export async function namedJobs(db: Kysely<Tables>, wanted: Partial<JobKey>): Promise<readonly NamedJob[]> {
  const { repository, workflow, job } = wanted
  return db
    .selectFrom('job_name')
    .innerJoin('workflow', 'workflow.id', 'job_name.workflow_id')
    .innerJoin('repository', 'repository.id', 'workflow.repository_id')
    .select(['job_name.id', 'repository.name as repository', 'workflow.name as workflow', 'job_name.name as job'])
    .$if(repository !== undefined, query => query.where('repository.name', '=', repository ?? ''))
    .$if(workflow !== undefined, query => query.where('workflow.name', '=', workflow ?? ''))
    .$if(job !== undefined, query => query.where('job_name.name', '=', job ?? ''))
    .orderBy('repository.name')
    .orderBy('workflow.name')
    .orderBy('job_name.name')
    .execute()
}

/** The jobs of a window, one after another. */
export const windowJobs = (db: Kysely<Tables>, { repository, workflow, job }: Window) =>
  namedJobs(db, {
    ...(repository !== undefined && { repository }),
    ...(workflow !== undefined && { workflow }),
    ...(job !== undefined && { job }),
  })

export const keyOf = ({ repository, workflow, job }: JobKey): JobKey => ({ repository, workflow, job })
