import { expect, it } from 'vitest'
import type { DispatchConfig } from '../../src/core/config/config.ts'
import type { CaseFile } from '../../src/core/model/case-file.ts'
import type { Situation } from '../../src/core/plan/remedy.ts'
import { remedy } from '../../src/core/remedies/change-runner.ts'
import { redJob } from '../../src/core/rerun/red-job.fixture.ts'
import type { RedJob } from '../../src/core/rerun/red-jobs.ts'
import { aCommit, aJob, aRun, aSha, aWorld } from '../fakes/github/builders.ts'
import type { DispatchableData, World } from '../fakes/github/world.ts'
import { RUN, start, subjectOf, writes } from './acting.ts'

const full = redJob({ name: 'build', category: 'resource', nature: 'unproven', title: 'The disk is full' })
const CI: DispatchConfig = { inputs: {}, runner: { input: 'label', labels: ['ubuntu-24.04', 'big'] } }

interface Given {
  readonly red?: readonly RedJob[]
  readonly config?: DispatchConfig
  readonly causes?: readonly object[]
  readonly effects?: readonly object[]
}

function situation({ red = [full], config = CI, causes = [], effects = [] }: Given = {}): Situation {
  const run = { run: RUN, event: 'push', branch: 'main', commit: aSha('head'), fork: false }
  const jobs = [{ name: 'build', runner: { image: 'ubuntu-24.04' }, conclusion: 'failure' }]
  const job = { key: 'build', shown: { parts: ['build'], endings: [] }, needs: [], effects, outputsOf: [], environments: [] }
  return {
    diagnosis: { causes, failures: [{ job: red[0]?.name ?? null }] },
    file: { run, jobs } as unknown as CaseFile,
    redJobs: red,
    leftRed: [],
    safety: { file: '.github/workflows/ci.yml', jobs: [], whenDispatched: { file: 'ci.yml', jobs: [job] } },
    dispatch: { 'ci.yml': config },
    nowMs: 1,
  } as unknown as Situation
}

it('is proposed where the machine is to blame, with the first label that it does not have, and wants a person', () => {
  expect(remedy.propose(situation())).toMatchObject([
    {
      params: { workflow: 'ci.yml', branch: 'main', inputs: ['label=big'], label: 'big' },
      judged: { verdict: 'ask' },
      because: 'build: The disk is full',
    },
  ])
  expect(remedy.propose(situation({ red: [redJob({ category: 'runner' })] }))).toHaveLength(1)
})

it('is proposed where the image of the runner is the likely cause', () => {
  const red = [redJob({ name: 'build', category: 'compile', nature: 'deterministic' })]
  const image = { kind: 'runner_image', confidence: 0.8 }
  expect(remedy.propose(situation({ red, causes: [image] }))).toHaveLength(1)
  expect(remedy.propose(situation({ red, causes: [{ ...image, confidence: 0.3 }] }))).toEqual([])
  expect(remedy.propose(situation({ red }))).toEqual([])
})

it('is not proposed without labels that may be given, or where it would do twice what must not be', () => {
  expect(remedy.propose(situation({ config: { inputs: {} } }))).toEqual([])
  expect(remedy.propose(situation({ config: { ...CI, runner: { input: 'label', labels: ['ubuntu-24.04'] } } }))).toEqual([])
  const effects = [{ is: 'certain', line: 7, text: 'publishes a package' }]
  expect(remedy.propose(situation({ effects }))[0]?.judged).toMatchObject({
    verdict: 'deny',
    reasons: [{ code: 'unsafe-to-rerun' }],
  })
})

const worldOf = (ci: Partial<DispatchableData> = {}, more: object = {}): World =>
  aWorld({
    commits: [aCommit({ sha: aSha('head'), message: 'head' })],
    runs: [aRun({ id: RUN, jobs: [aJob({ name: 'build', conclusion: 'failure' })] })],
    dispatchable: { 'ci.yml': { inputs: ['label', 'sherpa'], runName: 'CI ${{ inputs.sherpa }}', ...ci } },
    ...more,
  })
const PARAMS = { workflow: 'ci.yml', branch: 'main', inputs: ['label=big'], label: 'big' }
const subject = (params = PARAMS, commit = aSha('head')) => {
  const own = subjectOf(remedy, params)
  return { ...own, target: { ...own.target, commit } }
}
const DISPATCH = 'POST /actions/workflows/ci.yml/dispatches'

it.each([
  ['tells the id of the run', {}],
  ['is too old to', { isOld: true }],
])('starts the workflow once, where the server %s', async (_, ci) => {
  const { github, world } = await start(worldOf(ci))
  expect((await remedy.act(subject(), world)).value).toMatchObject({ kind: 'run', id: '778' })
  expect((await remedy.find(subject(), world)).value).toMatchObject({ kind: 'run', id: '778' })
  github.finishAttempt(778, { build: { conclusion: 'failure' } })
  expect((await remedy.verify(subject(), { kind: 'run', id: '778' }, world)).value).toEqual({
    state: 'not-healed',
    detail: 'run 778 ended with failure',
  })
})

it('does nothing where the branch has moved on', async () => {
  const { github, world } = await start(worldOf())
  expect(await remedy.act(subject(PARAMS, aSha('older')), world)).toMatchObject({
    mayHaveHappened: false,
    trouble: { code: 'branch-moved' },
  })
  expect(writes(github)).toEqual([])
})

it('whose answer got lost is found: by its id in the title, or as whatever began since', async () => {
  for (const params of [{ ...PARAMS, id: 'sherpa' }, PARAMS]) {
    const faults = [{ match: 'dispatches', method: 'POST', fault: 'server-error-after', times: 1 }]
    const { github, world } = await start(worldOf({}, { faults }))
    expect(await remedy.act(subject(params), world)).toMatchObject({ mayHaveHappened: true })
    expect((await remedy.find(subject(params), world)).value).toMatchObject({ kind: 'run', id: '778' })
    expect(writes(github)).toEqual([DISPATCH])
  }
})

it('is not taken for another that was started, where its id shows', async () => {
  const other = aRun({ id: 778, event: 'workflow_dispatch', title: 'CI action:2', headSha: aSha('head') })
  const runs = [aRun({ id: RUN, jobs: [aJob({ name: 'build', conclusion: 'failure' })] }), other]
  const { world } = await start(worldOf({}, { runs }))
  expect(await remedy.find(subject({ ...PARAMS, ...{ id: 'sherpa' } }), world)).toEqual({ value: null })
  expect((await remedy.find(subject(), world)).value).toMatchObject({ id: '778' })
})
