import { expect, it } from 'vitest'
import type { Effect } from '../../src/core/model/ledger.ts'
import type { Situation } from '../../src/core/plan/remedy.ts'
import { remedy } from '../../src/core/remedies/open-revert.ts'
import { redJob } from '../../src/core/rerun/red-job.fixture.ts'
import { aCommit, aJob, aPullRequest, aRun, aSha, aWorld } from '../fakes/github/builders.ts'
import type { FaultRule } from '../fakes/github/fault-rule.ts'
import type { CommitData, World as FakeWorld } from '../fakes/github/world.ts'
import { start, subjectOf, writes } from './acting.ts'

const GOOD = { 'src/cart.ts': 'good', 'src/tax.ts': 'tax', 'README.md': 'read me' }
const BAD = { 'src/cart.ts': 'bad', 'src/new.ts': 'new', 'README.md': 'read me' }
const LATER = { ...BAD, 'README.md': 'read me again' }
const one = aCommit({ sha: aSha('one'), message: 'one', tree: GOOD })
const two = aCommit({ sha: aSha('two'), message: 'Round totals\n\nCloses #3', tree: BAD })
const three = aCommit({ sha: aSha('three'), message: 'three', tree: LATER })
const PARAMS = { commit: aSha('two'), parent: aSha('one'), branch: 'main', job: 'unit', why: 'adds tax @ann' }
const BRANCH = 'sherpa/action-1'

const worldOf = (commits: CommitData[], more: Partial<FakeWorld> & object = {}) =>
  aWorld({ commits: structuredClone(commits), pullJobs: [aJob({ id: 9, name: 'unit' })], ...more })

const situation = (more: object = {}, job: object = {}): Situation =>
  ({
    file: { source: { kind: 'github' }, run: { event: 'push', branch: 'main', commit: aSha('two') }, logs: [] },
    diagnosis: { causes: [] },
    redJobs: [
      redJob({ name: 'unit', category: 'test', nature: 'deterministic', confidence: 0.9, chance: 0.05, failedBefore: 1, ...job }),
    ],
    trunk: { branch: 'main', parent: { commit: aSha('one'), checks: [{ name: 'unit', state: 'passed' }] } },
    nowMs: 1,
    ...more,
  }) as unknown as Situation

it('is proposed for a push that broke what its parent passed', () => {
  const [proposal] = remedy.propose(situation())
  expect(proposal).toMatchObject({
    params: { commit: aSha('two'), parent: aSha('one'), branch: 'main', job: 'unit' },
    judged: { verdict: 'allow' },
  })
})

it('wants a person where it failed only once', () => {
  expect(remedy.propose(situation({}, { failedBefore: 0 }))).toMatchObject([
    { judged: { verdict: 'ask', reasons: [{ code: 'unproven' }] } },
  ])
})

const checks = (...states: string[]) => ({
  trunk: { branch: 'main', parent: { commit: aSha('one'), checks: states.map(state => ({ name: 'unit', state })) } },
})
const run = (more: object) => ({ file: { ...situation().file, run: { ...situation().file.run, ...more } } })

it.each([
  ['the parent failed, too', checks('failed'), {}],
  ['the parent is not through', checks('passed', 'open'), {}],
  ['nobody tested the parent', checks(), {}],
  ['nothing is known of the parent', { trunk: { branch: 'main', parent: null } }, {}],
  ['nothing could be asked', { trunk: undefined }, {}],
  ['it is another branch', run({ branch: 'topic' }), {}],
  ['it is a pull request', run({ event: 'pull_request', pullRequest: 3 }), {}],
  ['the code is of a fork', run({ fork: true }), {}],
  ['a re-run may pass', {}, { nature: 'transient' }],
  ['it is not sure what it is', {}, { confidence: 0.5 }],
  ['the test is flaky', { diagnosis: { causes: [{ kind: 'flaky_test', subject: 'x', confidence: 0.5 }] } }, {}],
  ['the runner changed', { diagnosis: { causes: [{ kind: 'runner_image', subject: 'x', confidence: 0.5 }] } }, {}],
  ['another commit began it', { diagnosis: { causes: [{ kind: 'commit', subject: aSha('zero'), confidence: 0.9 }] } }, {}],
])('is not proposed where %s', (_, more, job) => {
  expect(remedy.propose(situation(more, job))).toEqual([])
})

it('is not proposed where the same commit passed before', () => {
  const past = { runs: [{ job: 'unit', commit: aSha('two'), conclusion: 'success' }] }
  expect(remedy.propose(situation({ file: { ...situation().file, past } }))).toEqual([])
})

it('takes back the files of the commit and nothing else, follows the pull request, and closes it again', async () => {
  const { github, world } = await start(worldOf([one, two, three]))
  const subject = subjectOf(remedy, PARAMS)
  expect(await remedy.find(subject, world)).toEqual({ value: null })
  const { value } = await remedy.act(subject, world)
  const effect = value as Effect
  expect(effect).toMatchObject({ kind: 'pull-request', id: '1', url: 'https://github.com/acme/app/pull/1' })
  const [pull] = github.repository().pulls
  expect(pull).toMatchObject({ title: 'Revert "Round totals"', headBranch: BRANCH, baseBranch: 'main', state: 'open' })
  expect(pull?.body).toMatch(/^<!-- sherpa open-revert [0-9a-f]{40} -->\n<!-- sherpa action:1 -->\n\n/)
  expect(pull?.body).toContain('adds tax @<!-- -->ann')
  const commit = github.repository().commits.find(({ sha }) => sha === github.repository().branches[BRANCH])
  expect(commit?.parents).toEqual([aSha('three')])
  expect(commit?.message).toBe(`Revert "Round totals"\n\nThis reverts commit ${aSha('two')}.`)
  expect(commit?.tree).toEqual({ ...GOOD, 'README.md': 'read me again' })
  expect(github.repository().branches['main']).toBe(aSha('three'))

  expect(await remedy.find(subject, world)).toEqual({ value: effect })
  expect((await remedy.verify(subject, effect, world)).value).toEqual({
    state: 'healed',
    detail: 'pull request 1 is green; the run stays as it was until somebody merges it',
  })
  expect(await remedy.undo?.(subject, effect, world)).toEqual({ value: null })
  expect(pull?.state).toBe('closed')
  expect(Object.keys(github.repository().branches)).toEqual(['main'])
  expect(await remedy.undo?.(subject, effect, world)).toEqual({ value: null })
  expect((await remedy.verify(subject, effect, world)).value?.state).toBe('not-healed')
  expect(writes(github)).toEqual([
    'POST /git/trees',
    'POST /git/commits',
    'POST /git/refs',
    'POST /pulls',
    'PATCH /pulls/1',
    `DELETE /git/refs/${encodeURIComponent(`heads/${BRANCH}`)}`,
  ])
})

it('has healed only where all is green, with what was broken', async () => {
  const { github, world } = await start(worldOf([one, two]))
  const subject = subjectOf(remedy, PARAMS)
  const effect = (await remedy.act(subject, world)).value as Effect
  const attempt = github.repository().runs.at(-1)?.attempts[0]
  const stateWith = async (...jobs: ReturnType<typeof aJob>[]) => {
    Object.assign(attempt ?? {}, { jobs })
    return (await remedy.verify(subject, effect, world)).value?.state
  }
  expect(await stateWith(aJob({ name: 'unit', conclusion: 'failure' }))).toBe('not-healed')
  expect(await stateWith(aJob({ name: 'unit' }), aJob({ name: 'lint', conclusion: 'failure' }))).toBe('not-healed')
  expect(await stateWith(aJob({ name: 'unit', status: 'in_progress' }))).toBe('pending')
  expect(await stateWith(aJob({ name: 'unit' }), aJob({ name: 'lint', status: 'in_progress' }))).toBe('pending')
  expect(await stateWith(aJob({ name: 'lint' }))).toBe('pending')
  expect(await stateWith()).toBe('pending')
  expect(await stateWith(aJob({ name: 'lint' }), aJob({ name: 'unit' }))).toBe('healed')

  Object.assign(github.repository().pulls[0] ?? {}, { state: 'closed' })
  expect(await stateWith(aJob({ name: 'unit' }))).toBe('not-healed')
  Object.assign(github.repository().pulls[0] ?? {}, { mergedAt: '2026-03-02T12:00:00Z' })
  expect(await stateWith()).toBe('healed')
  expect(await remedy.undo?.(subject, effect, world)).toMatchObject({
    trouble: { code: 'pull-request-merged' },
    mayHaveHappened: false,
  })
})

it('does not throw away what somebody pushed to it', async () => {
  const { github, world } = await start(worldOf([one, two]))
  const subject = subjectOf(remedy, PARAMS)
  const { value } = await remedy.act(subject, world)
  github.repository().branches[BRANCH] = aSha('one')
  expect(await remedy.undo?.(subject, value as Effect, world)).toMatchObject({
    trouble: { code: 'branch-changed' },
    mayHaveHappened: false,
  })
  expect(github.repository().pulls[0]?.state).toBe('open')
})

const green = aRun({ id: 5, headSha: aSha('three'), jobs: [aJob({ name: 'unit' })] })
it.each<[string, CommitData[], string, object?, object?]>([
  [
    'a file was changed since',
    [one, two, { ...three, tree: { ...BAD, 'src/cart.ts': 'better' } }],
    'src/cart.ts was changed since',
  ],
  ['a file is gone since', [one, two, { ...three, tree: { 'README.md': 'x' } }], 'src/cart.ts, src/new.ts were changed since'],
  ['it passes by now', [one, two, three], 'unit passes on main by now', { runs: [green] }],
  ['it takes something back itself', [one, { ...two, message: 'Revert "one"' }], 'takes something back itself'],
  ['the commit is no part of the branch', [one, two, { ...three, parents: [aSha('one')] }], 'is not a part of main any more'],
  ['the parent is another', [one, two], 'does not follow', {}, { parent: aSha('three') }],
  ['there is no such branch', [one, two], 'there is no branch next', {}, { branch: 'next' }],
  ['there are too many files', [one, two], 'does not list all files', { treesAreCut: true }],
  ['nothing was changed', [one, { ...two, tree: GOOD }], 'changed no file'],
])('refuses where %s', async (_, commits, why, more = {}, params = {}) => {
  const { github, world } = await start(worldOf(commits, more))
  const done = await remedy.act(subjectOf(remedy, { ...PARAMS, ...params }), world)
  expect(done).toMatchObject({ mayHaveHappened: false, trouble: { message: expect.stringContaining(why) } })
  expect(writes(github)).toEqual([])
})

it('is not opened twice for one commit, whichever run asks; a text of a stranger does not keep it away', async () => {
  const pulls = [
    aPullRequest({
      number: 7,
      headBranch: 'sherpa/x',
      headRepository: 'eve/app',
      body: `<!-- sherpa open-revert ${aSha('two')} -->`,
    }),
    aPullRequest({ number: 8, headBranch: 'topic', body: `<!-- sherpa open-revert ${aSha('two')} -->` }),
  ]
  const { github, world } = await start(worldOf([one, two], { pulls } as object))
  expect(await remedy.find(subjectOf(remedy, PARAMS), world)).toEqual({ value: null })
  await remedy.act(subjectOf(remedy, PARAMS), world)
  const other = await remedy.find(subjectOf(remedy, PARAMS, 'action:2'), world)
  expect(other.value).toMatchObject({ kind: 'pull-request', id: '9' })
  expect(github.repository().pulls).toHaveLength(3)
})

it.each<[FaultRule['fault'], string, string, boolean, string[]]>([
  ['missing-permission', 'git/trees', 'POST', false, ['main']],
  ['cut-answer', 'git/commits', 'POST', false, ['main']],
  ['missing-permission', 'git/refs', 'POST', false, ['main']],
  ['cut-answer', 'git/refs', 'POST', true, ['main', BRANCH]],
  ['unprocessable', '/pulls', 'POST', false, ['main']],
  ['cut-answer', '/pulls', 'POST', true, ['main', BRANCH]],
])(
  '%s of %s says whether it may have happened, and leaves nothing behind that is not told of',
  async (fault, match, method, may, branches) => {
    const faults = [{ match, method: method as 'POST', fault, times: 1 }]
    const { github, world } = await start(worldOf([one, two], { faults } as object))
    expect(await remedy.act(subjectOf(remedy, PARAMS), world)).toMatchObject({ mayHaveHappened: may })
    expect(Object.keys(github.repository().branches)).toEqual(branches)
    const found = await remedy.find(subjectOf(remedy, PARAMS), world)
    expect(found.value !== null).toBe(github.repository().pulls.length > 0)
  },
)
