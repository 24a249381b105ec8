import { expect, it } from 'vitest'
import type { DispatchConfig } from '../../src/core/config/config.ts'
import type { CaseFile } from '../../src/core/model/case-file.ts'
import type { Effect } from '../../src/core/model/ledger.ts'
import type { Situation } from '../../src/core/plan/remedy.ts'
import { remedy } from '../../src/core/remedies/roll-back-deployment.ts'
import { aCommit, aDeployment, aRun, aSha, aWorld } from '../fakes/github/builders.ts'
import type { DeploymentData, DispatchableData, World } from '../fakes/github/world.ts'
import { RUN, start, subjectOf, writes } from './acting.ts'

const DEPLOY: DispatchConfig = {
  branch: 'main',
  inputs: { reason: 'roll back' },
  id: 'sherpa',
  deploys: { environments: ['production'], commit: 'commit', environment: 'where', proof: 'commit' },
}

function situation(config: DispatchConfig, event = 'push', branch?: string): Situation {
  const job = { key: 'deploy', shown: { parts: ['deploy'], endings: [] }, needs: [], effects: [], outputsOf: [] }
  return {
    file: { run: { commit: aSha('three'), event, branch } } as unknown as CaseFile,
    redJobs: [{ name: 'deploy', category: 'deploy', title: 'Health check failed', minutes: 4 }],
    safety: { file: '.github/workflows/ci.yml', jobs: [{ ...job, environments: ['production'] }] },
    dispatch: { 'deploy.yml': config },
    nowMs: 1,
  } as unknown as Situation
}

it('goes through the workflow that sherpa.yml names for the environment, and wants a person', () => {
  expect(remedy.propose(situation(DEPLOY))).toMatchObject([
    {
      params: {
        environment: 'production',
        commit: aSha('three'),
        workflow: 'deploy.yml',
        branch: 'main',
        inputs: ['reason=roll back', 'where=production'],
        id: 'sherpa',
        input: 'commit',
        proof: 'commit',
      },
      reversible: true,
      judged: { verdict: 'ask' },
    },
  ])
  const elsewhere = { ...DEPLOY, deploys: { environments: ['staging'], commit: 'commit', proof: 'commit' as const } }
  expect(remedy.propose(situation(elsewhere))[0]?.params).toEqual({ environment: 'production', commit: aSha('three') })
})

it('is not proposed where its own run may be the roll-back, or nobody knows on which branch', () => {
  expect(remedy.propose(situation(DEPLOY, 'workflow_dispatch'))).toEqual([])
  const { branch: _, ...anywhere } = DEPLOY
  expect(remedy.propose(situation(anywhere))).toEqual([])
  expect(remedy.propose(situation(anywhere, 'push', 'release'))[0]?.params).toMatchObject({ branch: 'release' })
})

it('can be taken back only where its run can be told from others', () => {
  const { id: _, ...unmarked } = DEPLOY
  expect(remedy.propose(situation(unmarked))[0]?.reversible).toBe(false)
})

const PARAMS = {
  ...{ environment: 'production', commit: aSha('three') },
  ...{ workflow: 'deploy.yml', branch: 'main', inputs: ['where=production'], id: 'sherpa', input: 'commit', proof: 'commit' },
}
const GOOD = aDeployment({ id: 1, sha: aSha('one') })
const BAD = aDeployment({ id: 2, sha: aSha('two'), states: ['in_progress', 'failure'] })
const NOW = aDeployment({ id: 3, sha: aSha('three'), states: ['failure'] })
const GREEN = { deploy: {} }

function worldOf(deploy: Partial<DispatchableData> = {}, more: object = {}): World {
  const workflow = { inputs: ['commit', 'where', 'sherpa'], runName: 'Deploy ${{ inputs.commit }} (${{ inputs.sherpa }})' }
  return aWorld({
    commits: ['one', 'two', 'three'].map(name => aCommit({ sha: aSha(name), message: name })),
    runs: [aRun({ id: RUN })],
    deployments: [GOOD, BAD, NOW].map(one => structuredClone(one)),
    dispatchable: { 'deploy.yml': { ...workflow, ...deploy } },
    ...more,
  })
}
const DEPLOYS = { commit: 'commit', environment: 'production' }
const EFFECT: Effect = { kind: 'run', id: '778', before: aSha('three'), after: aSha('one') }
const subject = (more: object = {}) => subjectOf(remedy, { ...PARAMS, ...more })

it('starts it with the commit that was good, follows the run and the deployment, and takes it back', async () => {
  const { github, world } = await start(worldOf({ runsEnd: [GREEN], deploys: DEPLOYS }))
  expect(await remedy.find(subject(), world)).toEqual({ value: null })
  expect(await remedy.act(subject(), world)).toEqual({ value: EFFECT })
  expect(github.run(778)).toMatchObject({ title: `Deploy ${aSha('one')} (action:1)`, headBranch: 'main' })

  expect((await remedy.verify(subject(), EFFECT, world)).value).toEqual({ state: 'pending', detail: 'run 778 is queued' })
  expect((await remedy.verify(subject(), EFFECT, world)).value).toEqual({
    state: 'healed',
    detail: `run 778 is green, and production has ${aSha('one').slice(0, 12)} (success)`,
  })
  expect((await remedy.find(subject(), world)).value).toMatchObject({ kind: 'run', id: '778', before: aSha('three') })

  expect(await remedy.undo?.(subject(), EFFECT, world)).toEqual({ value: null })
  expect(await remedy.undo?.(subject(), EFFECT, world)).toEqual({ value: null })
  expect(github.run(779).title).toBe(`Deploy ${aSha('three')} (undo:1)`)
  const dispatch = 'POST /actions/workflows/deploy.yml/dispatches'
  expect(writes(github)).toEqual([dispatch, dispatch])
})

it.each<[string, Partial<DispatchableData>, object, (github: { deployments: DeploymentData[] }) => void, string]>([
  ['the run is red', { runsEnd: [{ deploy: { conclusion: 'failure' } }] }, {}, () => {}, 'run 778 ended with failure'],
  [
    'the run is green and deployed nothing',
    { runsEnd: [GREEN] },
    {},
    () => {},
    `run 778 is green, but production has ${aSha('three').slice(0, 12)} (failure)`,
  ],
  [
    'the deployment names another commit',
    { runsEnd: [GREEN], deploys: { commit: 'sherpa', environment: 'production' } },
    {},
    () => {},
    'run 778 is green, but production has action:1 (success)',
  ],
  [
    'the deployment failed',
    { runsEnd: [GREEN], deploys: DEPLOYS },
    {},
    ({ deployments }) => void deployments.at(-1)?.states.push('failure'),
    `run 778 is green, and production has ${aSha('one').slice(0, 12)} (failure)`,
  ],
])('has not healed where %s', async (_, deploy, more, change, detail) => {
  const { github, world } = await start(worldOf(deploy))
  await remedy.act(subject(more), world)
  await remedy.verify(subject(more), EFFECT, world)
  change(github.repository())
  expect((await remedy.verify(subject(more), EFFECT, world)).value).toEqual({ state: 'not-healed', detail })
})

it('whose deployments name the commit of the workflow is proven by a green run and a deployment since', async () => {
  const { github, world } = await start(worldOf({ runsEnd: [GREEN], deploys: { commit: 'none', environment: 'production' } }))
  const lenient = subject({ proof: 'run' })
  await remedy.act(lenient, world)
  await remedy.verify(lenient, EFFECT, world)
  expect((await remedy.verify(lenient, EFFECT, world)).value?.state).toBe('healed')
  github.repository().deployments.pop()
  expect((await remedy.verify(lenient, EFFECT, world)).value?.state).toBe('not-healed')
})

it('whose effect was found later is right with what was good before, and not with what failed', async () => {
  const { github, world } = await start(worldOf({ runsEnd: [GREEN], deploys: DEPLOYS }))
  await remedy.act(subject(), world)
  const found = (await remedy.find(subject(), world)).value as Effect
  expect((await remedy.verify(subject(), found, world)).value?.state).toBe('healed')
  github.repository().deployments.push(aDeployment({ id: 9, sha: aSha('three') }))
  expect((await remedy.verify(subject(), found, world)).value?.state).toBe('not-healed')
})

it.each<[string, World, string]>([
  ['nothing older was good', worldOf({}, { deployments: [BAD, NOW] }), 'deployment-none-good'],
  ['somebody deployed since', worldOf({}, { deployments: [GOOD, NOW, { ...GOOD, id: 4 }] }), 'deployment-moved'],
  [
    'somebody started the workflow since',
    worldOf(
      {},
      { runs: [aRun({ id: RUN }), aRun({ id: 778, path: '.github/workflows/deploy.yml', event: 'workflow_dispatch' })] },
    ),
    'deployment-moved',
  ],
  ['the workflow takes no such input', worldOf({ inputs: ['where'] }), 'ci-invalid'],
])('refuses where %s', async (_, declared, code) => {
  const { github, world } = await start(declared)
  expect(await remedy.act(subject(), world)).toMatchObject({ mayHaveHappened: false, trouble: { code } })
  expect(github.run(RUN)).toBeDefined()
  expect(github.repository().runs.length).toBe(declared.repositories[0]?.runs.length)
})

it('is not taken back where nobody could tell that it was', async () => {
  const { github, world } = await start(worldOf())
  const unmarked = subjectOf(remedy, Object.fromEntries(Object.entries(PARAMS).filter(([name]) => name !== 'id')))
  expect(await remedy.undo?.(unmarked, EFFECT, world)).toMatchObject({
    mayHaveHappened: false,
    trouble: { code: 'undo-unmarked' },
  })
  expect(writes(github)).toEqual([])
})
