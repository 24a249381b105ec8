import { afterEach, expect, it } from 'vitest'
import { aCommit, aRun, aWorld } from './builders.ts'
import { ask } from './client.ts'
import { type FakeGitHub, startFakeGitHub } from './fake-github.ts'

let github: FakeGitHub
afterEach(() => github.stop())

const PATH = '/actions/workflows/ci.yml/dispatches'

async function start(more = {}) {
  const dispatchable = { 'ci.yml': { inputs: ['label', 'id'], runName: 'CI ${{ inputs.id }} on ${{ inputs.label }}', ...more } }
  github = await startFakeGitHub(aWorld({ commits: [aCommit()], runs: [aRun({ id: 777 })], dispatchable }))
}

const post = (body: object, path = PATH) => ask(github, path, { method: 'POST', body })

it('starts a run on a branch, with a title made of the inputs, and tells its id to who asks', async () => {
  await start({ runsEnd: [{ unit: {} }] })
  expect(await post({ ref: 'main', inputs: { label: 'big', id: 'x1' } })).toMatchObject({ status: 204 })
  const told = await post({ ref: 'main', return_run_details: true })
  expect(told).toMatchObject({ status: 200, json: { workflow_run_id: 779 } })
  const listed = () => ask(github, '/actions/workflows/ci.yml/runs?event=workflow_dispatch&branch=main')
  expect((await listed()).json).toMatchObject({ total_count: 2, workflow_runs: [{ id: 779 }, { id: 778, status: 'queued' }] })
  expect((await listed()).json).toMatchObject({ workflow_runs: [{ conclusion: 'success' }, { display_title: 'CI x1 on big' }] })
  expect(github.violations).toEqual([])
})

it.each([
  ['an input that is not declared', { ref: 'main', inputs: { other: 'x' } }, 422, 'Unexpected inputs provided: ["other"]'],
  ['a branch that is not there', { ref: 'gone' }, 422, 'No ref found for: gone'],
])('refuses %s', async (_, body, status, message) => {
  await start()
  expect(await post(body)).toMatchObject({ status, json: { message } })
})

it('refuses a workflow without that trigger, one that is not there, and from old servers what they do not know', async () => {
  await start({ isOld: true })
  expect(await post({ ref: 'main', return_run_details: true })).toMatchObject({ status: 422 })
  expect(await post({ ref: 'main' })).toMatchObject({ status: 204 })
  expect(await post({ ref: 'main' }, '/actions/workflows/gone.yml/dispatches')).toMatchObject({ status: 404 })
})
