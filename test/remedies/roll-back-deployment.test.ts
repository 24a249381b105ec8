import { expect, it } from 'vitest'
import type { CaseFile } from '../../src/core/model/case-file.ts'
import type { Effect } from '../../src/core/model/ledger.ts'
import type { Situation } from '../../src/core/plan/remedy.ts'
import { remedy } from '../../src/core/remedies/roll-back-deployment.ts'
import { aCommit, aDeployment, aSha, aWorld } from '../fakes/github/builders.ts'
import type { DeploymentData } from '../fakes/github/world.ts'
import { start, subjectOf, writes } from './acting.ts'

const commit = (name: string) => aCommit({ sha: aSha(name), message: name })
const commits = ['one', 'two', 'three'].map(commit)
const worldOf = (...deployments: DeploymentData[]) => aWorld({ commits, deployments })
const PARAMS = { environment: 'production', commit: aSha('three') }
const GOOD = aDeployment({ id: 1, sha: aSha('one') })
const BAD = aDeployment({ id: 2, sha: aSha('two'), states: ['in_progress', 'failure'] })
const NOW = aDeployment({ id: 3, sha: aSha('three'), states: ['failure'] })

it('is proposed for a job that deploys to an environment and failed to, and wants a person', () => {
  const job = { key: 'deploy', shown: { parts: ['deploy'], endings: [] }, needs: [], effects: [], outputsOf: [] }
  const asked = (environments: readonly string[] | null, category = 'deploy', event = 'push') =>
    ({
      file: { run: { commit: aSha('three'), event } } as CaseFile,
      redJobs: [{ name: 'deploy', category, title: 'Health check failed', minutes: 4 }],
      safety: { file: 'ci.yml', jobs: [{ ...job, environments }] },
      nowMs: 1,
    }) as unknown as Situation
  expect(remedy.propose(asked(['production']))).toMatchObject([
    { params: PARAMS, judged: { verdict: 'ask' }, because: 'deploy: Health check failed' },
  ])
  expect(remedy.propose(asked(null))).toEqual([])
  expect(remedy.propose(asked([]))).toEqual([])
  expect(remedy.propose(asked(['production'], 'test'))).toEqual([])
  expect(remedy.propose(asked(['production'], 'deploy', 'pull_request'))).toEqual([])
})

it('deploys what was good before, follows it, and takes it back', async () => {
  const { github, world } = await start(worldOf(GOOD, BAD, NOW))
  const subject = subjectOf(remedy, PARAMS)
  expect(await remedy.find(subject, world)).toEqual({ value: null })
  const effect: Effect = { kind: 'deployment', id: '4', before: aSha('three') }
  expect(await remedy.act(subject, world)).toEqual({ value: effect })
  const made = github.repository().deployments.at(-1)
  expect(made).toMatchObject({ sha: aSha('one'), environment: 'production', payload: { sherpa: 'action:1' } })
  expect(await remedy.find(subject, world)).toEqual({ value: effect })

  expect((await remedy.verify(subject, effect, world)).value).toEqual({ state: 'pending', detail: 'deployment 4 is not begun' })
  made?.states.push('in_progress')
  expect((await remedy.verify(subject, effect, world)).value?.state).toBe('pending')
  made?.states.push('success')
  expect((await remedy.verify(subject, effect, world)).value).toEqual({ state: 'healed', detail: 'deployment 4 is success' })
  made?.states.push('failure')
  expect((await remedy.verify(subject, effect, world)).value?.state).toBe('not-healed')

  expect(await remedy.undo?.(subject, effect, world)).toEqual({ value: null })
  expect(await remedy.undo?.(subject, effect, world)).toEqual({ value: null })
  expect(
    github
      .repository()
      .deployments.map(({ sha }) => sha)
      .slice(3),
  ).toEqual([aSha('one'), aSha('three')])
  expect(writes(github)).toEqual(['POST /deployments', 'POST /deployments'])
})

it.each([
  ['nothing older was good', [BAD, NOW], 'deployment-none-good'],
  ['somebody deployed since', [GOOD, NOW, aDeployment({ id: 4, sha: aSha('two') })], 'deployment-moved'],
  ['nothing was deployed', [], 'deployment-moved'],
  ['what is there is a roll-back', [GOOD, { ...NOW, payload: { sherpa: 'action:0' } }], 'deployment-loop'],
  ['the only good one is a roll-back', [{ ...GOOD, payload: { sherpa: 'action:0' } }, NOW], 'deployment-none-good'],
  ['the same commit succeeded before', [{ ...GOOD, sha: aSha('three') }, NOW], 'deployment-none-good'],
  ['the good one is of another place', [{ ...GOOD, environment: 'staging' }, NOW], 'deployment-none-good'],
] as const)('refuses where %s', async (_, deployments, code) => {
  const { github, world } = await start(worldOf(...deployments.map(one => structuredClone(one) as DeploymentData)))
  expect(await remedy.act(subjectOf(remedy, PARAMS), world)).toMatchObject({ mayHaveHappened: false, trouble: { code } })
  expect(writes(github)).toEqual([])
})

it('whose answer got lost is found', async () => {
  const faults = [{ match: 'deployments', method: 'POST', fault: 'server-error-after', times: 1 }] as const
  const { world } = await start({ ...worldOf(GOOD, NOW), faults: [...faults] })
  const subject = subjectOf(remedy, PARAMS)
  expect(await remedy.act(subject, world)).toMatchObject({ mayHaveHappened: true })
  expect((await remedy.find(subject, world)).value).toMatchObject({ kind: 'deployment', id: '4' })
})
