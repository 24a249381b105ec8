import { afterEach, describe, expect, it } from 'vitest'
import { aJob, aRun, aWorld } from './builders.ts'
import { ask, type Received } from './client.ts'
import { type FakeGitHub, startFakeGitHub } from './fake-github.ts'
import type { RunData } from './world.ts'

let github: FakeGitHub
afterEach(async () => {
  expect(github.violations).toEqual([])
  await github.stop()
})

const RUN = '/actions/runs/777'

async function start(run: RunData = redRun()): Promise<void> {
  github = await startFakeGitHub(aWorld({ runs: [run] }))
}

function redRun(): RunData {
  return aRun({
    id: 777,
    jobs: [
      aJob({ id: 1, name: 'lint' }),
      aJob({ id: 2, name: 'test', conclusion: 'failure' }),
      aJob({ id: 3, name: 'deploy', conclusion: 'skipped', needs: ['test'] }),
      aJob({ id: 4, name: 'announce', conclusion: 'skipped', needs: ['deploy'] }),
    ],
  })
}

const post = (path: string, body?: unknown): Promise<Received> =>
  ask(github, path, { method: 'POST', ...(body !== undefined && { body }) })
const latest = () => github.run(777).attempts.at(-1)
const states = () => latest()?.jobs.map(job => `${job.name} ${job.conclusion ?? job.status}`)

describe('a rerun', () => {
  it('of everything queues every job anew', async () => {
    await start()
    expect((await post(`${RUN}/rerun`, { enable_debug_logging: true })).status).toBe(201)
    expect(states()).toEqual(['lint queued', 'test queued', 'deploy queued', 'announce queued'])
    expect((await ask(github, RUN)).json).toMatchObject({ run_attempt: 2, status: 'queued', conclusion: null })
    expect(latest()).toMatchObject({ debug: true, actor: 'github-actions[bot]' })
  })

  it('of failed jobs carries the green ones over and takes dependants along', async () => {
    await start()
    expect((await post(`${RUN}/rerun-failed-jobs`)).status).toBe(201)
    expect(states()).toEqual(['lint success', 'test queued', 'deploy queued', 'announce queued'])
    expect(latest()?.jobs.map(job => job.id)).toEqual([5, 6, 7, 8])
    expect((await ask(github, `${RUN}/jobs`)).json).toMatchObject({ jobs: [{ run_attempt: 2 }, {}, {}, {}] })
    expect((await ask(github, `${RUN}/attempts/1`)).json).toMatchObject({ conclusion: 'failure' })
  })

  it('ends as declared, and green where nothing is', async () => {
    await start()
    await post(`${RUN}/rerun-failed-jobs`)
    github.finishAttempt(777, { deploy: { steps: [{ name: 'Deploy', conclusion: 'failure', log: 'no route to host' }] } })
    expect(states()).toEqual(['lint success', 'test success', 'deploy failure', 'announce success'])
    expect((await ask(github, RUN)).json).toMatchObject({ run_attempt: 2, status: 'completed', conclusion: 'failure' })
    expect((await ask(github, '/actions/jobs/7/logs', { redirect: 'follow' })).text).toContain('no route to host')
    expect((await post(`${RUN}/rerun`)).status).toBe(201)
  })

  it('of one job takes that and its dependants', async () => {
    await start()
    expect((await post('/actions/jobs/3/rerun')).status).toBe(201)
    expect(states()).toEqual(['lint success', 'test failure', 'deploy queued', 'announce queued'])
  })

  it('is refused while the run goes on', async () => {
    await start()
    await post(`${RUN}/rerun`)
    for (const path of [`${RUN}/rerun`, `${RUN}/rerun-failed-jobs`, '/actions/jobs/6/rerun']) {
      expect(await post(path)).toMatchObject({ status: 403, json: { message: 'This workflow is already running' } })
    }
    expect(github.run(777).attempts).toHaveLength(2)
  })

  it('is refused after a month, and for a job of an earlier attempt', async () => {
    await start(aRun({ id: 777, createdAt: '2026-01-15T00:00:00Z' }))
    expect((await post(`${RUN}/rerun`)).text).toContain('over a month ago')
    await github.stop()
    await start()
    await post(`${RUN}/rerun`)
    github.updateAttempt(777, { status: 'completed', conclusion: 'success' })
    expect((await post('/actions/jobs/2/rerun')).text).toContain('cannot be retried')
    expect((await post(`${RUN}/rerun`)).status).toBe(201)
  })

  it('of failed jobs is refused where none failed', async () => {
    await start(aRun({ id: 777 }))
    expect((await post(`${RUN}/rerun-failed-jobs`)).status).toBe(403)
    expect((await post('/actions/runs/1/rerun')).status).toBe(404)
  })
})

describe('a rerun whose end is declared', () => {
  it('comes to it when it has been looked at', async () => {
    await start({ ...redRun(), rerunsEnd: [{ test: { conclusion: 'failure' } }, {}] })
    for (const conclusion of ['failure', 'success']) {
      expect((await post(`${RUN}/rerun`)).status).toBe(201)
      expect((await ask(github, RUN)).json).toMatchObject({ status: 'queued' })
      expect((await ask(github, RUN)).json).toMatchObject({ status: 'completed', conclusion })
    }
  })
})

describe('a cancellation', () => {
  it('ends what has not ended, once', async () => {
    await start(aRun({ id: 777, jobs: [aJob({ name: 'a' }), aJob({ name: 'b', status: 'in_progress' })] }))
    expect((await post(`${RUN}/cancel`)).status).toBe(202)
    expect(states()).toEqual(['a success', 'b cancelled'])
    expect((await ask(github, RUN)).json).toMatchObject({ status: 'completed', conclusion: 'cancelled' })
    expect((await post(`${RUN}/cancel`)).status).toBe(409)
  })

  it('of what hangs takes force', async () => {
    await start(aRun({ id: 777, ignoresCancel: true, jobs: [aJob({ name: 'b', status: 'in_progress' })] }))
    expect((await post(`${RUN}/cancel`)).status).toBe(202)
    expect(states()).toEqual(['b in_progress'])
    expect((await post(`${RUN}/force-cancel`)).status).toBe(202)
    expect(states()).toEqual(['b cancelled'])
  })
})
