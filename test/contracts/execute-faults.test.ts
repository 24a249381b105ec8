/** What may go wrong while an action is carried out, as a table: at most one effect, and a ledger that says what is known. */
import { afterEach, describe, expect, it } from 'vitest'
import type { ApprovalTerms } from '../../src/core/heal/approval.ts'
import { walk } from '../../src/core/heal/chain.ts'
import { type Executed, execute } from '../../src/core/heal/execute.ts'
import type { Execution } from '../../src/core/heal/execution.ts'
import type { LedgerEvent } from '../../src/core/model/ledger.ts'
import type { Action, Params } from '../../src/core/model/plan.ts'
import type { Remedy, World } from '../../src/core/plan/remedy.ts'
import type { Ledger } from '../../src/core/ports/ledger.ts'
import type { RunControl } from '../../src/core/ports/runs.ts'
import { remedy as changeRunner } from '../../src/core/remedies/change-runner.ts'
import { remedy as rebuildWithoutCache } from '../../src/core/remedies/rebuild-without-cache.ts'
import { remedy as rerunFailedJobs } from '../../src/core/remedies/rerun-failed-jobs.ts'
import { remedy as rerunRun } from '../../src/core/remedies/rerun-run.ts'
import { remedy as rollBackDeployment } from '../../src/core/remedies/roll-back-deployment.ts'
import { digest } from '../../src/integrations/connect-store.ts'
import { connectGitHubControls, connectGitHubRuns } from '../../src/integrations/github/connect.ts'
import { aCommit, aDeployment, aJob, aRun, aSha, aWorld } from '../fakes/github/builders.ts'
import { type FakeGitHub, startFakeGitHub } from '../fakes/github/fake-github.ts'
import type { FaultRule } from '../fakes/github/fault-rule.ts'
import { memoryLedger } from '../fakes/memory-ledger.ts'

const RUN = 777
const NOW = Date.parse('2026-03-02T12:00:00Z')
/** Later than any process that was at it could still be. */
const LATER = NOW + 11 * 60_000

let github: FakeGitHub
afterEach(async () => {
  await github.stop()
  expect(github.violations).toEqual([])
})

async function start(): Promise<RunControl> {
  const jobs = [aJob({ id: 1, name: 'lint' }), aJob({ id: 2, name: 'test', conclusion: 'failure' })]
  github = await startFakeGitHub(aWorld({ runs: [aRun({ id: RUN, jobs })] }))
  return connectGitHubRuns({ apiUrl: github.url, token: github.token, waitUnitMs: 1, timeoutMs: 500 })
}

const attempts = () => github.run(RUN).attempts.length
const writes = () => github.requests.filter(({ method }) => method !== 'GET').length

function execution(remedy: Remedy = rerunFailedJobs, params: Params = {}): Execution {
  const commit = aSha('head')
  const target = { repository: 'acme/app', run: RUN, attempt: 1, workflow: 'CI', commit, fingerprint: null, job: null }
  const id = `action:${remedy.id}`
  const action: Action = {
    id,
    remedy: remedy.id,
    params,
    title: remedy.title(params),
    because: '',
    verdict: 'allow',
    reasons: [{ code: 'worth-it', text: 'It pays.' }],
    risk: 'low',
    reversible: false,
    costMinutes: 3,
    notBefore: null,
  }
  const subject = { action: id, target: { ...target, thing: remedy.thing(target, params) }, params }
  return { action, remedy, subject, plan: 'plan:1', by: 'sherpa' }
}

/** Nothing here needs a person. */
const TERMS: ApprovalTerms = { validMs: 0, approvers: [], whose: 'login', nowMs: () => NOW }

interface Process {
  readonly runs: RunControl
  readonly ledger: Ledger
  readonly atMs?: number
  readonly remedy?: typeof rerunFailedJobs
}

/** One process that heals the run. */
const heal = ({ runs, ledger, atMs = NOW, remedy }: Process): Promise<Executed> =>
  execute(execution(remedy), { ledger, world: { runs }, limit: () => null, approvals: TERMS, now: () => atMs })

const events = (ledger: ReturnType<typeof memoryLedger>): LedgerEvent[] => ledger.lines.map(({ event }) => event)

/** No line was changed, and who reads it learns what is so: `done` only of what happened, `failed` only of what did not. */
async function expectHonest(ledger: ReturnType<typeof memoryLedger>): Promise<void> {
  expect((await walk(ledger.all(), digest)).broken).toBeNull()
  expect(attempts()).toBeLessThanOrEqual(2)
  const said = events(ledger)
  if (said.includes('done')) expect(attempts()).toBe(2)
  if (attempts() === 2) expect(said).toContain('started')
  expect(said.filter(event => event === 'done').length).toBeLessThanOrEqual(1)
}

describe('a fault of the call that acts', () => {
  it.each<[FaultRule['fault'], number, LedgerEvent[], LedgerEvent]>([
    // What is refused has not happened, so that it may be tried again, which then works.
    ['missing-permission', 2, ['started', 'failed', 'started', 'done'], 'withheld'],
    ['missing-permission-pat', 2, ['started', 'failed', 'started', 'done'], 'withheld'],
    ['missing-admin-rights', 2, ['started', 'failed', 'started', 'done'], 'withheld'],
    ['run-in-progress', 2, ['started', 'failed', 'started', 'done'], 'withheld'],
    ['run-too-old', 2, ['started', 'failed', 'started', 'done'], 'withheld'],
    ['run-cannot-be-retried', 2, ['started', 'failed', 'started', 'done'], 'withheld'],
    ['rate-limit-primary', 2, ['started', 'failed', 'started', 'done'], 'withheld'],
    ['rate-limit-secondary', 2, ['started', 'failed', 'started', 'done'], 'withheld'],
    ['rate-limit-secondary-429', 2, ['started', 'failed', 'started', 'done'], 'withheld'],
    ['saml', 2, ['started', 'failed', 'started', 'done'], 'withheld'],
    ['bad-credentials', 2, ['started', 'failed', 'started', 'done'], 'withheld'],
    ['not-found', 2, ['started', 'failed', 'started', 'done'], 'withheld'],
    ['conflict', 2, ['started', 'failed', 'started', 'done'], 'withheld'],
    ['unprocessable', 2, ['started', 'failed', 'started', 'done'], 'withheld'],
    // Whose answer got lost has perhaps happened: where it is seen that it has, it is done.
    ['server-error-after', 2, ['started', 'done', 'withheld'], 'withheld'],
    ['cut-answer', 2, ['started', 'done', 'withheld'], 'withheld'],
    ['slow', 2, ['started', 'done', 'withheld'], 'withheld'],
    // Where it is not seen, nobody knows, and nobody tries again.
    ['server-error', 1, ['started', 'unclear', 'withheld'], 'withheld'],
    ['bad-gateway', 1, ['started', 'unclear', 'withheld'], 'withheld'],
    ['service-unavailable', 1, ['started', 'unclear', 'withheld'], 'withheld'],
    ['cut-request', 1, ['started', 'unclear', 'withheld'], 'withheld'],
    // What arrives after everybody has looked is found by whoever looks next.
    ['late', 2, ['started', 'unclear', 'done'], 'withheld'],
  ])('%s leaves %i attempts', async (fault, after, said, third) => {
    const runs = await start()
    github.addFaults({ match: 'rerun-failed-jobs', fault, times: 1, retryAfterSeconds: 1, resetInSeconds: 1, delayMs: 900 })
    const ledger = memoryLedger()
    await heal({ runs, ledger })
    await expectHonest(ledger)
    if (fault === 'late') await expect.poll(attempts).toBe(2)
    await heal({ runs, ledger, atMs: LATER })
    await expectHonest(ledger)
    expect(events(ledger)).toEqual(said)
    expect(attempts()).toBe(after)
    expect((await heal({ runs, ledger, atMs: LATER })).event).toBe(third)
    expect(attempts()).toBe(after)
    await expectHonest(ledger)
    expect(github.unusedFaults()).toEqual([])
  })
})

/** What else writes, with what it takes, and the calls of one healing. */
const WRITERS: readonly (readonly [name: string, remedy: Remedy, params: Params, acts: string])[] = [
  ['a re-run with debug logging', rerunFailedJobs, { debug: 'yes' }, 'rerun-failed-jobs'],
  ['a rebuild without a cache', rebuildWithoutCache, { keys: ['npm-1'] }, 'rerun-failed-jobs'],
  [
    'a workflow on another runner',
    changeRunner,
    { workflow: 'ci.yml', branch: 'main', id: 'sherpa', label: 'big' },
    'dispatches',
  ],
  ['the same, without an id', changeRunner, { workflow: 'ci.yml', branch: 'main', label: 'big' }, 'dispatches'],
  [
    'a roll-back by a workflow',
    rollBackDeployment,
    {
      ...{ environment: 'production', commit: aSha('head'), workflow: 'ci.yml', branch: 'main' },
      ...{ id: 'sherpa', input: 'commit', proof: 'commit' },
    },
    'dispatches',
  ],
]

describe.each(WRITERS)('a fault of %s', (_, remedy, params, acts) => {
  async function startAll(): Promise<World> {
    const jobs = [aJob({ id: 1, name: 'lint' }), aJob({ id: 2, name: 'test', conclusion: 'failure' })]
    github = await startFakeGitHub(
      aWorld({
        commits: [aCommit({ sha: aSha('old'), message: 'old' }), aCommit({ sha: aSha('head'), message: 'head' })],
        runs: [aRun({ id: RUN, jobs })],
        caches: [{ id: 5, key: 'npm-1', ref: 'refs/heads/main' }],
        deployments: [aDeployment({ id: 1, sha: aSha('old') }), aDeployment({ id: 2, sha: aSha('head'), states: ['failure'] })],
        dispatchable: { 'ci.yml': { inputs: ['sherpa', 'commit'], runName: 'CI ${{ inputs.sherpa }}' } },
      }),
    )
    return connectGitHubControls({ apiUrl: github.url, token: github.token, waitUnitMs: 1, timeoutMs: 500 }, text => text)
  }
  const healBy = (world: World, ledger: Ledger, atMs = NOW) =>
    execute(execution(remedy, params), { ledger, world, limit: () => null, approvals: TERMS, now: () => atMs })
  /** Attempts after the first, and runs after the first. */
  const effects = () => github.repository().runs.reduce((sum, { attempts }) => sum + attempts.length, 0) - 1

  it.each<[FaultRule['fault'], number, readonly LedgerEvent[]]>([
    // What is refused has not happened. Of a rebuild, the cache is gone all the same, so that nobody says that nothing happened.
    ['missing-permission', 1, ['failed', 'done']],
    ['rate-limit-secondary', 1, ['failed', 'done']],
    ['conflict', 1, ['failed', 'done']],
    ['not-found', 1, ['failed', 'done']],
    // Whose answer got lost is found by its effect.
    ['server-error-after', 1, ['done', 'withheld']],
    ['cut-answer', 1, ['done', 'withheld']],
    ['slow', 1, ['done', 'withheld']],
    // Where it is not seen, nobody knows, and nobody tries again.
    ['server-error', 0, ['unclear', 'withheld']],
    ['cut-request', 0, ['unclear', 'withheld']],
    ['late', 1, ['unclear', 'done']],
  ])('%s leaves %i effects', async (fault, after, [first, second]) => {
    const world = await startAll()
    github.addFaults({ match: acts, method: 'POST', fault, times: 1, retryAfterSeconds: 1, delayMs: 900 })
    const ledger = memoryLedger()
    const isHalf = remedy === rebuildWithoutCache && first === 'failed'
    expect((await healBy(world, ledger)).event).toBe(isHalf ? 'unclear' : first)
    if (fault === 'late') await expect.poll(effects).toBe(1)
    expect((await healBy(world, ledger, LATER)).event).toBe(isHalf ? 'withheld' : second)
    expect(effects()).toBe(isHalf ? 0 : after)
    expect((await healBy(world, ledger, LATER)).event).toBe('withheld')
    expect(effects()).toBe(isHalf ? 0 : after)
    expect((await walk(ledger.all(), digest)).broken).toBeNull()
    expect(github.unusedFaults()).toEqual([])
  })

  it('twenty processes with one ledger act once', async () => {
    const world = await startAll()
    const ledger = memoryLedger()
    const done = await Promise.all(Array.from({ length: 20 }, () => healBy(world, ledger)))
    expect(done.filter(({ event }) => event === 'done')).toHaveLength(1)
    expect(effects()).toBe(1)
  })

  it('a ledger that is lost: the effect itself tells', async () => {
    const world = await startAll()
    expect(await healBy(world, memoryLedger())).toMatchObject({ event: 'done' })
    expect(await healBy(world, memoryLedger())).toMatchObject({ event: 'withheld' })
    expect(effects()).toBe(1)
  })

  it('what was asked for with debug logging is logged so', async () => {
    const world = await startAll()
    await healBy(world, memoryLedger())
    expect(github.run(RUN).attempts.at(-1)?.debug).toBe(params['debug'] === 'yes')
  })
})

describe('a fault of what is asked', () => {
  const GONE: FaultRule = { match: /runs\/777(\/attempts|$)/, method: 'GET', fault: 'server-error', times: 4 }

  it('before acting: nothing is done, and it may be tried again', async () => {
    const runs = await start()
    github.addFaults(GONE)
    const ledger = memoryLedger()
    expect(await heal({ runs, ledger })).toMatchObject({ event: 'withheld' })
    expect(writes()).toBe(0)
    expect(await heal({ runs, ledger })).toMatchObject({ event: 'done' })
    await expectHonest(ledger)
  })

  it('between the key and the call: nothing is done, and the key is free', async () => {
    const runs = await start()
    const ledger = memoryLedger()
    const breaking: Ledger = {
      ...ledger,
      async append(scope, decide) {
        github.addFaults(...(ledger.lines.length === 0 ? [GONE] : []))
        return ledger.append(scope, decide)
      },
    }
    expect(await heal({ runs, ledger: breaking })).toMatchObject({ event: 'failed' })
    expect(writes()).toBe(0)
    expect(await heal({ runs, ledger })).toMatchObject({ event: 'done' })
    await expectHonest(ledger)
  })

  it('after a call whose answer got lost: nobody knows, until somebody looks again', async () => {
    const runs = await start()
    github.addFaults({ match: 'rerun-failed-jobs', fault: 'cut-answer', times: 1 })
    const ledger = memoryLedger()
    const breaking: RunControl = {
      ...runs,
      rerun: async (...asked) => {
        github.addFaults(GONE)
        return runs.rerun(...asked)
      },
    }
    expect(await heal({ runs: breaking, ledger })).toMatchObject({ event: 'unclear', effect: null })
    expect(await heal({ runs, ledger })).toMatchObject({ event: 'done', effect: { kind: 'attempt', id: '2' } })
    await expectHonest(ledger)
  })
})

describe('many at once', () => {
  it('200 processes with one ledger act once', async () => {
    const runs = await start()
    const ledger = memoryLedger()
    const done = await Promise.all(Array.from({ length: 200 }, () => heal({ runs, ledger })))
    expect(done.filter(({ event }) => event === 'done')).toHaveLength(1)
    expect(done.filter(({ event }) => event === 'withheld')).toHaveLength(199)
    expect(writes()).toBe(1)
    await expectHonest(ledger)
  })

  it('who looked before another remedy acted on the same run looks again', async () => {
    const runs = await start()
    const ledger = memoryLedger()
    const slow: Ledger = {
      ...ledger,
      async append(scope, decide) {
        if (ledger.lines.length === 0) {
          await heal({ runs, ledger })
          github.finishAttempt(RUN, { test: { conclusion: 'failure' } })
        }
        return ledger.append(scope, decide)
      },
    }
    expect(await heal({ runs, ledger: slow, remedy: rerunRun })).toMatchObject({ event: 'failed' })
    expect(writes()).toBe(1)
    await expectHonest(ledger)
  })

  it('what may still arrive keeps others away', async () => {
    const runs = await start()
    const ledger = memoryLedger()
    github.addFaults({ match: 'rerun-failed-jobs', fault: 'cut-request', times: 1 })
    expect(await heal({ runs, ledger })).toMatchObject({ event: 'unclear' })
    expect(await heal({ runs, ledger, remedy: rerunRun })).toMatchObject({ event: 'withheld' })
    expect(writes()).toBe(1)
    expect(await heal({ runs, ledger, remedy: rerunRun, atMs: LATER })).toMatchObject({ event: 'done' })
    expect(attempts()).toBe(2)
  })
})

describe('a process that is killed', () => {
  const BOUNDARIES = ['newestAttempt', 'append', 'newestAttempt', 'rerun', 'append'].flatMap(call => [
    `before ${call}`,
    `after ${call}`,
  ])

  it.each(BOUNDARIES.map((name, i) => [i, name] as const))('at boundary %i, %s', async (at, name) => {
    const runs = await start()
    const ledger = memoryLedger()
    const reached: string[] = []
    const dying = diesAt(at, { runs, ledger }, reached)
    await expect(heal(dying)).rejects.toThrow('killed')
    expect(reached.at(-1)).toBe(name)
    await expectHonest(ledger)
    const before = attempts()

    await heal({ runs, ledger })
    await expectHonest(ledger)
    await heal({ runs, ledger, atMs: LATER })
    await expectHonest(ledger)
    // It acts only where nothing was written yet; where it had acted, it is found out.
    const nothingWritten = at < BOUNDARIES.indexOf('after append')
    expect(attempts()).toBe(nothingWritten ? 2 : before)
    expect(events(ledger).includes('done')).toBe(attempts() === 2)
    expect(writes()).toBeLessThanOrEqual(1)
  })

  it('nowhere is not killed', async () => {
    const runs = await start()
    const reached: string[] = []
    await heal(diesAt(Number.POSITIVE_INFINITY, { runs, ledger: memoryLedger() }, reached))
    expect(reached).toEqual(BOUNDARIES)
  })
})

describe('a ledger', () => {
  it('that is lost: the number of the attempt tells', async () => {
    const runs = await start()
    expect(await heal({ runs, ledger: memoryLedger() })).toMatchObject({ event: 'done' })
    github.finishAttempt(RUN, { test: { conclusion: 'failure' } })
    const fresh = memoryLedger()
    expect(await heal({ runs, ledger: fresh })).toMatchObject({
      event: 'withheld',
      detail: 'Nothing is left to do: attempt 2 is there.',
    })
    expect(events(fresh)).toEqual(['withheld'])
    expect(writes()).toBe(1)
  })

  it('that cannot be written: nothing is done', async () => {
    const runs = await start()
    const ledger: Ledger = { ...memoryLedger(), append: () => Promise.reject(new Error('disk full')) }
    await expect(heal({ runs, ledger })).rejects.toThrow('disk full')
    expect(writes()).toBe(0)
  })

  it('that cannot be written any more once it is done: the effect is found later', async () => {
    const runs = await start()
    const ledger = memoryLedger()
    const full: Ledger = {
      ...ledger,
      append: async (...asked) => {
        if (ledger.lines.length > 0) throw new Error('disk full')
        return ledger.append(...asked)
      },
    }
    await expect(heal({ runs, ledger: full })).rejects.toThrow('disk full')
    expect(events(ledger)).toEqual(['started'])
    expect(await heal({ runs, ledger })).toMatchObject({ event: 'withheld' })
    expect(await heal({ runs, ledger, atMs: LATER })).toMatchObject({ event: 'done' })
    expect(writes()).toBe(1)
    await expectHonest(ledger)
  })
})

/** The same ports, at whose n-th boundary the process ends: nothing that comes after happens. */
function diesAt(at: number, { runs, ledger }: Pick<Process, 'runs' | 'ledger'>, reached: string[]) {
  const boundary = (name: string) => {
    reached.push(name)
    if (reached.length > at) throw new Error('killed')
  }
  const mortal =
    <A extends unknown[], T>(name: string, call: (...asked: A) => Promise<T>) =>
    async (...asked: A): Promise<T> => {
      boundary(`before ${name}`)
      const answer = await call(...asked)
      boundary(`after ${name}`)
      return answer
    }
  return {
    runs: { ...runs, newestAttempt: mortal('newestAttempt', runs.newestAttempt), rerun: mortal('rerun', runs.rerun) },
    ledger: { ...ledger, append: mortal('append', ledger.append) },
  }
}
