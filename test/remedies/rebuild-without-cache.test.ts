import { expect, it } from 'vitest'
import type { CaseFile } from '../../src/core/model/case-file.ts'
import type { Situation } from '../../src/core/plan/remedy.ts'
import { remedy } from '../../src/core/remedies/rebuild-without-cache.ts'
import { redJob } from '../../src/core/rerun/red-job.fixture.ts'
import { aCommit, aJob, aRun, aSha, aWorld } from '../fakes/github/builders.ts'
import { RUN, start, subjectOf, writes } from './acting.ts'

const test = redJob({ name: 'test', category: 'dependency', nature: 'deterministic', minutes: 4 })
const lint = redJob({ name: 'lint', category: 'lint', nature: 'deterministic' })
const CI = { inputs: { reason: 'sherpa' }, noCache: 'no-cache', id: 'sherpa' }

function situation(rule: string, texts: readonly string[], more: Partial<Situation> = {}): Situation {
  const log = { job: 'test', matches: [{ rule, title: 'a package does not match' }], lines: texts.map(text => ({ text })) }
  const run = { run: RUN, event: 'push', branch: 'main', commit: aSha('head'), fork: false }
  const file = { run, jobs: [{ name: 'test' }], logs: [log] } as unknown as CaseFile
  const safety = { file: '.github/workflows/ci.yml', jobs: [] }
  return { file, redJobs: [test], leftRed: [], safety, nowMs: 1, ...more } as unknown as Situation
}
const safe = (more: Partial<Situation> = {}) =>
  situation(
    'npm/eintegrity',
    ['Cache restored from key: npm-1', 'Cache restored from key: npm-1', 'Cache restored from key: b'],
    {
      safety: undefined as never,
      ...more,
    },
  )

it('is proposed where something damaged was restored, with every key that the log names', () => {
  expect(remedy.propose(safe())).toMatchObject([
    {
      params: { keys: ['npm-1', 'b'] },
      judged: { verdict: 'allow' },
      because: 'test: a package does not match; restored before: npm-1, b',
      costMinutes: 4,
    },
  ])
  expect(remedy.propose(situation('npm/enoent', ['Cache restored from key: npm-1']))).toEqual([])
  expect(remedy.propose(safe({ redJobs: [] }))).toEqual([])
})

it('asks a person where something else is red', () => {
  const text = 'The run stays red: caches have nothing to do with lint.'
  expect(remedy.propose(safe({ redJobs: [test, lint] }))[0]?.judged).toEqual({
    verdict: 'ask',
    reasons: [{ code: 'mixed-failures', text }],
  })
  expect(remedy.propose(safe({ leftRed: ['lint'] }))[0]?.judged).toMatchObject({ verdict: 'ask' })
})

it('starts the workflow with its input where the log names no key, and only with a person', () => {
  const asked = (more: Partial<Situation> = {}) => situation('npm/eintegrity', [], { dispatch: { 'ci.yml': CI }, ...more })
  expect(remedy.propose(asked())).toMatchObject([
    {
      params: { workflow: 'ci.yml', branch: 'main', inputs: ['reason=sherpa', 'no-cache=true'], id: 'sherpa' },
      judged: { verdict: 'ask' },
    },
  ])
  expect(remedy.propose(asked({ dispatch: {} }))).toEqual([])
  expect(remedy.propose(asked({ dispatch: { 'other.yml': CI } }))).toEqual([])
  for (const change of [{ fork: true }, { fork: undefined }, { event: 'pull_request' }, { event: 'workflow_dispatch' }]) {
    const given = asked()
    const file = { ...given.file, run: { ...given.file.run, ...change } } as CaseFile
    expect(remedy.propose({ ...given, file })).toEqual([])
  }
})

const caches = [
  { id: 5, key: 'npm-1', ref: 'refs/heads/main' },
  { id: 6, key: 'npm-12', ref: 'refs/heads/main' },
]
const worldOf = (more = {}) =>
  aWorld({
    caches,
    commits: [aCommit({ sha: aSha('head'), message: 'head' })],
    runs: [aRun({ id: RUN, jobs: [aJob({ name: 'test', conclusion: 'failure' })] })],
    ...more,
  })
const KEYS = { keys: ['npm-1', 'gone'] }

it('deletes the caches and runs the failed jobs again, and has healed when they are green', async () => {
  const { github, world } = await start(worldOf())
  const subject = subjectOf(remedy, KEYS)
  expect(await remedy.find(subject, world)).toEqual({ value: null })
  const effect = { kind: 'attempt', id: '2' }
  expect(await remedy.act(subject, world)).toEqual({ value: effect })
  expect(writes(github)).toEqual(['DELETE /actions/caches/5', `POST /actions/runs/${RUN}/rerun-failed-jobs`])
  expect((await remedy.find(subject, world)).value).toMatchObject(effect)
  expect((await remedy.verify(subject, effect, world)).value?.state).toBe('pending')
  github.finishAttempt(RUN)
  expect((await remedy.verify(subject, effect, world)).value?.state).toBe('healed')
})

it('that stops half-way says so', async () => {
  const refused = { match: 'rerun-failed-jobs', fault: 'run-in-progress', times: 1 } as const
  const { world } = await start(worldOf({ faults: [refused] }))
  expect(await remedy.act(subjectOf(remedy, KEYS), world)).toMatchObject({
    mayHaveHappened: true,
    trouble: { message: expect.stringMatching(/^the caches are deleted, but GitHub does not re-run/) },
  })
})

it('of which nothing was done says so, too', async () => {
  const refused = { match: 'caches/5', method: 'DELETE', fault: 'missing-permission', times: 1 } as const
  const { github, world } = await start(worldOf({ faults: [refused] }))
  expect(await remedy.act(subjectOf(remedy, KEYS), world)).toMatchObject({ mayHaveHappened: false })
  expect(github.run(RUN).attempts).toHaveLength(1)
})

it('starts the workflow, finds its run, and has healed when that is green', async () => {
  const ci = { inputs: ['no-cache', 'sherpa'], runName: 'CI ${{ inputs.sherpa }}' }
  const { github, world } = await start(worldOf({ dispatchable: { 'ci.yml': ci } }))
  const params = { workflow: 'ci.yml', branch: 'main', inputs: ['no-cache=true'], id: 'sherpa' }
  const subject = { ...subjectOf(remedy, params) }
  const own = { ...subject, target: { ...subject.target, commit: aSha('head') } }
  expect(await remedy.find(own, world)).toEqual({ value: null })
  const effect = { kind: 'run', id: '778' }
  expect(await remedy.act(own, world)).toEqual({ value: effect })
  expect(github.run(778)).toMatchObject({ title: 'CI action:1', event: 'workflow_dispatch' })
  expect((await remedy.find(own, world)).value).toMatchObject(effect)
  expect((await remedy.verify(own, effect, world)).value).toEqual({ state: 'pending', detail: 'run 778 is queued' })
  github.finishAttempt(778)
  expect((await remedy.verify(own, effect, world)).value).toEqual({
    state: 'healed',
    detail: 'run 778 of the same commit is green; run 777 stays red',
  })
})
