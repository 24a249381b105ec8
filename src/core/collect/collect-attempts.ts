import { mapBounded } from '../gather/bounded.ts'
import type { Notebook } from '../gather/notebook.ts'
import { outcomeOf } from '../history/outcome.ts'
import type { AttemptKey } from '../model/run.ts'
import { SherpaError } from '../model/trouble.ts'
import type { CiJob, CiRun, ListedRun } from '../ports/ci.ts'
import type { KnownAttempt } from '../ports/history.ts'
import { attemptRecord } from './attempt-record.ts'
import { createChangesOfRuns } from './collect-changes.ts'
import { createLogs } from './collect-logs.ts'
import type { CollectCounts, CollectOptions, Fetched } from './collecting.ts'

export interface Attempts {
  /** Stores what is not known of the runs; tells whether all of it could be had: they are over, and nothing was in the way. */
  collect(runs: readonly ListedRun[]): Promise<boolean>
}

interface Surroundings {
  readonly notebook: Notebook
  readonly counts: { -readonly [K in keyof CollectCounts]: number }
  /** Hears when the last of the attempts that are stored was created. */
  readonly tell: (reachedMs: number) => void
}

/** Requests under way at once. */
const WIDTH = 6
/** Attempts that are stored at once: as many are asked for again after a kill, at most. */
const AT_ONCE = 12

export function createAttempts(options: CollectOptions, surroundings: Surroundings): Attempts {
  const { store, repository } = options
  const { counts, tell, notebook } = surroundings
  const logs = createLogs(options, { notebook, width: WIDTH })
  const changes = createChangesOfRuns(options, {
    notebook,
    width: WIDTH,
    onStored(runs) {
      counts.changes += runs
      tell(Number.POSITIVE_INFINITY)
    },
  })

  async function collectSome(wanted: readonly Wanted[]) {
    const fetched = (await mapBounded(wanted, WIDTH, fetchAttempt)).filter(one => one !== null)
    const read = await logs.read(fetched)
    await store.record(read)
    for (const { jobs } of read) {
      counts.attempts++
      counts.jobs += jobs.length
      counts.logs += jobs.filter(job => job.log !== undefined).length
      counts.failures += jobs.reduce((sum, { failures = [] }) => sum + failures.length, 0)
    }
    tell(wanted.at(-1)?.createdMs ?? Number.POSITIVE_INFINITY)
  }

  async function fetchAttempt({ key, open }: Wanted): Promise<Fetched | null> {
    try {
      const opened = await open()
      const jobs = (await opened.jobs()).filter(job => !isCarriedOver(job, opened, key))
      const record = attemptRecord(
        key,
        opened.run,
        jobs.map(({ job }) => job),
      )
      return { key, opened, jobs, record }
    } catch (error) {
      if (!(error instanceof SherpaError) || error.code !== 'ci-not-found') throw error
      notebook.add({ code: 'run-gone', text: `Run ${key.run} was deleted while its repository was collected.` })
      return null
    }
  }

  return {
    async collect(runs) {
      const keys = runs.flatMap(({ newest: { run } }) => attemptsOf(repository, run.run ?? 0, run.attempt ?? 1))
      const known = new Map((await store.knownAttempts(keys)).map(attempt => [keyText(attempt), attempt]))
      const over = runs.flatMap(wantedOf).filter(({ isOver }) => isOver)
      const wanted = over.filter(({ key }) => isMissing(known.get(keyText(key)), options.logs))
      for (let at = 0; at < wanted.length; at += AT_ONCE) await collectSome(wanted.slice(at, at + AT_ONCE))
      await changes.collect(runs)
      return changes.isWhole() && runs.every(({ newest }) => newest.run.status === 'completed')
    },
  }

  function wantedOf(listed: ListedRun): Wanted[] {
    const { createdMs } = listed
    const { run } = listed.newest
    return attemptsOf(repository, run.run ?? 0, run.attempt ?? 1).map(key =>
      key.attempt === run.attempt
        ? {
            key,
            createdMs,
            isOver: run.status === 'completed',
            open: async () => listed.newest,
          }
        : { key, createdMs, isOver: true, open: () => listed.attempt(key.attempt) },
    )
  }
}

interface Wanted {
  readonly key: AttemptKey
  readonly createdMs: number
  readonly isOver: boolean
  open(): Promise<CiRun>
}

function isMissing(known: KnownAttempt | undefined, logs: CollectOptions['logs']): boolean {
  if (!known || known.conclusion === null) return true
  if (logs === 'all' && !known.logsRead) return true
  return logs === 'failed' && outcomeOf(known.conclusion) === 'failed' && !known.diagnosed
}

/** A job that an attempt did not run again is listed with it, with the times of the one that did. */
function isCarriedOver({ job }: CiJob, { run }: CiRun, { attempt }: AttemptKey): boolean {
  return attempt > 1 && job.completedAt !== undefined && run.startedAt !== undefined && job.completedAt < run.startedAt
}

const attemptsOf = (repository: string, run: number, last: number): AttemptKey[] =>
  Array.from({ length: last }, (_, i) => ({ repository, run, attempt: last - i }))

const keyText = ({ run, attempt }: AttemptKey) => `${run} ${attempt}`
