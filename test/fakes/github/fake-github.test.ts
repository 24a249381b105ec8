import { afterEach, describe, expect, it } from 'vitest'
import { aCommit, aDeployment, aJob, anAttempt, anIssue, aPullRequest, aRun, aSha, aWorld } from './builders.ts'
import { ask, download } from './client.ts'
import { type FakeGitHub, startFakeGitHub } from './fake-github.ts'
import { servedOperations } from './routes/routes.ts'
import { blobSha, treeSha } from './state/objects.ts'
import type { World } from './world.ts'

let github: FakeGitHub
afterEach(() => github.stop())

async function start(world: World): Promise<void> {
  github = await startFakeGitHub(world)
}

/** What operations want to be told. */
const BODIES: Readonly<Record<string, object>> = {
  'POST /repos/{owner}/{repo}/issues': { title: 'It broke' },
  'POST /repos/{owner}/{repo}/deployments': { ref: 'main' },
  'PATCH /repos/{owner}/{repo}/issues/{issue_number}': { state: 'closed' },
  'POST /repos/{owner}/{repo}/actions/workflows/{workflow_id}/dispatches': { ref: 'main', return_run_details: true },
  'POST /repos/{owner}/{repo}/git/refs': { ref: 'refs/heads/sherpa/fix', sha: aSha('one') },
  'POST /repos/{owner}/{repo}/git/commits': {
    message: 'Fix it',
    tree: treeSha({ 'package.json': '{}' }),
    parents: [aSha('one')],
  },
  'POST /repos/{owner}/{repo}/git/trees': {
    base_tree: treeSha({ 'package.json': '{}' }),
    tree: [{ path: 'a b/c.ts', mode: '100644', type: 'blob', content: '' }],
  },
  'POST /repos/{owner}/{repo}/pulls': { title: 'Fix it', head: 'fix', base: 'stable' },
  'PATCH /repos/{owner}/{repo}/pulls/{pull_number}': { state: 'closed' },
}

describe('contract', () => {
  const world = () =>
    aWorld({
      runs: [
        aRun({ id: 777, event: 'pull_request', headBranch: 'topic', headRepository: null, jobs: [redJob()] }),
        aRun({
          id: 778,
          headBranch: null,
          headRepository: 'eve/app',
          attempts: [anAttempt(), anAttempt({ jobs: [skippedJob()] })],
        }),
        aRun({ id: 779, jobs: [aJob({ status: 'in_progress' }), aJob({ status: 'queued' })] }),
      ],
      commits: [
        aCommit({ message: 'one', tree: { 'package.json': '{}' } }),
        aCommit({
          message: 'two',
          files: [
            { filename: 'a b/ü.ts', status: 'renamed', previousFilename: 'c.ts' },
            { filename: 'x.png', patch: null },
          ],
        }),
      ],
      dispatchable: { 'ci.yml': { inputs: ['label'] } },
      branches: { stable: aSha('one'), fix: aSha('two') },
      caches: [{ id: 5, key: 'npm-1', ref: 'refs/heads/main' }],
      issues: [anIssue({ number: 6 })],
      deployments: [aDeployment({ id: 7, sha: aSha('one') })],
      variables: { SHERPA_OFF: '1' },
      pulls: [
        aPullRequest({ number: 3, labels: ['bug'], files: [{ filename: 'a.ts' }] }),
        aPullRequest({ number: 4, headRepository: 'eve/app' }),
      ],
    })
  const redJob = () => aJob({ id: 42, conclusion: 'failure', annotations: [{ message: 'no space left on device' }] })
  const skippedJob = () => aJob({ conclusion: 'skipped' })
  const values: Record<string, string> = {
    owner: 'acme',
    repo: 'app',
    run_id: '777',
    attempt_number: '1',
    job_id: '42',
    check_run_id: '42',
    workflow_id: 'ci.yml',
    ref: 'main',
    basehead: `${aSha('one')}...main`,
    pull_number: '3',
    commit_sha: aSha('head'),
    tree_sha: treeSha({ 'package.json': '{}' }),
    file_sha: blobSha('{}'),
    path: 'package.json',
    cache_id: '5',
    issue_number: '6',
    deployment_id: '7',
    name: 'sherpa_off',
    username: 'ann',
  }
  const concrete = (template: string) => template.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? name)

  it.each(servedOperations())('%s answers by the contract', async operation => {
    await start(world())
    const [method, template = ''] = operation.split(' ')
    const body = BODIES[operation]
    const { status } = await ask(github, github.url + concrete(template), {
      method: method as 'GET' | 'POST' | 'PATCH' | 'DELETE',
      ...(body && { body }),
    })
    expect(status).toBe(status < 400 ? status : operation.endsWith('cancel') ? 409 : 'a success')
    expect(github.violations).toEqual([])
  })

  it('holds for runs of forks, without branch, of several attempts and in progress', async () => {
    await start(world())
    for (const id of [777, 778, 779]) {
      expect((await ask(github, `/actions/runs/${id}`)).status).toBe(200)
      expect((await ask(github, `/actions/runs/${id}/jobs?filter=all`)).status).toBe(200)
    }
    expect((await ask(github, '/pulls/4')).json).toMatchObject({ head: { repo: { full_name: 'eve/app', fork: true } } })
    expect(github.violations).toEqual([])
  })

  it.each([
    ['an unknown query parameter', '/actions/runs?brnch=main', 'takes no query parameter "brnch"'],
    ['a status GitHub does not know', '/actions/runs?status=failed', 'must be equal to one of the allowed values'],
    ['a run id that is no number', '/actions/runs/latest', 'must be integer'],
    ['pages of more than 100', '/actions/runs?per_page=500', 'per_page is 500'],
    ['a path GitHub does not have', '/actions/runs/777/log', 'GitHub has no GET'],
    [
      'a path the fake does not serve',
      '/actions/runs/777/timing',
      'does not serve GET /repos/{owner}/{repo}/actions/runs/{run_id}/timing',
    ],
  ])('refuses %s', async (_, path, reason) => {
    await start(world())
    const { status, text } = await ask(github, path)
    expect(status).toBe(500)
    expect(text).toContain('Contract violation')
    expect(github.violations).toEqual([expect.stringContaining(reason)])
  })

  it.each([
    ['an ill-typed field', { enable_debug_logging: 'yes' }, 'must be boolean'],
    ['a misspelt field', { enable_debug: true }, 'takes no field "enable_debug"'],
  ])('refuses a body with %s', async (_, body, reason) => {
    await start(world())
    expect((await ask(github, '/actions/runs/777/rerun', { method: 'POST', body })).status).toBe(500)
    expect(github.violations).toEqual([expect.stringContaining(reason)])
    expect(github.run(777).attempts).toHaveLength(1)
  })

  it('refuses answers of its own that break the contract', async () => {
    const broken = aRun({ id: 777 })
    Object.assign(broken, { headSha: null })
    await start(aWorld({ runs: [broken] }))
    expect((await ask(github, '/actions/runs/777')).status).toBe(500)
    expect(github.violations).toEqual([expect.stringMatching(/the fake's own answer: \/head_sha must be string/)])
  })

  it('refuses a world in which two jobs have one id', async () => {
    await start(aWorld())
    await expect(startFakeGitHub(aWorld({ runs: [aRun({ jobs: [aJob({ id: 1 }), aJob({ id: 1 })] })] }))).rejects.toThrow(
      'two jobs are called 1',
    )
  })
})

describe('access', () => {
  it('tells a wrong token, a missing one and an unknown repository apart', async () => {
    await start(aWorld({ token: 'right', runs: [aRun({ id: 777 })] }))
    expect((await ask(github, '/actions/runs/777', { headers: { authorization: 'Bearer wrong' } })).status).toBe(401)
    expect((await ask(github, '/actions/runs/777', { headers: { authorization: 'token right' } })).status).toBe(200)
    expect((await ask(github, `${github.url}/repos/acme/other`)).status).toBe(404)
    expect((await fetch(`${github.url}/repos/acme/app/actions/runs/777`)).status).toBe(200)
    expect((await fetch(`${github.url}/repos/acme/app/actions/runs/777/logs`)).status).toBe(403)
    expect(github.violations).toEqual([])
  })

  it('records every request with its answer', async () => {
    await start(aWorld({ runs: [aRun({ id: 777 })] }))
    await ask(github, '/actions/runs/777?exclude_pull_requests=true')
    expect(github.requests).toMatchObject([
      {
        server: 'api',
        method: 'GET',
        path: '/repos/acme/app/actions/runs/777',
        query: { exclude_pull_requests: 'true' },
        status: 200,
      },
    ])
  })
})

describe('pages', () => {
  it('leads through hundreds of jobs by Link headers', async () => {
    const jobs = Array.from({ length: 250 }, (_, index) => aJob({ name: `shard ${index + 1}` }))
    await start(aWorld({ runs: [aRun({ id: 777, jobs })] }))
    const names: string[] = []
    let next: string | undefined = '/actions/runs/777/jobs?per_page=100'
    let last: Headers | undefined
    while (next !== undefined) {
      const { json, headers } = await ask(github, next)
      const page = json as { total_count: number; jobs: { name: string }[] }
      expect(page.total_count).toBe(250)
      names.push(...page.jobs.map(job => job.name))
      next = /<([^>]+)>; rel="next"/.exec(headers.get('link') ?? '')?.[1]
      last = headers
    }
    expect(names).toEqual(jobs.map(job => job.name))
    expect(github.requests).toHaveLength(3)
    expect(last?.get('link')).toMatch(/page=2>; rel="prev", <[^>]+page=1>; rel="first"$/)
    expect(github.violations).toEqual([])
  })

  it('shows 30 items unless asked, and annotations in pages too', async () => {
    const annotations = Array.from({ length: 31 }, (_, index) => ({ message: `problem ${index}` }))
    await start(aWorld({ runs: [aRun({ jobs: [aJob({ id: 42, annotations })] })] }))
    expect((await ask(github, '/check-runs/42/annotations')).json).toHaveLength(30)
    expect((await ask(github, '/check-runs/42/annotations?page=2')).json).toMatchObject([
      { message: 'problem 30', annotation_level: 'failure' },
    ])
  })
})

describe('conditional requests and limits', () => {
  it('answers 304 to its own ETag without counting it, 200 once the run has changed', async () => {
    await start(aWorld({ runs: [aRun({ id: 777 })] }))
    const first = await ask(github, '/actions/runs/777')
    const etag = first.headers.get('etag') ?? ''
    expect(first.headers.get('x-ratelimit-remaining')).toBe('4999')
    const again = await ask(github, '/actions/runs/777', { headers: { 'if-none-match': etag } })
    expect([again.status, again.text, again.headers.get('x-ratelimit-remaining')]).toEqual([304, '', '4999'])
    github.updateAttempt(777, { updatedAt: '2026-03-02T11:00:00Z' })
    expect((await ask(github, '/actions/runs/777', { headers: { 'if-none-match': etag } })).status).toBe(200)
  })

  it('refuses when the primary limit is used up, and changes nothing then', async () => {
    await start(aWorld({ runs: [aRun({ id: 777 })], rateLimit: { limit: 1000, remaining: 1, resetInSeconds: 30 } }))
    expect((await ask(github, '/actions/runs/777')).status).toBe(200)
    const refused = await ask(github, '/actions/runs/777/rerun', { method: 'POST' })
    expect(refused.status).toBe(403)
    expect(refused.headers.get('x-ratelimit-remaining')).toBe('0')
    expect(Number(refused.headers.get('x-ratelimit-reset')) - Date.now() / 1000).toBeLessThanOrEqual(30)
    expect(github.run(777).attempts).toHaveLength(1)
    expect(github.violations).toEqual([])
  })
})

describe('logs', () => {
  it('redirects a job to its text on another origin, byte for byte', async () => {
    const log = Buffer.from('\uFEFF2026-03-02T10:00:05.0000000Z \u001B[36;1mnpm test\u001B[0m\r\n\xFF', 'latin1')
    await start(aWorld({ runs: [aRun({ jobs: [aJob({ id: 42, log })] })] }))
    const { status, headers } = await ask(github, '/actions/jobs/42/logs')
    const location = headers.get('location') ?? ''
    expect(status).toBe(302)
    expect(new URL(location).origin).toBe(github.storageUrl)
    expect(github.storageUrl).not.toBe(github.url)
    expect(Buffer.from((await download(location)).bytes).equals(log)).toBe(true)
    expect(github.violations).toEqual([])
  })

  it.each([
    ['an Authorization header', '', { authorization: 'Bearer fake-token' }],
    ['the token (in a header)', '', { 'x-token': 'fake-token' }],
    ['the token (in the query)', '&access_token=fake-token', {}],
  ])('takes %s at the storage for a leak', async (what, query, headers) => {
    await start(aWorld({ runs: [aRun({ jobs: [aJob({ id: 42 })] })] }))
    const location = (await ask(github, '/actions/jobs/42/logs')).headers.get('location') ?? ''
    expect((await fetch(location + query, { headers: headers as Record<string, string> })).status).toBe(400)
    expect(github.violations).toEqual([expect.stringContaining(`${what} was sent to blob storage`)])
  })

  it('knows links it has signed only', async () => {
    await start(aWorld())
    expect((await download(`${github.storageUrl}/storage/x?sig=guess`)).status).toBe(404)
  })

  it('stamps the lines of steps and starts with a byte order mark', async () => {
    const steps = [{ name: 'Run npm test', conclusion: 'failure' as const, log: 'one\n2026-03-02T10:00:07.5000000Z two' }]
    await start(aWorld({ runs: [aRun({ jobs: [aJob({ id: 42, steps })] })] }))
    const { text } = await ask(github, '/actions/jobs/42/logs', { redirect: 'follow' })
    expect(text.replace('\uFEFF', '')).toBe('2026-03-02T10:00:05.0000000Z one\n2026-03-02T10:00:07.5000000Z two\n')
    expect(github.violations).toEqual([])
  })

  it('tells gone, unfinished and skipped logs apart', async () => {
    const jobs = [
      aJob({ id: 1, logGone: true }),
      aJob({ id: 2, status: 'in_progress' }),
      aJob({ id: 3, conclusion: 'skipped' }),
      aJob({ id: 4 }),
    ]
    await start(
      aWorld({
        runs: [aRun({ id: 777, jobs }), aRun({ id: 778, logsGone: true }), aRun({ id: 779, jobs: [aJob({ logGone: true })] })],
      }),
    )
    const statusOf = async (path: string) => (await ask(github, path)).status
    expect(await Promise.all([1, 2, 3, 4].map(id => statusOf(`/actions/jobs/${id}/logs`)))).toEqual([410, 404, 404, 302])
    expect(await Promise.all([777, 778, 779].map(id => statusOf(`/actions/runs/${id}/logs`)))).toEqual([404, 410, 410])
    expect(github.violations).toEqual([])
  })
})
