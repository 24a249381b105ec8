import { expect, it } from 'vitest'
import type { ArchiveEntry, CiJob, LogArchive } from '../ports/ci.ts'
import { findArchivedLogs } from './archived-logs.ts'

const entry = (path: string, text: string): ArchiveEntry => ({
  path,
  async *open() {
    yield new TextEncoder().encode(text)
  },
})

const archive = (...entries: ArchiveEntry[]): LogArchive => ({ entries, close: async () => undefined })

const job = (id: number, name: string, minute: number): CiJob => ({
  job: { id, name, completedAt: `2026-03-02T10:0${minute}:00Z` },
  annotations: () => expect.unreachable('not asked'),
  log: () => expect.unreachable('not asked'),
})

async function read(open: () => AsyncIterable<Uint8Array>): Promise<string> {
  let text = ''
  for await (const chunk of open()) text += new TextDecoder().decode(chunk)
  return text
}

async function texts(given: LogArchive, jobs: readonly CiJob[]): Promise<Record<number, string>> {
  const logs = await findArchivedLogs(given, jobs)
  return Object.fromEntries(await Promise.all([...logs].map(async ([id, open]) => [id, await read(open)] as const)))
}

it('maps files to jobs by the name without what file names cannot hold', async () => {
  const given = archive(
    entry('0_unit node 22.txt', 'A'),
    entry('1_lint.txt', 'B'),
    entry('unit node 22/1_Set up job.txt', 'A'),
    entry('lint/1_Set up job.txt', 'B'),
  )
  expect(await texts(given, [job(7, 'lint', 2), job(8, 'unit / node: 22', 1)])).toEqual({ 7: 'B', 8: 'A' })
})

it('maps files of the same name by the order in which their jobs ended', async () => {
  const given = archive(entry('0_unit.txt', 'first'), entry('1_unit (1).txt', 'second'))
  expect(await texts(given, [job(7, 'unit', 2), job(8, 'unit', 1)])).toEqual({ 7: 'second', 8: 'first' })
})

it('believes the name that the log prints more than that of its file', async () => {
  const given = archive(
    entry('0_test (${{ matrix.os }}).txt', '2026-03-02T10:00:00.0Z Complete job name: test (windows)\nW'),
    entry('1_test (${{ matrix.os }}) (1).txt', '2026-03-02T10:00:00.0Z Complete job name: test (ubuntu)\nU'),
  )
  const found = await texts(given, [job(7, 'test (ubuntu)', 1), job(8, 'test (windows)', 2)])
  expect(found[7]).toMatch(/U$/)
  expect(found[8]).toMatch(/W$/)
})

it('puts a job together from its steps where its own file is missing', async () => {
  const given = archive(
    entry('unit/2_Run tests.txt', 'two'),
    entry('unit/1_Set up job.txt', 'one '),
    entry('unit/10_Post.txt', ' ten'),
  )
  expect(await texts(given, [job(7, 'unit', 1)])).toEqual({ 7: 'one two ten' })
})

it('leaves out what belongs to no job', async () => {
  expect(await texts(archive(entry('0_other.txt', 'A')), [job(7, 'unit', 1)])).toEqual({})
})
