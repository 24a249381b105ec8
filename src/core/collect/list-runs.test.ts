import { expect, test } from 'vitest'
import { createNotebook } from '../gather/notebook.ts'
import type { CiRun, ListedRun, RunQuery } from '../ports/ci.ts'
import type { Listing } from '../ports/history.ts'
import { createLister } from './list-runs.ts'
import type { Stretch } from './stretches.ts'

const SECOND = 1000
const WEEK: Stretch = { fromMs: 0, toMs: 604_799_000 }

/** A CI that lists these runs as GitHub does: newest first, 100 a page, and no more than 1,000. */
function ciOf(createdMs: readonly number[]) {
  const asked: RunQuery[] = []
  return {
    asked,
    name: 'GitHub',
    async listRuns(query: RunQuery) {
      asked.push(query)
      const found = createdMs.filter(ms => ms >= query.fromMs && ms <= query.toMs).sort((a, b) => b - a)
      const tag = String(found.length)
      if (query.tag === tag) return 'unchanged' as const
      const page = found.slice(0, 1000).slice((query.page - 1) * 100, query.page * 100)
      return { tag, total: found.length, runs: page.map(listed) }
    },
  }
}

const listed = (createdMs: number): ListedRun => ({
  createdMs,
  newest: { run: {} } as CiRun,
  attempt: async () => ({ run: {} }) as CiRun,
})

function listerOf(ci: ReturnType<typeof ciOf>) {
  const listings = new Map<string, Listing>()
  const store = {
    listing: async (key: string) => listings.get(key),
    recordListing: async (key: string, listing: Listing) => void listings.set(key, listing),
  }
  const notebook = createNotebook()
  const lister = createLister({ ci, store, repository: 'acme/web', workflow: null, logs: 'failed' }, notebook)
  async function all() {
    const times: number[] = []
    for await (const page of lister.pages(WEEK)) {
      times.push(...page.runs.map(run => run.createdMs))
      await page.remember()
    }
    return times
  }
  return { all, notebook }
}

const spread = (count: number) => Array.from({ length: count }, (_, i) => Math.floor((i * 604_000) / count) * SECOND)

test.each([0, 1, 100, 999, 1000, 4321])('%i runs of a week are all listed, newest first', async count => {
  const times = spread(count)
  const { all, notebook } = listerOf(ciOf(times))
  expect(await all()).toEqual([...times].reverse())
  expect(notebook.notes()).toEqual([])
})

test('what did not change is not listed again', async () => {
  const ci = ciOf(spread(2500))
  const { all } = listerOf(ci)
  await all()
  const before = ci.asked.length
  expect(await all()).toEqual([])
  expect(ci.asked.length).toBe(before * 2)
})

test('a page that is not remembered is listed again', async () => {
  const ci = ciOf(spread(10))
  const listings = { listing: async () => undefined, recordListing: async () => {} }
  const lister = createLister({ ci, store: listings, repository: 'acme/web', workflow: null, logs: 'failed' }, createNotebook())
  for (let round = 0; round < 2; round++) for await (const page of lister.pages(WEEK)) expect(page.runs).toHaveLength(10)
})

test('more than a thousand in one second: those that the CI gives, and a note', async () => {
  const { all, notebook } = listerOf(ciOf(Array.from({ length: 1500 }, () => 5 * SECOND)))
  expect(await all()).toHaveLength(1000)
  expect(notebook.notes()).toEqual([
    { code: 'runs-capped', text: 'GitHub lists no more than 1000 of the runs of 1970-01-01T00:00:05.000Z.' },
  ])
})
