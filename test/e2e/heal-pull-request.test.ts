import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { aCommit, aJob, anAttempt, aRun, aSha, aWorld } from '../fakes/github/builders.ts'
import { type FakeGitHub, startFakeGitHub } from '../fakes/github/fake-github.ts'
import { tempFolder } from '../temp-folder.ts'
import { sherpa } from './sherpa.ts'

const NOW = '2026-03-02T12:00:00Z'
const BROKEN = [
  '##[group]Run npx tsc',
  '##[endgroup]',
  "src/cart.ts(3,7): error TS2322: Type 'string' is not assignable to type 'number'.",
  '##[error]Process completed with exit code 2.',
]
const MISSING = [
  '##[group]Run npx tsc',
  '##[endgroup]',
  `src/cart.ts(1,10): error TS2305: Module '"lodash"' has no exported member 'sum @ann'.`,
  '##[error]Process completed with exit code 2.',
]
const TEST = 'tests/test_cart.py::test_adds'
const FLAKY = [
  '##[group]Run pytest',
  '##[endgroup]',
  '============================= test session starts ==============================',
  'collected 2 items',
  '',
  'tests/test_cart.py .F                                                    [100%]',
  '',
  '=========================== short test summary info ============================',
  `FAILED ${TEST} - AssertionError: assert 2 == 3`,
  '========================= 1 failed, 1 passed in 0.12s =========================',
  '##[error]Process completed with exit code 1.',
]
const POLICY = `policy:
  preset: assist
  remedies: { open-revert: auto, quarantine-test: auto, pin-dependency: auto }
quarantine: { file: ci/quarantine.txt }
`

let folder: ReturnType<typeof tempFolder>
let github: FakeGitHub | undefined
beforeEach(() => {
  folder = tempFolder()
  writeFileSync(join(folder.path, 'sherpa.yml'), POLICY)
})
afterEach(async () => {
  folder[Symbol.dispose]()
  await github?.stop()
  expect(github?.violations ?? []).toEqual([])
  github = undefined
})

type Tree = Record<string, string>
interface Broken {
  readonly name: string
  readonly log: readonly string[]
  /** Before the commit, and with it. */
  readonly trees: readonly [Tree, Tree]
  readonly patch?: string
  readonly filename?: string
}

/** A push to main that turned a job red, and left it so when it was run again. */
async function start({
  name,
  log,
  trees,
  filename = 'src/cart.ts',
  patch = '@@ -1 +1 @@\n-good\n+bad',
}: Broken): Promise<FakeGitHub> {
  const red = (id: number) => aJob({ id, name, conclusion: 'failure', log: log.join('\n') })
  const [one, two] = trees
  github = await startFakeGitHub(
    aWorld({
      now: NOW,
      commits: [
        aCommit({ sha: aSha('one'), message: 'one', tree: one }),
        aCommit({ sha: aSha('head'), message: 'Round totals', tree: two, files: [{ filename, patch }] }),
      ],
      runs: [
        aRun({ id: 700, headSha: aSha('one'), jobs: [aJob({ id: 40, name })] }),
        aRun({ id: 777, attempts: [anAttempt({ jobs: [red(41)] }), anAttempt({ jobs: [red(42)] })] }),
      ],
      pullJobs: [aJob({ id: 90, name })],
    }),
  )
  return github
}

const run = (...args: string[]) =>
  sherpa(args, {
    cwd: folder.path,
    env: {
      ...(github && { GITHUB_API_URL: github.url, GITHUB_TOKEN: github.token }),
      XDG_STATE_HOME: join(folder.path, 'state'),
    },
  })
const heal = (remedy: string, ...args: string[]) => run('heal', 'acme/app#777', '--now', NOW, '--only', remedy, ...args)
const planned = async (remedy: string) => JSON.parse((await heal(remedy, '--dry-run', '--json')).stdout).plan
const writes = () => (github?.requests ?? []).filter(({ method }) => method !== 'GET').length
const state = () => github?.repository().pulls.map(({ state }) => state)

/** Plans it, does it, verifies it, does it not again, takes it back. */
async function expectWholeWay(remedy: string, changed: Tree) {
  const { actions } = await planned(remedy)
  expect(actions).toMatchObject([{ remedy, verdict: 'allow', reversible: true }])
  expect(writes()).toBe(0)

  const done = await heal(remedy, '--yes')
  expect(done.stdout).toContain('healed: pull request 1 is green; the run stays as it was until somebody merges it')
  expect(done.exitCode).toBe(1)
  const repository = github?.repository()
  const branch = `sherpa/${actions[0].id.replace(':', '-')}`
  expect(repository?.pulls).toMatchObject([{ headBranch: branch, baseBranch: 'main', state: 'open' }])
  expect(repository?.commits.at(-1)?.tree).toEqual(changed)
  expect(repository?.branches['main']).toBe(aSha('head'))
  expect(writes()).toBe(4)

  const again = await heal(remedy, '--yes')
  expect(again.exitCode).toBe(1)
  expect(writes()).toBe(4)

  const undone = await run('undo', actions[0].id)
  expect(undone.stdout).toBe('✔ pull-request 1 is taken back\n')
  expect(state()).toEqual(['closed'])
  expect(Object.keys(repository?.branches ?? {})).toEqual(['main'])
  expect((await run('undo', actions[0].id)).stdout).toContain('it was undone already')
  const { stdout } = await run('ledger', '--json', '--now', NOW)
  const { entries } = JSON.parse(stdout)
  expect(entries.map(({ event }: { event: string }) => event).filter((event: string) => event !== 'withheld')).toEqual([
    'started',
    'done',
    'healed',
    'unclear',
    'undone',
  ])
  expect(state()).toEqual(['closed'])
}

test('a commit that broke the default branch is taken back by a pull request', async () => {
  const trees = [
    { 'src/cart.ts': 'good', 'README.md': 'x' },
    { 'src/cart.ts': 'bad', 'README.md': 'x' },
  ] as const
  await start({ name: 'build', log: BROKEN, trees })
  await expectWholeWay('open-revert', trees[0])
}, 120_000)

test('no secret of a log comes into the text of a pull request', async () => {
  const log = BROKEN.map(line =>
    line.replace("'string'", "'postgres://ann:hunter2_pw@db.example.test/x sk_live_51Habcdefghijklmnopqrstuv'"),
  )
  await start({ name: 'build', log, trees: [{ 'src/cart.ts': 'good' }, { 'src/cart.ts': 'bad' }] })
  await heal('open-revert', '--yes')
  const { body } = github?.repository().pulls[0] ?? {}
  expect(body).toContain('TypeScript TS2322')
  expect(body).not.toMatch(/hunter2|51Habc/)
}, 120_000)

const manifest = (version: string) => `{\n  "dependencies": {\n    "lodash": "${version}"\n  }\n}\n`

test('a dependency that broke the default branch is pinned by a pull request', async () => {
  const trees = [{ 'package.json': manifest('4.17.20') }, { 'package.json': manifest('5.0.0') }] as const
  const patch = '@@ -1,5 +1,5 @@\n {\n   "dependencies": {\n-    "lodash": "4.17.20"\n+    "lodash": "5.0.0"\n   }\n }'
  await start({ name: 'unit', log: MISSING, trees, filename: 'package.json', patch })
  await expectWholeWay('pin-dependency', trees[0])
  expect(github?.repository().pulls[0]?.body).not.toContain('@ann')
}, 120_000)

/** Runs of many pull requests, some of which a test failed and passed again. */
const history = Array.from({ length: 200 }, (_, at) => {
  const document = (attempt: number, outcome: 'passed' | 'failed') => ({
    schema: 'sherpa.run/1',
    ...{ repository: 'acme/app', workflow: 'CI', run: 100 + at, attempt, branch: `pr-${at}`, pullRequest: at, base: 'main' },
    commit: `commit-${at}`,
    startedAt: new Date(Date.UTC(2026, 1, 21, at, attempt)).toISOString(),
    conclusion: outcome === 'failed' ? 'failure' : 'success',
    jobs: [
      {
        name: 'unit',
        conclusion: outcome === 'failed' ? 'failure' : 'success',
        tests: [
          { name: TEST, outcome },
          { name: 'b', outcome: 'passed' },
        ],
      },
    ],
  })
  return at % 20 === 10 ? [document(1, 'failed'), document(2, 'passed')] : [document(1, 'passed')]
}).flat()

async function remember(): Promise<void> {
  const input = history.map(one => `${JSON.stringify(one)}\n`).join('')
  const env = { XDG_STATE_HOME: join(folder.path, 'state') }
  expect((await sherpa(['ingest', '-'], { input, cwd: folder.path, env })).exitCode).toBe(0)
}

test('a flaky test goes on the list by a pull request', async () => {
  const tree = { 'ci/quarantine.txt': '# slow\n', 'a.py': 'a' }
  await start({ name: 'unit', log: FLAKY, trees: [tree, tree] })
  await remember()
  await expectWholeWay('quarantine-test', { ...tree, 'ci/quarantine.txt': `# slow\n${TEST}\n` })
}, 120_000)

test('without a repository, the flaky test goes on the list beside sherpa.yml', async () => {
  writeFileSync(join(folder.path, 'sherpa.yml'), POLICY.replace('ci/quarantine.txt', 'quarantine.txt'))
  await remember()
  const list = join(folder.path, 'quarantine.txt')
  writeFileSync(list, 'slow\n')
  const job = { name: 'unit', conclusion: 'failure', log: FLAKY.join('\n') }
  const about = { repository: 'acme/app', workflow: 'CI', run: 777, branch: 'main', conclusion: 'failure' }
  writeFileSync(join(folder.path, 'run.json'), JSON.stringify({ schema: 'sherpa.run/1', ...about, jobs: [job] }))
  const healHere = (...args: string[]) => run('heal', 'run.json', '--now', NOW, '--only', 'quarantine-test', ...args)
  const { plan } = JSON.parse((await healHere('--dry-run', '--json')).stdout)
  expect(plan.actions).toMatchObject([{ remedy: 'quarantine-test', verdict: 'allow', params: { file: 'quarantine.txt' } }])
  expect(readFileSync(list, 'utf8')).toBe('slow\n')
  const done = await healHere('--yes')
  expect([done.exitCode, readFileSync(list, 'utf8')]).toEqual([1, `slow\n${TEST}\n`])
  expect(done.stdout).toContain('healed: quarantine.txt has them; the run stays as it was')
  await healHere('--yes')
  expect(readFileSync(list, 'utf8')).toBe(`slow\n${TEST}\n`)
  expect((await run('undo', plan.actions[0].id)).stdout).toBe('✔ list quarantine.txt is taken back\n')
  expect(readFileSync(list, 'utf8')).toBe('slow\n')
}, 120_000)

test.each([
  ['suggest', 'deny', 'suggest-only'],
  ['assist', 'ask', 'needs-approval'],
  ['auto-rerun', 'ask', 'needs-approval'],
])(
  'the preset %s opens no pull request by itself',
  async (preset, verdict, code) => {
    writeFileSync(join(folder.path, 'sherpa.yml'), `policy: { preset: ${preset} }\n`)
    await start({ name: 'build', log: BROKEN, trees: [{ 'src/cart.ts': 'good' }, { 'src/cart.ts': 'bad' }] })
    expect((await planned('open-revert')).actions).toMatchObject([{ verdict, reasons: [{ code }] }])
    await heal('open-revert', '--yes')
    expect(writes()).toBe(0)
  },
  60_000,
)
