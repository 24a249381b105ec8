import { expect, it } from 'vitest'
import type { DependencyChange } from '../../src/core/model/dependency.ts'
import type { Effect } from '../../src/core/model/ledger.ts'
import type { Params } from '../../src/core/model/plan.ts'
import type { Situation } from '../../src/core/plan/remedy.ts'
import { refusalOf } from '../../src/core/plan/valid-params.ts'
import { remedy } from '../../src/core/remedies/pin-dependency.ts'
import { redJob } from '../../src/core/rerun/red-job.fixture.ts'
import { aCommit, aJob, aRun, aSha, aWorld } from '../fakes/github/builders.ts'
import { start, subjectOf, writes } from './acting.ts'

const change = (given: Partial<DependencyChange> = {}): DependencyChange => ({
  ecosystem: 'npm',
  name: 'lodash',
  from: '4.17.20',
  to: '4.17.21',
  file: 'package.json',
  line: 3,
  direct: true,
  ...given,
})

interface About {
  readonly changes?: readonly DependencyChange[]
  readonly drifts?: readonly DependencyChange[]
  readonly confidence?: number
  readonly failedBefore?: number
  readonly run?: object
  readonly parent?: 'passed' | 'failed'
}

const situation = ({ changes = [], drifts = [], confidence = 0.9, failedBefore = 1, run, parent = 'passed' }: About): Situation =>
  ({
    file: {
      source: { kind: 'github' },
      run: { event: 'push', branch: 'main', commit: aSha('two'), ...run },
      logs: [{ drifts }],
      dependencies: changes,
    },
    diagnosis: { causes: [{ kind: 'dependency', subject: 'lodash', confidence }] },
    redJobs: [
      redJob({ name: 'unit', category: 'test', nature: 'deterministic', chance: 0.05, failedBefore, title: 'no such function' }),
    ],
    trunk: { branch: 'main', parent: { commit: aSha('one'), checks: [{ name: 'unit', state: parent }] } },
    nowMs: 1,
  }) as unknown as Situation

const drift = change({ file: 'unit', direct: false, unpinned: true })

it.each<[string, About, string, object]>([
  ['a commit moved it', { changes: [change()] }, 'allow', { file: 'package.json', commit: aSha('two'), parent: aSha('one') }],
  ['it failed once', { changes: [change()], failedBefore: 0 }, 'ask', { file: 'package.json' }],
  ['it came by itself', { drifts: [drift] }, 'ask', { branch: 'main' }],
  ['a person has to edit it', { changes: [change({ ecosystem: 'maven', file: 'pom.xml' })] }, 'deny', { file: 'pom.xml' }],
])('where %s it is proposed, and thought of as it deserves', (_, about, verdict, params) => {
  const [proposal] = remedy.propose(situation(about))
  expect(proposal).toMatchObject({ params, judged: { verdict } })
  expect(refusalOf([{ remedy: remedy.id, params: proposal?.params ?? {} }], [remedy])).toBeNull()
  expect(proposal?.params['commit'] === undefined).toBe(about.drifts !== undefined)
})

it.each<[string, About]>([
  ['the signals leave doubt', { changes: [change()], confidence: 0.6 }],
  ['the parent was red, too', { changes: [change()], parent: 'failed' }],
  ['it is a pull request', { changes: [change()], run: { event: 'pull_request', pullRequest: 3, branch: 'topic' } }],
  ['it moved in two places', { changes: [change(), change({ file: 'web/package.json' })] }],
  ['it was added', { changes: [change({ from: null })] }],
  ['its version could be anything', { changes: [change({ from: '1.0"; x' })] }],
  ['its name could be anything', { changes: [change({ name: 'lodash"' })] }],
  ['a log tells no version', { drifts: [change({ ...drift, from: '>=1' })] }],
])('is not proposed where %s', (_, about) => {
  expect(remedy.propose(situation(about))).toEqual([])
})

const manifest = (version: string, more = '') => `{\n  "dependencies": {\n    "lodash": "${version}"${more}\n  }\n}\n`
const PARAMS: Params = {
  ecosystem: 'npm',
  name: 'lodash',
  from: '4.17.20',
  to: '4.17.21',
  branch: 'main',
  job: 'unit',
  why: 'no such function',
  file: 'package.json',
  commit: aSha('two'),
  parent: aSha('one'),
}
type Tree = Record<string, string>
const worldOf = (trees: readonly Tree[], more: object = {}) => {
  const names = ['one', 'two', 'three']
  const commits = trees.map((tree, i) => aCommit({ sha: aSha(names[i] ?? ''), message: names[i] ?? '', tree }))
  return aWorld({ commits, pullJobs: [aJob({ name: 'unit' })], ...more })
}

it('edits the manifest where no lock file speaks for it, follows the pull request, and closes it again', async () => {
  const { github, world } = await start(
    worldOf([
      { 'package.json': manifest('4.17.20'), 'a.ts': 'a' },
      { 'package.json': manifest('4.17.21'), 'a.ts': 'a' },
      { 'package.json': manifest('4.17.21', ',\n    "zod": "4.0.0"'), 'a.ts': 'b' },
    ]),
  )
  const subject = subjectOf(remedy, PARAMS)
  expect(await remedy.find(subject, world)).toEqual({ value: null })
  const effect = (await remedy.act(subject, world)).value as Effect
  expect(github.repository().commits.at(-1)?.tree).toEqual({
    'package.json': manifest('4.17.20', ',\n    "zod": "4.0.0"'),
    'a.ts': 'b',
  })
  expect(github.repository().pulls[0]).toMatchObject({ title: 'Pin lodash to 4.17.20', baseBranch: 'main' })
  expect(await remedy.find(subject, world)).toEqual({ value: effect })
  expect((await remedy.verify(subject, effect, world)).value?.state).toBe('healed')
  expect(await remedy.undo?.(subject, effect, world)).toEqual({ value: null })
  expect(github.repository().pulls[0]?.state).toBe('closed')
  expect(Object.keys(github.repository().branches)).toEqual(['main'])
}, 20_000)

const lock = (version: string) => `{"lockfileVersion": 3, "lodash": "${version}"}`
const both = (asked: string, locked: string, more = '') => ({
  'package.json': manifest(asked, more),
  'package-lock.json': lock(locked),
})

it.each<[string, readonly Tree[], Params, Tree]>([
  [
    'manifest and lock file, where both become what they were together',
    [both('^4.17.20', '4.17.20'), both('^4.17.21', '4.17.21')],
    { from: '^4.17.20', to: '^4.17.21' },
    both('^4.17.20', '4.17.20'),
  ],
  [
    'the lock file alone, where nothing else moved',
    [both('^4.17.0', '4.17.20'), both('^4.17.0', '4.17.21')],
    { file: 'package-lock.json' },
    both('^4.17.0', '4.17.20'),
  ],
  [
    'go.mod alone, where the sums are still there',
    [
      { 'go.mod': 'require example.com/a v1.0.0\n', 'go.sum': 'x' },
      { 'go.mod': 'require example.com/a v1.1.0\n', 'go.sum': 'example.com/a v1.0.0 h1:x=\nexample.com/a v1.0.0/go.mod h1:y=\n' },
    ],
    { ecosystem: 'go', name: 'example.com/a', from: 'v1.0.0', to: 'v1.1.0', file: 'go.mod' },
    { 'go.mod': 'require example.com/a v1.0.0\n', 'go.sum': 'example.com/a v1.0.0 h1:x=\nexample.com/a v1.0.0/go.mod h1:y=\n' },
  ],
  [
    'a step of a workflow, and no other line of it',
    [
      { '.github/workflows/ci.yml': 'on: push\n    - uses: acme/setup@v1\n' },
      { '.github/workflows/ci.yml': 'on: push\n    - uses: acme/setup@v2\n' },
      { '.github/workflows/ci.yml': 'on: pull_request\n    - uses: acme/setup@v2\n' },
    ],
    { ecosystem: 'github-actions', name: 'acme/setup', from: 'v1', to: 'v2', file: '.github/workflows/ci.yml' },
    { '.github/workflows/ci.yml': 'on: pull_request\n    - uses: acme/setup@v1\n' },
  ],
])('pins %s', async (_, trees, params, expected) => {
  const { github, world } = await start(worldOf(trees))
  expect(await remedy.act(subjectOf(remedy, { ...PARAMS, ...params }), world)).toHaveProperty('value')
  expect(github.repository().commits.at(-1)?.tree).toEqual(expected)
})

it('pins what came by itself, in the one place that let it in', async () => {
  const tree = { 'requirements.txt': 'flask==3.0\nrequests>=2\n', 'docs/requirements.txt': 'sphinx\n' }
  const { github, world } = await start(worldOf([tree]))
  const { ecosystem: _, file: __, commit: ___, parent: ____, ...rest } = PARAMS as Readonly<Record<string, string>>
  const params = { ...rest, ecosystem: 'pypi', name: 'requests', from: '2.30.0', to: '2.31.0' }
  expect(await remedy.act(subjectOf(remedy, params), world)).toHaveProperty('value')
  expect(github.repository().commits.at(-1)?.tree).toEqual({ ...tree, 'requirements.txt': 'flask==3.0\nrequests==2.30.0\n' })
})

const green = aRun({ id: 5, headSha: aSha('three'), jobs: [aJob({ name: 'unit' })] })

it.each<[string, readonly Tree[], Params, string, object?]>([
  [
    'the lock file would have to be made anew',
    [both('4.17.20', '4.17.20'), both('4.17.21', '4.17.21'), both('4.17.21', 'other')],
    {},
    'package-lock.json would have to be made anew; by hand: npm install --save-exact lodash@4.17.20',
  ],
  [
    'something else in the manifest changed since, which the lock file must know',
    [both('4.17.20', '4.17.20'), both('4.17.21', '4.17.21'), both('4.17.21', '4.17.21', ',\n    "zod": "4.0.0"')],
    {},
    'by hand: npm install',
  ],
  [
    'another package shares the lock file and changed',
    [
      { ...both('4.17.20', '4.17.20'), 'web/package.json': '{}' },
      { ...both('4.17.21', '4.17.21'), 'web/package.json': '{ }' },
    ],
    {},
    'by hand: npm install',
  ],
  [
    'the old range lets the new version in again',
    [{ 'package.json': manifest('^4.17.20') }, { 'package.json': manifest('^4.17.21') }],
    { from: '^4.17.20', to: '^4.17.21' },
    'no lock file says which version was good; by hand: npm install --save-exact lodash@4.17.20',
  ],
  [
    'the lock file was changed since',
    [both('^4.17.0', 'a'), both('^4.17.0', 'b'), both('^4.17.0', 'c')],
    { file: 'package-lock.json' },
    'package-lock.json was changed since; by hand: npm install',
  ],
  [
    'the manifest of the lock file changed',
    [both('^4.17.0', 'a'), both('^4.17.1', 'b')],
    { file: 'package-lock.json' },
    'package.json was changed, so that package-lock.json would have to be made anew',
  ],
  [
    'somebody moved it on',
    [{ 'package.json': manifest('4.17.20') }, { 'package.json': manifest('4.17.21') }, { 'package.json': manifest('4.17.22') }],
    {},
    'does not ask for lodash as',
  ],
  [
    'the commit moved it from another version',
    [{ 'package.json': manifest('4.17.19') }, { 'package.json': manifest('4.17.21') }],
    {},
    'does not ask for lodash as',
  ],
  [
    'the manifest is gone',
    [{ 'package.json': manifest('4.17.20') }, { 'package.json': manifest('4.17.21') }, {}],
    {},
    'is not there any more',
  ],
  [
    'it passes by now',
    [
      { 'package.json': manifest('4.17.20') },
      { 'package.json': manifest('4.17.21') },
      { 'package.json': manifest('4.17.21'), a: '' },
    ],
    {},
    'unit passes on main by now',
    { runs: [green] },
  ],
])('leaves it to a person where %s', async (_, trees, params, why, more) => {
  const { github, world } = await start(worldOf(trees, more))
  const done = await remedy.act(subjectOf(remedy, { ...PARAMS, ...params }), world)
  expect(done).toMatchObject({ mayHaveHappened: false, trouble: { message: expect.stringContaining(why) } })
  expect(writes(github)).toEqual([])
})
