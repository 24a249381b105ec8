import type { Notebook } from '../gather/notebook.ts'
import type { ListedRun } from '../ports/ci.ts'
import type { CollectOptions } from './collecting.ts'
import { halves, type Stretch } from './stretches.ts'

/** Lists runs page by page; asks only whether a page changed, where it is known. */
export interface Lister {
  /** The pages of a stretch, newest first; one that did not change is empty. */
  pages(stretch: Stretch): AsyncGenerator<ListedPage>
}

export interface ListedPage {
  readonly runs: readonly ListedRun[]
  /** To be called when all of it is in the history and will not change by itself. */
  remember(): Promise<void>
}

/** GitHub gives no more results of one search: https://docs.github.com/rest/actions/workflow-runs#list-workflow-runs-for-a-repository */
const MOST_LISTED = 1000
const PAGE = 100

interface Options extends Pick<CollectOptions, 'ci' | 'repository' | 'workflow' | 'logs'> {
  readonly store: Pick<CollectOptions['store'], 'listing' | 'recordListing'>
}

export function createLister({ ci, store, repository, workflow, logs }: Options, notebook: Notebook): Lister {
  return { pages }

  /** A list that is longer than the CI gives is asked for in halves. */
  async function* pages(stretch: Stretch): AsyncGenerator<ListedPage> {
    const first = await pageOf(stretch, 1)
    const parts = first.total >= MOST_LISTED ? halves(stretch) : null
    if (parts) {
      await first.remember()
      for (const part of parts) yield* pages(part)
      return
    }
    if (first.total >= MOST_LISTED) notebook.add(capNote(ci.name, stretch))
    yield first
    for (let page = 2; (page - 1) * PAGE < Math.min(first.total, MOST_LISTED); page++) yield pageOf(stretch, page)
  }

  async function pageOf({ fromMs, toMs }: Stretch, page: number): Promise<ListedPage & { readonly total: number }> {
    const key = [
      'runs',
      repository,
      workflow ?? '',
      new Date(fromMs).toISOString(),
      new Date(toMs).toISOString(),
      page,
      logs,
    ].join(' ')
    const known = await store.listing(key)
    const listed = await ci.listRuns({ workflow, fromMs, toMs, page, tag: known?.tag ?? null })
    if (listed === 'unchanged') return { runs: [], total: known?.total ?? 0, remember: async () => {} }
    const { tag, total, runs } = listed
    return { runs, total, remember: async () => (tag === null ? undefined : store.recordListing(key, { tag, total })) }
  }
}

const capNote = (ci: string, { fromMs }: Stretch) => ({
  code: 'runs-capped',
  text: `${ci} lists no more than ${MOST_LISTED} of the runs of ${new Date(fromMs).toISOString()}.`,
})
