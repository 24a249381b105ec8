import { afterEach, describe, expect, it } from 'vitest'
import { aCommit, aJob, anAttempt, aPullRequest, aRun, aSha, aWorld } from './builders.ts'
import { ask } from './client.ts'
import { type FakeGitHub, startFakeGitHub } from './fake-github.ts'
import type { World } from './world.ts'

let github: FakeGitHub
afterEach(async () => {
  expect(github.violations).toEqual([])
  await github.stop()
})

async function get<T>(world: World | null, path: string): Promise<T> {
  if (world !== null) github = await startFakeGitHub(world)
  return (await ask(github, path)).json as T
}

describe('the list of runs', () => {
  const world = () =>
    aWorld({
      runs: [
        aRun({ id: 1, createdAt: '2026-03-01T08:00:00Z', headSha: aSha('old') }),
        aRun({ id: 2, createdAt: '2026-03-01T23:30:00Z', event: 'schedule', actor: 'eve' }),
        aRun({ id: 3, createdAt: '2026-03-02T09:00:00Z', jobs: [aJob({ conclusion: 'failure' })] }),
        aRun({
          id: 4,
          createdAt: '2026-03-02T10:00:00Z',
          headBranch: 'topic',
          workflowId: 88,
          path: '.github/workflows/lint.yml',
        }),
        aRun({ id: 5, createdAt: '2026-03-02T11:00:00Z', jobs: [aJob({ status: 'in_progress' })] }),
        aRun({ id: 6, createdAt: '2026-03-03T00:00:00Z', attempts: [anAttempt({ conclusion: 'failure' }), anAttempt()] }),
      ],
    })

  it.each([
    ['', [6, 5, 4, 3, 2, 1]],
    ['?branch=main&status=success', [6, 2, 1]],
    ['?status=success&event=push&branch=main&per_page=1', [6]],
    ['?status=failure', [3]],
    ['?status=completed', [6, 4, 3, 2, 1]],
    ['?status=in_progress', [5]],
    ['?event=schedule', [2]],
    ['?actor=eve', [2]],
    [`?head_sha=${aSha('old')}`, [1]],
    ['?check_suite_id=1000004', [4]],
    ['?created=2026-03-01', [2, 1]],
    ['?created=%3E2026-03-02', [6]],
    ['?created=%3E%3D2026-03-02T10:00:00Z', [6, 5, 4]],
    ['?created=%3C2026-03-02', [2, 1]],
    ['?created=%3C%3D2026-03-01', [2, 1]],
    ['?created=2026-03-01T09:00:00Z..2026-03-02', [5, 4, 3, 2]],
    ['?created=2026-03-03..*', [6]],
  ])('"%s" finds %j', async (query, ids) => {
    const { workflow_runs } = await get<{ workflow_runs: { id: number }[] }>(world(), `/actions/runs${query}`)
    expect(workflow_runs.map(run => run.id)).toEqual(ids)
  })

  it('of a workflow goes by its id or its file', async () => {
    for (const [index, name] of ['88', 'lint.yml'].entries()) {
      const list = await get(index === 0 ? world() : null, `/actions/workflows/${name}/runs`)
      expect(list).toMatchObject({ total_count: 1, workflow_runs: [{ id: 4 }] })
    }
  })
})

describe('runs', () => {
  it('have one job that ended as they did, unless declared', async () => {
    const runs = [aRun({ id: 1, conclusion: 'failure' }), aRun({ id: 2, conclusion: 'startup_failure' })]
    expect(await get(aWorld({ runs }), '/actions/runs/1/jobs')).toMatchObject({
      jobs: [{ name: 'build', conclusion: 'failure' }],
    })
    expect(await get(null, '/actions/runs/2')).toMatchObject({ status: 'completed', conclusion: 'startup_failure' })
    expect(await get(null, '/actions/runs/2/jobs')).toMatchObject({ total_count: 0 })
  })

  it('show their latest attempt, and earlier ones when asked', async () => {
    const attempts = [
      anAttempt({ jobs: [aJob({ id: 1, conclusion: 'failure' })] }),
      anAttempt({ actor: 'eve', jobs: [aJob({ id: 2 })] }),
    ]
    const world = aWorld({ runs: [aRun({ id: 777, attempts })] })
    expect(await get(world, '/actions/runs/777')).toMatchObject({
      run_attempt: 2,
      conclusion: 'success',
      triggering_actor: { login: 'eve' },
    })
    expect(await get(null, '/actions/runs/777/attempts/1')).toMatchObject({ run_attempt: 1, conclusion: 'failure' })
    expect(await get(null, '/actions/runs/777/jobs')).toMatchObject({ jobs: [{ id: 2, run_attempt: 2 }] })
    expect(await get(null, '/actions/runs/777/jobs?filter=all')).toMatchObject({ total_count: 2 })
    expect(await get(null, '/actions/runs/777/attempts/1/jobs')).toMatchObject({ jobs: [{ id: 1, run_attempt: 1 }] })
    expect(await get(null, '/actions/jobs/1')).toMatchObject({ run_id: 777, run_attempt: 1 })
    expect(await get(null, '/actions/runs/777/attempts/3/jobs')).toMatchObject({ message: 'Not Found' })
  })

  it('name the pull requests of their branch, but not for forks', async () => {
    const pulls = [aPullRequest({ number: 3, headBranch: 'topic', baseBranch: 'release' })]
    const runs = [aRun({ id: 1, headBranch: 'topic' }), aRun({ id: 2, headBranch: 'topic', headRepository: 'eve/app' })]
    expect(await get(aWorld({ runs, pulls }), '/actions/runs/1')).toMatchObject({
      pull_requests: [{ number: 3, base: { ref: 'release' } }],
    })
    expect(await get(null, '/actions/runs/2')).toMatchObject({ pull_requests: [], head_repository: { full_name: 'eve/app' } })
    expect(await get(null, '/actions/runs/1?exclude_pull_requests=true')).toMatchObject({ pull_requests: [] })
  })
})

describe('commits', () => {
  const commits = [
    aCommit({ message: 'root' }),
    aCommit({ message: 'main one', files: [{ filename: 'a.ts', patch: '@@ -1 +1,2 @@\n-x\n+y\n+z' }] }),
    aCommit({ message: 'main two', files: [{ filename: 'a.ts' }, { filename: 'b.ts', status: 'added' }] }),
    aCommit({ message: 'topic one', parents: [aSha('root')], files: [{ filename: 'c.ts' }] }),
  ]
  const world = () => aWorld({ commits, branches: { main: aSha('main two'), 'feat/topic': aSha('topic one') } })

  it('are found by sha, short sha and branch, with files and counts', async () => {
    const expected = {
      sha: aSha('main one'),
      parents: [{ sha: aSha('root') }],
      stats: { additions: 2, deletions: 1, total: 3 },
      files: [{ filename: 'a.ts', changes: 3, patch: '@@ -1 +1,2 @@\n-x\n+y\n+z' }],
    }
    expect(await get(world(), `/commits/${aSha('main one')}`)).toMatchObject(expected)
    expect(await get(null, `/commits/${aSha('main one').slice(0, 8)}`)).toMatchObject(expected)
    expect(await get(null, '/commits/main')).toMatchObject({ sha: aSha('main two') })
    expect(await get(null, '/commits/heads/feat/topic')).toMatchObject({ sha: aSha('topic one') })
    expect((await ask(github, '/commits/nowhere')).status).toBe(422)
  })

  it('compare from their common ancestor', async () => {
    const path = `/compare/${aSha('root')}...main`
    expect(await get(world(), path)).toMatchObject({
      status: 'ahead',
      ahead_by: 2,
      commits: [{ sha: aSha('main one') }, { sha: aSha('main two') }],
      files: [{ filename: 'a.ts', additions: 3, deletions: 2 }, { filename: 'b.ts' }],
    })
    expect(await get(null, '/compare/main...feat/topic')).toMatchObject({
      status: 'diverged',
      ahead_by: 1,
      behind_by: 2,
      merge_base_commit: { sha: aSha('root') },
      files: [{ filename: 'c.ts' }],
    })
    expect(await get(null, `/compare/main...${aSha('root')}`)).toMatchObject({ status: 'behind', commits: [] })
    expect(await get(null, '/compare/main...main')).toMatchObject({ status: 'identical' })
  })

  it('exist for the heads of runs even when not declared', async () => {
    expect(await get(aWorld({ runs: [aRun({ headSha: aSha('x') })] }), `/commits/${aSha('x')}`)).toMatchObject({
      sha: aSha('x'),
      files: [],
    })
  })

  it('spread more than 300 files over pages', async () => {
    const files = Array.from({ length: 301 }, (_, index) => ({ filename: `f${index}` }))
    github = await startFakeGitHub(aWorld({ commits: [aCommit({ files })] }))
    const first = await ask(github, '/commits/main')
    expect((first.json as { files: unknown[] }).files).toHaveLength(300)
    expect(first.headers.get('link')).toContain('page=2>; rel="next"')
    expect(await get(null, '/commits/main?page=2')).toMatchObject({ files: [{ filename: 'f300' }] })
  })
})

describe('a search for runs', () => {
  it('gives the first thousand and counts them all; a plain list gives all', async () => {
    const runs = Array.from({ length: 1002 }, (_, i) => aRun({ id: i + 1, conclusion: 'stale' }))
    github = await startFakeGitHub(aWorld({ runs }))
    const pageOf = async (query: string) => {
      const { total_count, workflow_runs } = (await ask(github, `/actions/runs?per_page=100&${query}`)).json as {
        total_count: number
        workflow_runs: unknown[]
      }
      return [total_count, workflow_runs.length]
    }
    expect(await pageOf('created=>=2026-01-01&page=10')).toEqual([1002, 100])
    expect(await pageOf('created=>=2026-01-01&page=11')).toEqual([1002, 0])
    expect(await pageOf('page=11')).toEqual([1002, 2])
  })
})

describe('workflows', () => {
  it('are those of the runs, each once', async () => {
    const nightly = { workflowId: 78, workflowName: 'Nightly', path: '.github/workflows/nightly.yml' }
    expect(await get(aWorld({ runs: [aRun(), aRun(), aRun(nightly)] }), '/actions/workflows')).toMatchObject({
      total_count: 2,
      workflows: [
        { id: 77, name: 'CI', path: '.github/workflows/ci.yml' },
        { id: 78, name: 'Nightly' },
      ],
    })
  })
})

describe('pull requests', () => {
  it('tell their base, their files and who they belong to', async () => {
    const pulls = [
      aPullRequest({ number: 3, baseBranch: 'release', files: [{ filename: 'a.ts' }] }),
      aPullRequest({ number: 4, headRepository: 'eve/app', state: 'closed' }),
    ]
    expect(await get(aWorld({ pulls }), '/pulls/3')).toMatchObject({
      base: { ref: 'release' },
      changed_files: 1,
      head: { label: 'acme:topic' },
    })
    expect(await get(null, '/pulls/3/files')).toMatchObject([{ filename: 'a.ts' }])
    expect(await get(null, '/pulls')).toMatchObject([{ number: 3 }])
    expect(await get(null, '/pulls?state=all&head=eve:topic')).toMatchObject([{ number: 4 }])
    expect(await get(null, `/commits/${aSha('head')}/pulls`)).toMatchObject([{ number: 3 }, { number: 4 }])
    expect((await ask(github, '/pulls/9')).status).toBe(404)
  })
})
