import type { RunDocument } from '../../src/core/gather/run-document.ts'
import type { World } from '../../src/core/plan/remedy.ts'
import type { Deployment } from '../../src/core/ports/deployments.ts'
import { type Commit, type RanJob, runJob, WORKFLOWS, type WorkflowName } from './jobs.ts'
import { MINUTE, type Timeline } from './timeline.ts'
import type { Root, Truth } from './truth.ts'

/** A run of the simulated CI, with all that is true of it. */
export interface SimulatedRun {
  readonly id: number
  readonly workflow: WorkflowName
  readonly commit: Commit
  readonly branch: string
  readonly pullRequest: number | null
  readonly attempts: SimulatedAttempt[]
}

export interface SimulatedAttempt {
  readonly document: RunDocument
  readonly roots: readonly Root[]
  readonly minutes: number
  readonly endMs: number
}

/** A CI that runs what is pushed, runs again what it is asked to, and deploys. */
export interface SimulatedCi {
  readonly runs: ReadonlyMap<number, SimulatedRun>
  /** To production, newest first. */
  readonly deployments: readonly Deployment[]
  /** What was asked of it. */
  readonly asked: { readonly reruns: number[]; readonly rollBacks: Deployment[] }
  start(run: Pick<SimulatedRun, 'workflow' | 'commit' | 'branch' | 'pullRequest'>): SimulatedRun
  deploy(commit: Commit): void
  /** What may be acted on. */
  readonly world: World
}

export const REPOSITORY = 'acme/shop'

interface Surroundings {
  readonly timeline: Timeline
  readonly truth: Truth
  /** Hears of each attempt when it is over. */
  onAttempt(run: SimulatedRun): Promise<void>
}

export function createCi({ timeline, truth, onAttempt }: Surroundings): SimulatedCi {
  const runs = new Map<number, SimulatedRun>()
  const commits = new Map<string, Commit>()
  const deployments: Deployment[] = []
  const asked: SimulatedCi['asked'] = { reruns: [], rollBacks: [] }
  let last = 100

  const start: SimulatedCi['start'] = given => {
    const run = { ...given, id: ++last, attempts: [] }
    runs.set(run.id, run)
    attempt(run, [])
    return run
  }

  function attempt(run: SimulatedRun, green: readonly RanJob['document'][]) {
    const { roots, jobs, minutes, endMs } = runJobs(run, green)
    const document = documentOf(run, jobs, { startMs: timeline.now(), endMs })
    run.attempts.push({ document, roots, minutes, endMs })
    timeline.at(endMs, () => onAttempt(run))
  }

  function runJobs({ workflow, commit }: SimulatedRun, green: readonly RanJob['document'][]) {
    const ran: RanJob[] = []
    for (const { name, needs, minutes } of WORKFLOWS[workflow]) {
      if (green.some(job => job.name === name)) continue
      const isHeld = ran.some(job => job.roots.length > 0 && (needs as readonly string[]).includes(job.document.name))
      if (!isHeld) ran.push(runJob(name, minutes, commit, { truth, ms: timeline.now() }))
    }
    const minutes = ran.reduce((sum, job) => sum + job.minutes, 0)
    return {
      roots: [...new Set(ran.flatMap(job => job.roots))],
      jobs: [...green, ...ran.map(({ document }) => document)],
      minutes,
      endMs: timeline.now() + Math.max(1, ...ran.map(job => job.minutes)) * MINUTE,
    }
  }

  function deploy(commit: Commit, note = ''): Deployment {
    commits.set(commit.sha, commit)
    const deployment: Deployment = {
      id: ++last,
      commit: commit.sha,
      environment: 'production',
      createdMs: timeline.now(),
      state: 'in_progress',
      succeeded: false,
      note,
      url: null,
    }
    deployments.unshift(deployment)
    timeline.at(timeline.now() + 4 * MINUTE, () => {
      const at = deployments.findIndex(({ id }) => id === deployment.id)
      const succeeded = !commit.isBadRelease
      deployments[at] = { ...deployment, state: succeeded ? 'success' : 'failure', succeeded }
    })
    return deployment
  }

  const newest = (id: number) => {
    const run = runs.get(id) as SimulatedRun
    return { run, newest: run.attempts.at(-1) as SimulatedAttempt }
  }

  const world: World = {
    runs: {
      async newestAttempt(_, id) {
        const { run, newest: state } = newest(id)
        const isOver = state.endMs <= timeline.now()
        const jobs = state.document.jobs ?? []
        return {
          value: {
            attempt: run.attempts.length,
            status: isOver ? 'completed' : 'in_progress',
            conclusion: isOver ? (state.document.conclusion ?? null) : null,
            triggeredBy: null,
            url: null,
            jobs: jobs.map(({ name, conclusion = 'success' }, at) => ({ id: at + 1, name, conclusion })),
          },
        }
      },
      async rerun(_, id, what) {
        const { run, newest: state } = newest(id)
        asked.reruns.push(id)
        const jobs = state.document.jobs ?? []
        const again = typeof what === 'number' ? [jobs[what - 1]?.name] : null
        const stays = (job: RanJob['document']) =>
          again ? !again.includes(job.name) : what === 'failed' && job.conclusion === 'success'
        timeline.at(timeline.now() + MINUTE, () => attempt(run, jobs.filter(stays)))
        return { value: null }
      },
      cancel: async () => ({ value: null }),
    },
    deployments: {
      deployments: async () => ({ value: [...deployments] }),
      async deploy(_, { commit, note }) {
        const made = deploy(commits.get(commit) as Commit, note)
        asked.rollBacks.push(made)
        return { value: made }
      },
    },
  }
  return { runs, deployments, asked, start, deploy, world }
}

function documentOf(
  { id, workflow, commit, branch, pullRequest, attempts }: SimulatedRun,
  jobs: readonly RanJob['document'][],
  { startMs, endMs }: { readonly startMs: number; readonly endMs: number },
): RunDocument {
  return {
    schema: 'sherpa.run/1',
    repository: REPOSITORY,
    workflow,
    run: id,
    attempt: attempts.length + 1,
    event: pullRequest === null ? 'push' : 'pull_request',
    branch,
    base: 'main',
    commit: commit.sha,
    ...(pullRequest !== null && { pullRequest }),
    startedAt: new Date(startMs).toISOString(),
    completedAt: new Date(endMs).toISOString(),
    conclusion: jobs.every(({ conclusion }) => conclusion === 'success') ? 'success' : 'failure',
    jobs: [...jobs],
  } as RunDocument
}
