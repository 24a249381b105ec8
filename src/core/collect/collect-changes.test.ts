import { expect, test } from 'vitest'
import { createNotebook } from '../gather/notebook.ts'
import type { AttemptRecord } from '../model/history.ts'
import type { AttemptKey, Run } from '../model/run.ts'
import type { CiRun, ListedRun } from '../ports/ci.ts'
import { createChangesOfRuns } from './collect-changes.ts'

/** A repository whose runs say what they changed; `asked` hears of the commits that were asked for. */
function world(trouble?: { readonly code: string }) {
  const asked: string[] = []
  const stored = new Map<number, AttemptRecord>()
  const listed = (run: number, conclusion: Run['conclusion'] & string, more: Run = {}): ListedRun => {
    const facts: Run = { run, attempt: 1, workflow: 'ci', branch: 'main', commit: `c${run}`, conclusion, ...more }
    const changes: CiRun['changes'] = async () => {
      asked.push(facts.commit ?? '')
      if (trouble) return { trouble: { kind: 'world', message: 'no', ...trouble } }
      return { value: { parents: ['p'], changes: [{ file: `${facts.commit}.ts` }], truncated: false } }
    }
    return { createdMs: 0, newest: { run: facts, changes } as CiRun, attempt: async () => ({}) as CiRun }
  }
  const notebook = createNotebook()
  const store = {
    record: async (records: readonly AttemptRecord[]) => {
      for (const record of records) stored.set(record.run, record)
      return []
    },
    knownAttempts: async (keys: readonly AttemptKey[]) =>
      keys.filter(({ run }) => run !== 404).map(key => ({ ...key, changesKnown: stored.has(key.run) })),
  }
  let known = 0
  const onStored = (runs: number) => {
    known += runs
  }
  const surroundings = { notebook, width: 2, onStored }
  const changes = createChangesOfRuns({ store: store as never, repository: 'acme/web', logs: 'failed' }, surroundings)
  return { known: () => known, asked, stored, listed, changes, notebook }
}

test('runs that failed, and the newest green one before each on the same line of work', async () => {
  const { changes, listed, stored, known } = world()
  const page = [
    listed(9, 'success'),
    listed(8, 'failure'),
    listed(7, 'success', { branch: 'topic' }),
    listed(6, 'cancelled'),
    listed(5, 'success', { attempt: 2 }),
  ]
  await changes.collect(page)
  await changes.collect([listed(4, 'success'), listed(3, 'success')])
  expect(known()).toBe(3)
  expect([...stored.keys()]).toEqual([8, 5, 4])
  expect(stored.get(8)).toMatchObject({ run: 8, parents: ['p'], changes: [{ file: 'c8.ts' }], jobs: [] })
  expect(changes.isWhole()).toBe(true)
})

test('a commit is asked for once, what is stored not again, and of a run that is not stored nothing', async () => {
  const { changes, listed, asked, known } = world()
  const page = [
    listed(3, 'failure', { commit: 'a' }),
    listed(2, 'failure', { commit: 'a', workflow: 'lint' }),
    listed(404, 'failure'),
  ]
  await changes.collect(page)
  await changes.collect(page)
  expect(known()).toBe(2)
  expect(asked).toEqual(['a'])
})

test('what lies before a page that is not known is not taken for the newest', async () => {
  const { changes, listed, stored } = world()
  await changes.collect([listed(9, 'failure')])
  await changes.collect([])
  await changes.collect([listed(2, 'success')])
  expect([...stored.keys()]).toEqual([9])
})

test('trouble that may pass is remembered, and what is refused is not asked for any more', async () => {
  const down = world({ code: 'ci-down' })
  await down.changes.collect([down.listed(1, 'failure')])
  expect(down.known()).toBe(0)
  expect(down.changes.isWhole()).toBe(false)
  const refused = world({ code: 'ci-forbidden' })
  for (const run of [1, 2, 3]) await refused.changes.collect([refused.listed(run, 'failure')])
  expect(refused.asked).toEqual(['c1'])
  expect(refused.changes.isWhole()).toBe(true)
  expect(refused.notebook.notes()).toMatchObject([{ code: 'ci-forbidden' }])
})

test('more than are asked for at once wait for the next time', async () => {
  const { changes, listed, asked, notebook } = world()
  const page = Array.from({ length: 450 }, (_, i) => listed(1000 - i, 'failure'))
  await changes.collect(page)
  expect(asked).toHaveLength(400)
  expect(changes.isWhole()).toBe(false)
  expect(notebook.notes()).toMatchObject([{ code: 'changes-capped' }])
})
