/**
 * What may go wrong while a pull request is opened, as a table: it takes four writing requests, of which the last two can be seen. At most one
 * pull request, and a ledger that says what is known.
 */
import { describe, expect, it, vi } from 'vitest'
import type { ApprovalTerms } from '../../src/core/heal/approval.ts'
import { walk } from '../../src/core/heal/chain.ts'
import { type Executed, execute } from '../../src/core/heal/execute.ts'
import type { Execution } from '../../src/core/heal/execution.ts'
import type { LedgerEvent } from '../../src/core/model/ledger.ts'
import type { Action, Params } from '../../src/core/model/plan.ts'
import type { World } from '../../src/core/plan/remedy.ts'
import type { Ledger } from '../../src/core/ports/ledger.ts'
import { remedy } from '../../src/core/remedies/quarantine-test.ts'
import { digest } from '../../src/integrations/connect-store.ts'
import { connectGitHubControls } from '../../src/integrations/github/connect.ts'
import { aCommit, aSha, aWorld } from '../fakes/github/builders.ts'
import { type FakeGitHub, startFakeGitHub } from '../fakes/github/fake-github.ts'
import type { FaultRule } from '../fakes/github/fault-rule.ts'
import { memoryLedger } from '../fakes/memory-ledger.ts'

const NOW = Date.parse('2026-03-02T12:00:00Z')
/** Later than any process that was at it could still be. */
const LATER = NOW + 11 * 60_000
const PARAMS: Params = { tests: ['a'], evidence: ['failed twice'], file: 'flaky.txt', format: 'lines', branch: 'main' }
const BRANCH = 'sherpa/action-1'
const TERMS: ApprovalTerms = { validMs: 0, approvers: [], whose: 'login', nowMs: () => NOW }

interface Scene {
  readonly github: FakeGitHub
  readonly ledger: ReturnType<typeof memoryLedger>
  world(fetch?: typeof globalThis.fetch): World
}

/** Runs a test against a server of its own, so that many wait at once. */
async function onStage(faults: FaultRule[], play: (scene: Scene) => Promise<void>): Promise<void> {
  const tree = { 'flaky.txt': 'b\n' }
  const github = await startFakeGitHub(aWorld({ faults, commits: [aCommit({ sha: aSha('one'), message: 'one', tree })] }))
  try {
    const options = { apiUrl: github.url, token: github.token, waitUnitMs: 1, timeoutMs: 500 }
    const world = (fetch?: typeof globalThis.fetch) => connectGitHubControls({ ...options, fetch }, text => text)
    await play({ github, ledger: memoryLedger(), world })
    expect(github.violations).toEqual([])
    expect(github.unusedFaults()).toEqual([])
  } finally {
    await github.stop()
  }
}

function execution(): Execution {
  const target = { repository: 'acme/app', run: 7, attempt: 1, workflow: 'CI', commit: null, fingerprint: null, job: null }
  const action: Action = {
    ...{ id: 'action:1', remedy: remedy.id, params: PARAMS, title: remedy.title(PARAMS), because: '', verdict: 'allow' },
    reasons: [{ code: 'worth-it', text: 'It is flaky.' }],
    ...{ risk: 'medium', reversible: true, costMinutes: 0, notBefore: null },
  }
  const subject = { action: action.id, target: { ...target, thing: remedy.thing(target, PARAMS) }, params: PARAMS }
  return { action, remedy, subject, plan: 'plan:1', by: 'sherpa' }
}

const heal = (world: World, ledger: Ledger, atMs = NOW): Promise<Executed> =>
  execute(execution(), { ledger, world, limit: () => null, approvals: TERMS, now: () => atMs })

const events = ({ lines }: Scene['ledger']): LedgerEvent[] => lines.map(({ event }) => event)

/** `done` is said only of what is there, and nothing is there of which the ledger does not know. */
async function expectHonest({ github, ledger }: Scene): Promise<void> {
  expect((await walk(ledger.all(), digest)).broken).toBeNull()
  const { pulls, branches } = github.repository()
  const said = events(ledger)
  expect(pulls.length).toBeLessThanOrEqual(1)
  expect(said.filter(event => event === 'done').length).toBeLessThanOrEqual(1)
  if (said.includes('done')) expect(pulls).toHaveLength(1)
  if (branches[BRANCH] !== undefined) expect(said.at(-1) === 'failed').toBe(false)
  expect(branches['main']).toBe(aSha('one'))
}

describe.concurrent('a fault of a writing request', () => {
  it.each<[string, FaultRule['fault'], string[], LedgerEvent[]]>([
    // Before the branch is there, nobody sees anything: it has not happened, and may be tried again.
    ['git/trees', 'missing-permission', ['main', BRANCH], ['started', 'failed', 'started', 'done', 'withheld']],
    ['git/trees', 'cut-answer', ['main', BRANCH], ['started', 'failed', 'started', 'done', 'withheld']],
    ['git/commits', 'server-error', ['main', BRANCH], ['started', 'failed', 'started', 'done', 'withheld']],
    ['git/commits', 'conflict', ['main', BRANCH], ['started', 'failed', 'started', 'done', 'withheld']],
    ['git/refs', 'missing-permission', ['main', BRANCH], ['started', 'failed', 'started', 'done', 'withheld']],
    ['git/refs', 'rate-limit-secondary', ['main', BRANCH], ['started', 'failed', 'started', 'done', 'withheld']],
    // A branch that may be there is not made again, and no pull request from it either.
    ['git/refs', 'cut-answer', ['main', BRANCH], ['started', 'unclear', 'withheld', 'withheld']],
    ['git/refs', 'server-error', ['main'], ['started', 'unclear', 'withheld', 'withheld']],
    // A pull request that was refused leaves no branch behind.
    ['/pulls', 'missing-permission', ['main', BRANCH], ['started', 'failed', 'started', 'done', 'withheld']],
    ['/pulls', 'unprocessable', ['main', BRANCH], ['started', 'failed', 'started', 'done', 'withheld']],
    // One whose answer got lost is looked for.
    ['/pulls', 'cut-answer', ['main', BRANCH], ['started', 'done', 'withheld', 'withheld']],
    ['/pulls', 'server-error-after', ['main', BRANCH], ['started', 'done', 'withheld', 'withheld']],
    ['/pulls', 'slow', ['main', BRANCH], ['started', 'done', 'withheld', 'withheld']],
    ['/pulls', 'server-error', ['main', BRANCH], ['started', 'unclear', 'withheld', 'withheld']],
    ['/pulls', 'cut-request', ['main', BRANCH], ['started', 'unclear', 'withheld', 'withheld']],
    ['/pulls', 'late', ['main', BRANCH], ['started', 'unclear', 'done', 'withheld']],
  ])(
    '%s: %s',
    async (match, fault, branches, said) => {
      const rule: FaultRule = { match, method: 'POST', fault, times: 1, retryAfterSeconds: 1, delayMs: 900 }
      await onStage([rule], async scene => {
        const { github, ledger, world } = scene
        await heal(world(), ledger)
        await expectHonest(scene)
        if (fault === 'late') await vi.waitFor(() => expect(github.repository().pulls).toHaveLength(1), 5000)
        await heal(world(), ledger, LATER)
        await expectHonest(scene)
        expect((await heal(world(), ledger, LATER)).event).toBe('withheld')
        await expectHonest(scene)
        expect(events(ledger)).toEqual(said)
        expect(Object.keys(github.repository().branches)).toEqual(branches)
        expect(github.repository().pulls).toHaveLength(said.includes('done') ? 1 : 0)
      })
    },
    60_000,
  )
})

it('a branch that cannot be taken back is told of', async () => {
  const faults: FaultRule[] = [
    { match: '/pulls', method: 'POST', fault: 'unprocessable', times: 1 },
    { match: 'git/refs', method: 'DELETE', fault: 'missing-permission', times: 1 },
  ]
  await onStage(faults, async scene => {
    expect(await heal(scene.world(), scene.ledger)).toMatchObject({
      event: 'unclear',
      detail: expect.stringContaining(`the branch ${BRANCH} may be there`),
    })
    await expectHonest(scene)
  })
}, 60_000)

it('many processes with one ledger open one pull request', async () => {
  await onStage([], async scene => {
    const world = scene.world()
    const done = await Promise.all(Array.from({ length: 20 }, () => heal(world, scene.ledger)))
    expect(done.filter(({ event }) => event === 'done')).toHaveLength(1)
    expect(done.filter(({ event }) => event === 'withheld')).toHaveLength(19)
    await expectHonest(scene)
  })
}, 60_000)

it('a ledger that is lost: the branch tells', async () => {
  await onStage([], async ({ world, github, ledger }) => {
    expect(await heal(world(), ledger)).toMatchObject({ event: 'done' })
    const fresh = memoryLedger()
    expect(await heal(world(), fresh)).toMatchObject({
      event: 'withheld',
      detail: 'Nothing is left to do: pull-request 1 is there.',
    })
    github.repository().pulls[0] = { ...github.repository().pulls[0], state: 'closed' } as never
    expect(await heal(world(), memoryLedger())).toMatchObject({ event: 'withheld' })
    expect(github.repository().pulls).toHaveLength(1)
  })
}, 60_000)

/** Looked for twice by two questions each; then read, then written. */
const REQUESTS = 13

describe.concurrent('a process that is killed', () => {
  it.each(Array.from({ length: 2 * REQUESTS }, (_, i) => [Math.floor(i / 2), i % 2 === 0 ? 'before' : 'after'] as const))(
    'at request %i, %s it takes effect',
    async (at, when) => {
      await onStage([], async scene => {
        const { github, ledger, world } = scene
        const { fetch, mortal } = dying(at, when)
        await expect(heal(world(fetch), mortal(ledger))).rejects.toThrow('killed')
        const before = github.repository().pulls.length
        const written = ledger.lines.length > 0
        await heal(world(), ledger)
        await expectHonest(scene)
        await heal(world(), ledger, LATER)
        await expectHonest(scene)
        // It acts only where nothing was written yet; where it had acted, it is found out.
        expect(github.repository().pulls).toHaveLength(written ? before : 1)
        expect(events(ledger).includes('done')).toBe(github.repository().pulls.length === 1)
      })
    },
    60_000,
  )

  it('sends no more requests than these', async () => {
    await onStage([], async ({ world, github, ledger }) => {
      await heal(world(), ledger)
      expect(github.requests).toHaveLength(REQUESTS)
    })
  }, 60_000)
})

/** A process that ends at its n-th request: nothing is sent or written any more. */
function dying(at: number, when: 'before' | 'after') {
  let sent = 0
  let isDead = false
  const killed = () => Promise.reject(new Error('killed'))
  const fetch: typeof globalThis.fetch = async (...asked) => {
    if (isDead) return killed()
    isDead = sent++ === at
    if (isDead && when === 'before') return killed()
    const answer = await globalThis.fetch(...asked)
    return isDead ? killed() : answer
  }
  const mortal = (ledger: Ledger): Ledger => ({
    ...ledger,
    append: (...asked) => (isDead ? killed() : ledger.append(...asked)),
  })
  return { fetch, mortal }
}
