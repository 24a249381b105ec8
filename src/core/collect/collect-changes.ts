import { boundChanges } from '../gather/bound-changes.ts'
import { mapBounded } from '../gather/bounded.ts'
import { mayPass, type Notebook } from '../gather/notebook.ts'
import { outcomeOf } from '../history/outcome.ts'
import type { AttemptRecord } from '../model/history.ts'
import type { Answer } from '../ports/answer.ts'
import type { Changes, ListedRun } from '../ports/ci.ts'
import { attemptRecord } from './attempt-record.ts'
import type { CollectOptions } from './collecting.ts'

/** Brings what runs changed into the history: of those that failed, and of the newest green one before each. */
export interface ChangesOfRuns {
  /**
   * Runs of a page of the list, newest first, pages too, after they were stored. What a commit changed never changes, so what is stored
   * is not asked for again.
   */
  collect(runs: readonly ListedRun[]): Promise<void>
  /** Nothing was left out so far that could be had another time. */
  isWhole(): boolean
}

/** Asked for at most in one collecting: each costs a request, or two. */
const MOST = 400
/** Runs that are stored at once. */
const AT_ONCE = 12
/** Runs of one commit follow each other: answers that are kept for the next. */
const MOST_ANSWERS = 100

interface Surroundings {
  readonly notebook: Notebook
  readonly width: number
  /** Hears of how many runs more it is known what they changed. */
  readonly onStored: (runs: number) => void
}

export function createChangesOfRuns(
  { store, repository, logs }: Pick<CollectOptions, 'store' | 'repository' | 'logs'>,
  { notebook, width, onStored }: Surroundings,
): ChangesOfRuns {
  const answers = new Map<string, Promise<Answer<Changes>>>()
  /** Lines of work of which a run failed, and no green one before it was seen so far. */
  const red = new Set<string>()
  let asked = 0
  let isWhole = true

  /** Nobody runs again what did not fail. */
  function isWanted({ newest: { run } }: ListedRun): boolean {
    const line = `${run.workflow}\n${run.pullRequest ?? run.branch}`
    const outcome = outcomeOf(run.conclusion)
    const hasFailed = outcome === 'failed' || (run.attempt ?? 1) > 1
    if (hasFailed) red.add(line)
    return hasFailed || (outcome === 'passed' && red.delete(line))
  }

  function ask({ newest }: ListedRun): Promise<Answer<Changes>> {
    const { commit, pullRequest } = newest.run
    const key = `${commit} ${pullRequest ?? ''}`
    const known = answers.get(key)
    if (known) return known
    if (answers.size >= MOST_ANSWERS) answers.clear()
    asked++
    const answer = newest.changes()
    answers.set(key, answer)
    return answer
  }

  const keyOf = ({ newest: { run } }: ListedRun) => ({ repository, run: run.run ?? 0, attempt: run.attempt ?? 1 })

  async function read(listed: ListedRun): Promise<AttemptRecord[]> {
    if (notebook.hopeless('changes')) return []
    if (asked >= MOST) {
      isWhole = false
      notebook.add({ code: 'changes-capped', text: `Of ${MOST} runs it was asked what they changed; of more the next time.` })
      return []
    }
    const { value, trouble } = await ask(listed)
    const told = trouble ?? value?.trouble
    if (told) notebook.trouble(told, 'changes')
    if (told && mayPass(told.code)) isWhole = false
    if (!value) return []
    const { run } = listed.newest
    return [{ ...attemptRecord(keyOf(listed), run, []), parents: value.parents, changes: boundChanges(value.changes) }]
  }

  return {
    isWhole: () => isWhole,
    async collect(runs) {
      if (logs === 'none') return
      // A page that did not change is empty: which runs stand on it is not known.
      if (runs.length === 0) red.clear()
      const chosen = runs.filter(isWanted)
      const stored = await store.knownAttempts(chosen.map(keyOf))
      const lacking = new Set(stored.flatMap(({ run, changesKnown }) => (changesKnown ? [] : [run])))
      const wanted = chosen.filter(listed => lacking.has(keyOf(listed).run))
      for (let at = 0; at < wanted.length; at += AT_ONCE) {
        const records = (await mapBounded(wanted.slice(at, at + AT_ONCE), width, read)).flat()
        if (records.length === 0) continue
        await store.record(records)
        onStored(records.length)
      }
    },
  }
}
