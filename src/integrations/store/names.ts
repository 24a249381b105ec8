import { sql } from 'kysely'
import type { Runner } from '../../core/model/history.ts'
import type { Writer } from './engine.ts'

/** The numbers of things that stand in the store once and are named often. Those of one store are remembered from batch to batch. */
export interface Names {
  repository(name: string): Promise<number>
  workflow(repository: number, name: string): Promise<number>
  runner(runner: Runner): Promise<number>
  /** Without asking the store. */
  knownRunner(runner: Runner): number | undefined
  jobNames(workflow: number, jobs: readonly Called[]): Promise<ReadonlyMap<string, number>>
  testCases(jobName: number, tests: readonly Called[]): Promise<ReadonlyMap<string, number>>
}

/** Something that has a name. */
interface Called {
  readonly name: string
}

/** Numbers by a table's name, a parent's number and a name. */
export type KnownNames = Map<string, Map<string, number>>

/** Beyond that many of one kind memory counts more than time. */
const MOST_KNOWN = 200_000
/** SQLite takes 32,766 values in one statement. */
const AT_ONCE = 1000

export function createNames({ db, insert }: Writer, known: KnownNames): Names {
  return {
    repository: async name => one(await numbersOf('repository', 0, [{ name }]), name),
    workflow: async (repository, name) => one(await numbersOf('workflow', repository, [{ name }]), name),
    jobNames: (workflow, jobs) => numbersOf('job_name', workflow, jobs),
    testCases: (jobName, tests) => numbersOf('test_case', jobName, tests),
    knownRunner: runner => remembered('runner').get(runnerKey(runner)),
    async runner(runner) {
      const { image = '', version = '', os = '' } = runner
      const found = await db
        .selectFrom('runner')
        .select('id')
        .where('image', '=', image)
        .where('version', '=', version)
        .where('os', '=', os)
        .executeTakeFirst()
      const id = found?.id ?? (await nextId('runner'))
      if (!found) await insert('runner', [{ id, image, version, os }])
      remembered('runner').set(runnerKey(runner), id)
      return id
    },
  }

  async function numbersOf(table: Named, parent: number, called: readonly Called[]): Promise<ReadonlyMap<string, number>> {
    const all = remembered(`${table} ${parent}`)
    if (called.every(({ name }) => all.has(name))) return all
    const missing = new Set(called.map(({ name }) => name).filter(name => !all.has(name)))
    const wanted = [...missing]
    for (let at = 0; at < wanted.length; at += AT_ONCE) {
      for (const { id, name } of await select(table, parent, wanted.slice(at, at + AT_ONCE))) {
        all.set(name, id)
        missing.delete(name)
      }
    }
    if (missing.size === 0) return all
    const first = await nextId(table)
    const rows = [...missing].map((name, i) => ({ id: first + i, name }))
    await insertNamed(table, parent, rows)
    for (const { id, name } of rows) all.set(name, id)
    return all
  }

  function remembered(kind: string): Map<string, number> {
    const before = known.get(kind)
    if (before && before.size < MOST_KNOWN) return before
    const empty = new Map<string, number>()
    known.set(kind, empty)
    return empty
  }

  function select(table: Named, parent: number, names: readonly string[]) {
    const query = db.selectFrom(table).select(['id', 'name']).where('name', 'in', names)
    const column = PARENT[table]
    return (column ? query.where(sql.ref(column), '=', parent) : query).execute()
  }

  function insertNamed(table: Named, parent: number, rows: readonly { readonly id: number; readonly name: string }[]) {
    if (table === 'repository') return insert(table, rows)
    if (table === 'workflow')
      return insert(
        table,
        rows.map(({ id, name }) => ({ id, repository_id: parent, name })),
      )
    if (table === 'job_name')
      return insert(
        table,
        rows.map(({ id, name }) => ({ id, workflow_id: parent, name })),
      )
    return insert(
      table,
      rows.map(({ id, name }) => ({ id, job_name_id: parent, name })),
    )
  }

  async function nextId(table: Named | 'runner'): Promise<number> {
    const row = await db
      .selectFrom(table)
      .select(({ fn }) => fn.max('id').as('last'))
      .executeTakeFirst()
    return Number(row?.last ?? 0) + 1
  }
}

const runnerKey = ({ image = '', version = '', os = '' }: Runner) => `${image}\n${version}\n${os}`

type Named = 'repository' | 'workflow' | 'job_name' | 'test_case'

const PARENT: Readonly<Record<Named, string | undefined>> = {
  repository: undefined,
  workflow: 'repository_id',
  job_name: 'workflow_id',
  test_case: 'job_name_id',
}

function one(numbers: ReadonlyMap<string, number>, name: string): number {
  const id = numbers.get(name)
  if (id === undefined) throw new Error(`no number was given to ${name}`)
  return id
}
