import { describe, expect, test } from 'vitest'
import type { Conclusion } from '../model/run.ts'
import type { Trouble } from '../model/trouble.ts'
import type { Deed } from '../ports/answer.ts'
import type { Branch } from '../ports/branches.ts'
import type { DispatchedRun } from '../ports/dispatches.ts'
import { createWorkflowTrials } from './workflow-trials.ts'

const COMMIT = 'a'.repeat(40)
const OTHER = 'b'.repeat(40)
const NAME = `sherpa/canary-${COMMIT.slice(0, 12)}-1`
const AWAY: Trouble = { code: 'ci-cut', kind: 'world', message: 'the connection broke' }

interface Scene {
  /** How runs end, in order; further ones go on. */
  readonly ends?: readonly (Conclusion | null)[]
  /** What the server says to each wish to start one, where that is no run. */
  readonly starts?: readonly (Deed<number | null> | 'untold' | 'lost')[]
  readonly branches?: readonly Branch[]
  readonly earlier?: readonly DispatchedRun[]
  readonly isOwn?: boolean
  readonly removals?: readonly Trouble[]
  readonly timeoutMs?: number
  /** Somebody asks it to stop then. */
  readonly stopsAtMs?: number
}

/** A host whose clock goes on while somebody rests. */
function scene(asked: Scene) {
  const { ends = [], starts = [], branches = [], earlier = [], isOwn = true, removals = [] } = asked
  const { timeoutMs = 3_600_000, stopsAtMs = Number.POSITIVE_INFINITY } = asked
  const host = { branches: [...branches], runs: [...earlier], cancelled: [] as number[], nowMs: 0 }
  const stop = new AbortController()
  /** Runs keep the name of their branch when that is gone. */
  const made = new Map<string, string>()
  const [wishes, toEnd, refusals] = [[...starts], [...ends], [...removals]]
  const begin = (branch: string) => {
    const commit = made.get(branch) ?? ''
    const id = 100 + host.runs.length
    host.runs.unshift({ id, title: 'CI', commit, createdMs: host.nowMs, status: 'queued', conclusion: null, url: null })
    return id
  }
  const trials = createWorkflowTrials(
    { repository: 'acme/app', workflow: 'ci.yml', inputs: {}, newest: COMMIT, timeoutMs, signal: stop.signal },
    {
      now: () => host.nowMs,
      async rest(ms) {
        host.nowMs += ms
        if (host.nowMs >= stopsAtMs) stop.abort()
      },
      runs: {
        async cancel(_, id) {
          host.cancelled.push(id)
          return { value: null }
        },
      },
      branches: {
        branches: async (_, beginning) => ({ value: host.branches.filter(({ name }) => name.startsWith(beginning)) }),
        async create(_, branch) {
          host.branches.push(branch)
          made.set(branch.name, branch.commit)
          return { value: null }
        },
        async remove(_, name) {
          const trouble = refusals.shift()
          if (trouble) return { trouble, mayHaveHappened: false }
          host.branches = host.branches.filter(one => one.name !== name)
          return { value: null }
        },
        isOwn: async () => ({ value: isOwn }),
      },
      dispatches: {
        tip: async () => ({ value: COMMIT }),
        async dispatched(_, { branch }) {
          const at = made.get(branch)
          const seen = host.runs.filter(({ commit }) => commit === at)
          host.runs = host.runs.map(run => {
            const end = run.status === 'queued' && run.commit === at ? toEnd.shift() : undefined
            return end ? { ...run, status: 'completed', conclusion: end } : run
          })
          return { value: seen }
        },
        async dispatch(_, { branch }) {
          const wish = wishes.shift()
          if (typeof wish === 'object') return wish
          const id = begin(branch)
          if (wish === 'lost') return { trouble: AWAY, mayHaveHappened: true }
          return { value: wish === 'untold' ? null : id }
        },
      },
    },
  )
  return { trials, host, stop }
}

describe('what an end says', () => {
  test.each([
    ['success', 'passed'],
    ['failure', 'failed'],
    ['cancelled', 'skipped'],
    ['startup_failure', 'skipped'],
    ['timed_out', 'skipped'],
    ['action_required', 'skipped'],
    ['skipped', 'skipped'],
    ['neutral', 'skipped'],
    ['stale', 'skipped'],
  ] as const)('%s: %s', async (conclusion, outcome) => {
    const { trials, host } = scene({ ends: [conclusion] })
    expect(await trials.run(COMMIT)).toMatchObject({ outcome, exitCode: null, tail: `run 100 ended with ${conclusion}` })
    expect(await trials.close()).toEqual([])
    expect(host.branches).toEqual([])
  })
})

test('one branch for all runs of a commit, under a name that is free', async () => {
  const taken = { name: NAME, commit: OTHER }
  const { trials, host } = scene({ ends: ['success', 'success', 'failure'], branches: [taken] })
  await trials.run(COMMIT)
  expect(host.branches.map(({ name }) => name)).toEqual([NAME, NAME.replace(/1$/, '2')])
  expect(await trials.run(COMMIT)).toMatchObject({ outcome: 'passed' })
  expect(host.branches).toHaveLength(2)
  expect(await trials.close()).toEqual([
    `acme/app has branches of other canaries: ${NAME}; unless one is under way, delete with: git push origin --delete ${NAME}`,
  ])
  expect(host.branches).toEqual([taken])
})

test('a run that nobody tells the number of is found; those of an earlier branch of that name are not', async () => {
  const earlier = { title: 'CI', commit: COMMIT, createdMs: 0, url: null, status: 'completed', conclusion: 'failure' } as const
  const { trials } = scene({ starts: ['untold', 'lost'], earlier: [{ id: 7, ...earlier }], ends: ['success', 'success'] })
  expect(await trials.run(COMMIT)).toMatchObject({ outcome: 'passed', tail: 'run 101 ended with success' })
  expect(await trials.run(COMMIT)).toMatchObject({ outcome: 'passed', tail: 'run 102 ended with success' })
})

test('several at once: each waits for a run of its own', async () => {
  const { trials } = scene({ starts: ['untold', 'untold', 'untold'], ends: ['success', 'failure', 'success'] })
  const ended = await Promise.all([trials.run(COMMIT), trials.run(COMMIT), trials.run(COMMIT)])
  expect(ended.map(({ tail }) => tail.split(' ')[1]).sort()).toEqual(['100', '101', '102'])
})

test('what may not have started, and does not show: says nothing, and is not started again', async () => {
  const { trials, host } = scene({ starts: [{ trouble: AWAY, mayHaveHappened: true }] })
  expect(await trials.run(COMMIT)).toMatchObject({ outcome: 'skipped', tail: 'the connection broke' })
  expect(host.runs).toEqual([])
})

test('what is not over in time is cancelled, and says nothing', async () => {
  const { trials, host } = scene({ timeoutMs: 60_000 })
  expect(await trials.run(COMMIT)).toMatchObject({ outcome: 'skipped', tail: 'run 100 was not over in time' })
  expect(host.cancelled).toEqual([100])
})

test('a commit that is none of the repository is refused, before there is a branch', async () => {
  const { trials, host } = scene({ isOwn: false })
  await expect(trials.run(COMMIT)).rejects.toMatchObject({ code: 'commit-foreign', kind: 'usage' })
  expect(await trials.close()).toEqual([])
  expect(host.branches).toEqual([])
})

test('asked to stop, it cancels what runs and starts nothing more', async () => {
  const { trials, host } = scene({ stopsAtMs: 20_000 })
  const ended = await Promise.all([trials.run(COMMIT), trials.run(COMMIT)])
  expect(ended.map(({ outcome }) => outcome)).toEqual(['interrupted', 'interrupted'])
  expect(await trials.run(COMMIT)).toMatchObject({ outcome: 'interrupted' })
  expect(host.runs).toHaveLength(2)
  expect(await trials.close()).toEqual([])
  expect(host.branches).toEqual([])
  expect(host.cancelled).toEqual([100, 101])
})

test('a branch that cannot be deleted is tried three times, and named', async () => {
  const { trials } = scene({ ends: ['success'], removals: [AWAY, AWAY, AWAY] })
  await trials.run(COMMIT)
  expect(await trials.close()).toEqual([
    `the branch ${NAME} may be left in acme/app: the connection broke; delete with: git push origin --delete ${NAME}`,
  ])
})

test('a branch that is deleted at the second try is not', async () => {
  const { trials, host } = scene({ ends: ['success'], removals: [AWAY] })
  await trials.run(COMMIT)
  expect(await trials.close()).toEqual([])
  expect(host.branches).toEqual([])
})

test('what is refused once is not asked for again', async () => {
  const refusal = { trouble: { ...AWAY, code: 'ci-forbidden' }, mayHaveHappened: false } as const
  const { trials, host } = scene({ starts: [refusal], ends: ['success'] })
  const [first, second] = await Promise.allSettled([trials.run(COMMIT), trials.run(COMMIT)])
  expect(first).toMatchObject({ status: 'rejected', reason: { code: 'ci-forbidden' } })
  expect(second).toMatchObject({ value: { outcome: 'interrupted' } })
  expect(host.runs).toEqual([])
})

test('a run that shows only when it is over for us is cancelled, and those of others are not', async () => {
  const foreign = { id: 7, title: 'CI', commit: COMMIT, createdMs: 0, url: null, status: 'queued', conclusion: null } as const
  const { trials, host } = scene({ starts: ['lost'], earlier: [foreign], stopsAtMs: 1 })
  expect(await trials.run(COMMIT)).toMatchObject({ outcome: 'interrupted' })
  expect(await trials.close()).toEqual([])
  expect(host.cancelled).toEqual([101])
})
