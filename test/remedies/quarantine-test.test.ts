import { readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { Effect } from '../../src/core/model/ledger.ts'
import type { KnownTest } from '../../src/core/model/past.ts'
import type { Params } from '../../src/core/model/plan.ts'
import type { Situation } from '../../src/core/plan/remedy.ts'
import { refusalOf } from '../../src/core/plan/valid-params.ts'
import { remedy } from '../../src/core/remedies/quarantine-test.ts'
import { connectLists } from '../../src/integrations/connect.ts'
import { aCommit, aJob, aSha, aWorld } from '../fakes/github/builders.ts'
import { tempFolder } from '../temp-folder.ts'
import { start, subjectOf, writes } from './acting.ts'

const flaky = (given: Partial<KnownTest> = {}, evidence: Partial<KnownTest['evidence']> = {}): KnownTest => ({
  job: 'unit',
  name: 'cart › adds tax',
  state: 'flaky',
  rate: 0.05,
  interval: [0.02, 0.1],
  runs: 120,
  failures: 6,
  evidence: {
    ...{ ever: 0.99, now: 0.98, unexplained: 6, mixed: 3, lines: 4, outages: 0, logged: 0, badImages: [] },
    ...{ blamedOn: ['#12', 'main'], lastFailure: null },
    ...evidence,
  },
  ...given,
})

const situation = (test: KnownTest, more: object = {}): Situation =>
  ({
    file: {
      source: { kind: 'github' },
      run: { branch: 'topic', base: 'main', pullRequest: 7, run: 777 },
      jobs: [{ name: 'unit', conclusion: 'failure' }],
      logs: [],
      reports: [{ failedTests: [{ name: test.name }] }],
      past: { runs: [], tests: [test] },
    },
    quarantine: { file: 'ci/quarantine.txt', format: 'lines' },
    trunk: { branch: 'main', parent: null },
    nowMs: 1,
    ...more,
  }) as unknown as Situation

const PARAMS: Params = {
  tests: ['cart › adds tax', 'cart › rounds'],
  evidence: ['failed 6 times', 'failed @twice'],
  file: 'ci/quarantine.txt',
  format: 'lines',
  branch: 'main',
}
const worldOf = (tree: Record<string, string>) =>
  aWorld({ commits: [aCommit({ sha: aSha('one'), message: 'one', tree })], pullJobs: [aJob({ name: 'unit' })] })

it('is proposed for a failed test that the history proves flaky, where a list is configured', () => {
  const [proposal] = remedy.propose(situation(flaky()))
  expect(proposal).toMatchObject({
    params: { tests: ['cart › adds tax'], file: 'ci/quarantine.txt', format: 'lines', branch: 'main' },
    judged: { verdict: 'allow' },
    job: 'unit',
  })
  expect(proposal?.params['evidence']).toEqual(['failed 6 times in 120 runs, on 4 pull requests or branches'])
  expect(refusalOf([{ remedy: remedy.id, params: proposal?.params ?? {} }], [remedy])).toBeNull()
})

it.each<[string, Situation]>([
  ['no list is configured', situation(flaky(), { quarantine: undefined })],
  ['the repository cannot be asked', situation(flaky(), { trunk: undefined })],
  ['it is broken', situation(flaky({ state: 'broken' }))],
  ['it is not sure', situation(flaky({}, { ever: 0.8 }))],
  ['it failed once', situation(flaky({ failures: 1 }))],
  ['only this pull request saw it', situation(flaky({}, { blamedOn: ['#7'] }))],
  ['its name is a comment', situation(flaky({ name: '# x' }))],
  ['its name is an option', situation(flaky({ name: '--ignore=src' }))],
  ['its name has lines', situation(flaky({ name: 'a\nb' }))],
])('is not proposed where %s', (_, about) => {
  expect(remedy.propose(about)).toEqual([])
})

it('goes into the file itself where no repository is at hand', () => {
  const local = situation(flaky())
  const here = { ...local, file: { ...local.file, source: { kind: 'run-document', name: 'run.json' } } } as Situation
  const [proposal] = remedy.propose(here)
  expect(proposal?.params).not.toHaveProperty('branch')
  expect(remedy.thing({ repository: 'acme/app' } as never, proposal?.params ?? {})).toBe('list:ci/quarantine.txt')
})

it('adds to the list of the repository, and takes it back', async () => {
  const { github, world } = await start(worldOf({ 'ci/quarantine.txt': '# slow\ncart › rounds\n', 'a.ts': 'a' }))
  const subject = subjectOf(remedy, PARAMS)
  expect(await remedy.find(subject, world)).toEqual({ value: null })
  const effect = (await remedy.act(subject, world)).value as Effect
  const made = github.repository().commits.at(-1)
  expect(made?.tree).toEqual({ 'ci/quarantine.txt': '# slow\ncart › rounds\ncart › adds tax\n', 'a.ts': 'a' })
  expect(github.repository().pulls[0]?.body).toContain('- <code>cart › rounds</code> failed @<!-- -->twice')
  expect(await remedy.find(subject, world)).toEqual({ value: effect })
  expect(await remedy.find(subjectOf(remedy, PARAMS, 'action:2'), world)).toEqual({ value: effect })
  expect((await remedy.verify(subject, effect, world)).value?.state).toBe('healed')
  expect(await remedy.undo?.(subject, effect, world)).toEqual({ value: null })
  expect(github.repository().pulls[0]?.state).toBe('closed')
  expect(Object.keys(github.repository().branches)).toEqual(['main'])
})

it('makes the list where there is none; once merged, another pull request asks to take it out, once', async () => {
  const { github, world } = await start(worldOf({ 'a.ts': 'a' }))
  const subject = subjectOf(remedy, PARAMS)
  const effect = (await remedy.act(subject, world)).value as Effect
  const { branches, pulls, commits } = github.repository()
  branches['main'] = branches['sherpa/action-1'] ?? ''
  delete branches['sherpa/action-1']
  Object.assign(pulls[0] ?? {}, { state: 'closed', mergedAt: '2026-03-02T12:00:00Z' })
  expect(commits.at(-1)?.tree?.['ci/quarantine.txt']).toBe('cart › adds tax\ncart › rounds\n')
  for (let i = 0; i < 2; i++)
    expect(await remedy.undo?.(subject, effect, world)).toEqual({
      value: 'it was merged, and pull request 2 asks to take it back',
    })
  expect(pulls.map(({ headBranch, state }) => [headBranch, state])).toEqual([
    ['sherpa/action-1', 'closed'],
    ['sherpa/undo-action-1', 'open'],
  ])
  expect(commits.at(-1)?.tree?.['ci/quarantine.txt']).toBe('')
})

it.each([
  ['they are there already', { 'ci/quarantine.txt': 'cart › adds tax\ncart › rounds\n' }, {}, 'has them already'],
  ['the list is none', { 'ci/quarantine.txt': '{"a": 1}' }, { format: 'json' }, 'is no list of the format json'],
  ['there is no such branch', { 'a.ts': 'a' }, { branch: 'next' }, 'there is no branch next'],
])('refuses where %s', async (_, tree, params, why) => {
  const { github, world } = await start(worldOf(tree))
  const done = await remedy.act(subjectOf(remedy, { ...PARAMS, ...params }), world)
  expect(done).toMatchObject({ mayHaveHappened: false, trouble: { message: expect.stringContaining(why) } })
  expect(writes(github)).toEqual([])
})

const { branch: _, ...OF_NO_BRANCH } = PARAMS as Readonly<Record<string, string>>
const HERE: Params = { ...OF_NO_BRANCH, file: 'quarantine.json', format: 'json' }

it('adds to a file, and takes out what it added', async () => {
  using folder = tempFolder()
  const path = join(folder.path, 'quarantine.json')
  writeFileSync(path, '[\n    "slow"\n]\n')
  const world = { lists: await connectLists(folder.path) }
  const subject = subjectOf(remedy, HERE)
  expect(await remedy.find(subject, world)).toEqual({ value: null })
  const effect: Effect = { kind: 'list', id: 'quarantine.json' }
  expect(await remedy.act(subject, world)).toEqual({ value: effect })
  expect(readFileSync(path, 'utf8')).toBe('[\n    "slow",\n    "cart › adds tax",\n    "cart › rounds"\n]\n')
  expect(await remedy.find(subject, world)).toEqual({ value: effect })
  expect((await remedy.verify(subject, effect, world)).value?.state).toBe('healed')
  expect(await remedy.undo?.(subject, effect, world)).toEqual({ value: null })
  expect(readFileSync(path, 'utf8')).toBe('[\n    "slow"\n]\n')
  expect((await remedy.verify(subject, effect, world)).value?.state).toBe('not-healed')
})

it('does not leave its folder, by no link either, and touches no file that is no text', async () => {
  using folder = tempFolder()
  using elsewhere = tempFolder()
  writeFileSync(join(elsewhere.path, 'list'), '')
  symlinkSync(elsewhere.path, join(folder.path, 'way'))
  symlinkSync(join(elsewhere.path, 'list'), join(folder.path, 'link'))
  writeFileSync(join(folder.path, 'bytes'), Buffer.from([0x61, 0xff]))
  const lists = await connectLists(folder.path)
  for (const path of ['way/list', 'link', '../list'])
    expect((await lists.write(path, 'x')).trouble).toMatchObject({ code: expect.stringMatching(/^list-/) })
  expect(readFileSync(join(elsewhere.path, 'list'), 'utf8')).toBe('')
  expect((await lists.read('bytes')).trouble?.code).toBe('list-unreadable')
  expect(await lists.read('none')).toEqual({ value: null })
})
