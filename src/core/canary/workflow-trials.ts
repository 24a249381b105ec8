import type { TrialEnd } from '../model/trial.ts'
import { SherpaError, type Trouble } from '../model/trouble.ts'
import type { Branch, BranchControl } from '../ports/branches.ts'
import type { Trials } from '../ports/commits.ts'
import type { DispatchControl, DispatchedRun } from '../ports/dispatches.ts'
import type { RunControl } from '../ports/runs.ts'
import { createTrialBranches } from './trial-branches.ts'

/** Trials that leave something in the world while they go on. */
export interface OpenTrials extends Trials {
  /** Clears up, once no trial is under way any more; sentences about what is left behind. */
  close(): Promise<readonly string[]>
}

/** A workflow that tries a commit: the branch that it is started on is at it. */
export interface TriedWorkflow {
  /** `owner/name` */
  readonly repository: string
  /** Its file, without the folder. */
  readonly workflow: string
  readonly inputs: Readonly<Record<string, string>>
  /** The commit that all others are before. */
  readonly newest: string
  /** Milliseconds that a run may take, from its start on, queues included. */
  readonly timeoutMs: number
  /** Ends the trials early. */
  readonly signal: AbortSignal
}

export interface WorkflowWorld {
  readonly branches: BranchControl
  readonly dispatches: DispatchControl
  readonly runs: Pick<RunControl, 'cancel'>
  now(): number
  /** Waits, until the signal where there is one. */
  rest(ms: number, signal?: AbortSignal): Promise<void>
}

const FIRST_LOOK_MS = 500
const SLOWER = 1.5
const SLOWEST_MS = 15_000
/** So long a run may need to show that was perhaps started. */
const LOST_MS = 60_000
/** Questions in a row without an answer. */
const MOST_SILENT = 5

interface Started {
  /** Of the run, where it is told. */
  readonly id: number | null
  /** Nobody knows whether there is a run at all. */
  readonly lost: Trouble | null
  readonly startedMs: number
}

/** One branch, and what runs on it. All of its runs are of one commit with one set of inputs, so it does not matter who started which. */
interface Track {
  readonly branch: Branch
  /** Runs of an earlier branch of that name, and those that somebody waits for. */
  readonly claimed: Set<number>
  /** Those that are not over, as far as is known. */
  readonly running: Set<number>
  /** How many more may have been started. */
  untold: number
  look(): Promise<readonly DispatchedRun[]>
}

/**
 * Tries commits by a workflow with `on: workflow_dispatch`, on branches of their own. Success is a pass and failure is a failure; whatever else
 * becomes of a run says nothing about the commit.
 */
export function createWorkflowTrials(wanted: TriedWorkflow, world: WorkflowWorld): OpenTrials {
  const { repository, workflow, inputs, signal, timeoutMs } = wanted
  const { dispatches, now, rest } = world
  const branches = createTrialBranches(world.branches, { ...wanted, rest })
  const tracks = new Map<string, Promise<Track>>()
  let turn: Promise<unknown> = Promise.resolve()
  let isRefused = false
  return {
    async run(commit) {
      if (signal.aborted) return endOf('interrupted', 0, '')
      const track = await trackOf(commit)
      const started = await inTurn(() => start(track))
      if (started === null) return endOf('interrupted', 0, '')
      return follow(track, started)
    },
    async close() {
      const opened = (await Promise.allSettled(tracks.values())).flatMap(one => (one.status === 'fulfilled' ? [one.value] : []))
      // The branches first: whoever asks us to stop may not wait for long, and runs end by themselves.
      const left = [...(await branches.close())]
      for (const track of opened) left.push(...(await cancelAll(track)))
      return left
    },
  }

  /** One after the other, so that nothing more is started once somebody asks to stop. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = turn.then(work)
    turn = mine.catch(() => null)
    return mine
  }

  function trackOf(commit: string): Promise<Track> {
    const known = tracks.get(commit)
    if (known) return known
    const track = openTrack(commit)
    tracks.set(commit, track)
    return track
  }

  async function openTrack(commit: string): Promise<Track> {
    const branch = await branches.open(commit)
    let looking: Promise<readonly DispatchedRun[]> | undefined
    let silent = 0
    const ask = async () => {
      const { value, trouble } = await dispatches.dispatched(repository, { workflow, branch: branch.name })
      looking = undefined
      silent = trouble ? silent + 1 : 0
      if (trouble && (silent >= MOST_SILENT || trouble.kind === 'credentials')) throw new SherpaError(trouble)
      return (value ?? []).filter(run => run.commit === commit)
    }
    const look = () => {
      looking ??= ask()
      return looking
    }
    const earlier = await dispatches.dispatched(repository, { workflow, branch: branch.name })
    if (earlier.trouble) throw refused(earlier.trouble)
    return { branch, claimed: new Set(earlier.value.map(({ id }) => id)), running: new Set(), untold: 0, look }
  }

  async function start(track: Track): Promise<Started | null> {
    if (signal.aborted || isRefused) return null
    const { branch, claimed } = track
    const startedMs = now()
    track.untold++
    const started = await dispatches.dispatch(repository, { workflow, branch: branch.name, inputs })
    if (started.trouble && !started.mayHaveHappened) {
      isRefused = true
      track.untold--
      throw refused(started.trouble)
    }
    const told = started.value ?? null
    const id = told !== null && claimed.has(told) ? null : told
    if (id !== null) claim(track, id)
    return { id, lost: started.trouble ?? null, startedMs }
  }

  async function follow(track: Track, { id: told, lost, startedMs }: Started): Promise<TrialEnd> {
    let id = told
    for (let pauseMs = FIRST_LOOK_MS; ; pauseMs = Math.min(pauseMs * SLOWER, SLOWEST_MS)) {
      await rest(pauseMs, signal)
      const tookMs = now() - startedMs
      if (signal.aborted) return endOf('interrupted', tookMs, '')
      const runs = await track.look()
      const mine = id === null ? runs.findLast(run => !track.claimed.has(run.id)) : runs.find(run => run.id === id)
      if (id === null && mine) claim(track, mine.id)
      id ??= mine?.id ?? null
      if (mine?.status === 'completed') {
        track.running.delete(mine.id)
        return conclusionOf(mine, tookMs)
      }
      if (id === null && lost && tookMs > LOST_MS) return endOf('skipped', tookMs, lost.message)
      if (tookMs > timeoutMs) return late(id, tookMs)
    }
  }

  async function late(id: number | null, tookMs: number): Promise<TrialEnd> {
    if (id !== null) await world.runs.cancel(repository, id, { force: false })
    return endOf('skipped', tookMs, `run ${id ?? 'of unknown number'} was not over in time`)
  }

  /** What still runs, and what was perhaps started without our hearing of it. */
  async function cancelAll({ running, claimed, untold, look }: Track): Promise<readonly string[]> {
    const seen = untold > 0 ? await look().catch((): readonly DispatchedRun[] => []) : []
    const strays = seen.filter(({ id, status }) => status !== 'completed' && !claimed.has(id)).map(({ id }) => id)
    const left: string[] = []
    for (const id of [...running, ...strays]) {
      const { trouble } = await world.runs.cancel(repository, id, { force: false })
      // 409: it is over already.
      if (trouble && trouble.code !== 'ci-conflict') left.push(`run ${id} of ${repository} may go on: ${trouble.message}`)
    }
    return left
  }
}

/** Somebody waits for this run now. */
function claim(track: Track, id: number) {
  track.claimed.add(id)
  track.running.add(id)
  track.untold--
}

function conclusionOf({ id, conclusion, url }: DispatchedRun, tookMs: number): TrialEnd {
  const outcome = conclusion === 'success' ? 'passed' : conclusion === 'failure' ? 'failed' : 'skipped'
  return endOf(outcome, tookMs, `run ${id} ended with ${conclusion ?? 'nothing'}${url === null ? '' : `: ${url}`}`)
}

const endOf = (outcome: TrialEnd['outcome'], durationMs: number, tail: string): TrialEnd => ({
  ...{ outcome, exitCode: null, durationMs, tail },
})

const HINTS: Readonly<Record<string, string>> = {
  'ci-not-found': 'its file has to be on the default branch, with on: workflow_dispatch',
  'ci-invalid': 'its file has to have on: workflow_dispatch and these inputs, at both commits and on the default branch',
}

function refused(trouble: Trouble): SherpaError {
  const hint = HINTS[trouble.code] ?? trouble.hint
  return new SherpaError({ ...trouble, ...(hint !== undefined && { hint }) })
}
