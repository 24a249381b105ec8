import type { Kysely } from 'kysely'
import type { Change } from '../../core/model/run.ts'
import type { Tables } from './tables.ts'

export async function readChanges(db: Kysely<Tables>, repository: string, run: number): Promise<readonly Change[]> {
  const rows = await db
    .selectFrom('change')
    .innerJoin('run', 'run.id', 'change.run_id')
    .innerJoin('repository', 'repository.id', 'run.repository_id')
    .select(['change.file', 'change.patch'])
    .where('repository.name', '=', repository)
    .where('run.number', '=', run)
    .orderBy('change.file')
    .execute()
  return rows.map(({ file, patch }) => (patch === null ? { file } : { file, patch }))
}
