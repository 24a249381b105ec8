import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SherpaError } from '../model/trouble.ts'
import type { RunRef } from '../ports/ci.ts'
import { looksLikeRunRef, parseRepository, parseRunRef, type RunRefOptions } from './run-ref.ts'

const web = { host: 'github.com', owner: 'acme', name: 'web' }
const ghes = { host: 'git.corp.example:8443', owner: 'acme', name: 'web' }

describe('parseRunRef', () => {
  it.each<[string, RunRefOptions, RunRef]>([
    ['4711', { repo: 'acme/web' }, { repository: web, run: 4711, attempt: null, job: null }],
    [
      ' 4711 ',
      { repo: 'acme/web', attempt: '2', job: 'unit (ubuntu, 22)' },
      { repository: web, run: 4711, attempt: 2, job: { name: 'unit (ubuntu, 22)' } },
    ],
    ['4711', { repo: 'acme/web', job: '55' }, { repository: web, run: 4711, attempt: null, job: { id: 55 } }],
    ['4711', { repo: 'https://github.com/acme/web.git/' }, { repository: web, run: 4711, attempt: null, job: null }],
    ['4711', { repo: 'acme/web', host: 'git.corp.example:8443' }, { repository: ghes, run: 4711, attempt: null, job: null }],
    ['4711', { findRepository: async () => web }, { repository: web, run: 4711, attempt: null, job: null }],
    ['acme/web#4711', {}, { repository: web, run: 4711, attempt: null, job: null }],
    ['acme/web#4711', { repo: 'ACME/Web' }, { repository: web, run: 4711, attempt: null, job: null }],
    ['git.corp.example:8443/acme/web#4711', {}, { repository: ghes, run: 4711, attempt: null, job: null }],
    ['https://github.com/acme/web/actions/runs/4711', {}, { repository: web, run: 4711, attempt: null, job: null }],
    ['https://github.com/acme/web/actions/runs/4711/', {}, { repository: web, run: 4711, attempt: null, job: null }],
    ['https://github.com/acme/web/actions/runs/4711?pr=3', { attempt: 1 }, { repository: web, run: 4711, attempt: 1, job: null }],
    [
      'https://github.com/acme/web/actions/runs/4711/attempts/2',
      { attempt: '2' },
      { repository: web, run: 4711, attempt: 2, job: null },
    ],
    [
      'https://github.com/acme/web/actions/runs/4711/attempts/2#summary-55',
      {},
      { repository: web, run: 4711, attempt: 2, job: null },
    ],
    ['https://github.com/acme/web/actions/runs/4711/job/55', {}, { repository: web, run: 4711, attempt: null, job: { id: 55 } }],
    [
      'https://github.com/acme/web/actions/runs/4711/job/55?pr=3#step:4:16',
      {},
      { repository: web, run: 4711, attempt: null, job: { id: 55 } },
    ],
    [
      'https://github.com/acme/web/actions/runs/4711/attempts/2/job/55',
      {},
      { repository: web, run: 4711, attempt: 2, job: { id: 55 } },
    ],
    ['https://github.com/acme/web/actions/runs/4711/workflow', {}, { repository: web, run: 4711, attempt: null, job: null }],
    [
      'https://github.com/acme/web/runs/55?check_suite_focus=true',
      {},
      { repository: web, run: null, attempt: null, job: { id: 55 } },
    ],
    [
      'https://api.github.com/repos/acme/web/actions/runs/4711/attempts/1',
      {},
      { repository: web, run: 4711, attempt: 1, job: null },
    ],
    ['https://api.github.com/repos/acme/web/actions/jobs/55', {}, { repository: web, run: null, attempt: null, job: { id: 55 } }],
    [
      'https://api.github.com/repos/acme/web/actions/jobs/55/logs',
      {},
      { repository: web, run: null, attempt: null, job: { id: 55 } },
    ],
    ['https://git.corp.example:8443/acme/web/actions/runs/4711', {}, { repository: ghes, run: 4711, attempt: null, job: null }],
    [
      'https://git.corp.example:8443/api/v3/repos/acme/web/actions/runs/4711',
      {},
      { repository: ghes, run: 4711, attempt: null, job: null },
    ],
    [
      'https://api.acme.ghe.com/repos/acme/web/actions/runs/4711',
      {},
      { repository: { ...web, host: 'acme.ghe.com' }, run: 4711, attempt: null, job: null },
    ],
  ])('reads %s with %o', async (text, options, expected) => {
    expect(await parseRunRef(text, options)).toEqual(expected)
    expect(looksLikeRunRef(text)).toBe(true)
  })

  it.each<[string, RunRefOptions, string, RegExp]>([
    ['4711', {}, 'repository-unknown', /^4711 does not say of which repository/],
    ['4711', { findRepository: async () => null }, 'repository-unknown', /no git remote/],
    ['0', { repo: 'acme/web' }, 'run-ref-malformed', /^"0" is neither/],
    ['99999999999999999999', { repo: 'acme/web' }, 'run-ref-malformed', /neither a file nor a run/],
    ['build.log', {}, 'run-ref-malformed', /^"build\.log"/],
    ['acme/web#x', {}, 'run-ref-malformed', /^"acme\/web#x"/],
    ['https://github.com/acme/web', {}, 'run-url-malformed', /is not the URL of a run/],
    ['https://github.com/acme/web/pull/12', {}, 'run-url-malformed', /pull\/12/],
    ['https://github.com/acme/web/actions/runs/latest', {}, 'run-url-malformed', /latest/],
    ['https://github.com/acme/web/actions/runs/99999999999999999999', {}, 'run-url-malformed', /9{20}/],
    ['https://github.com/acme/web/runs/0', {}, 'run-url-malformed', /runs\/0/],
    ['https://github.com/acme/web/actions/runs/1/attempts/0', {}, 'run-url-malformed', /attempts\/0/],
    ['https://', {}, 'run-url-malformed', /^https:\/\/ is not/],
    ['acme/web#1', { repo: 'acme/api' }, 'run-ref-conflict', /is a run of acme\/web, but --repo says acme\/api/],
    ['1', { repo: 'acme' }, 'repository-malformed', /^"acme" is not a repository/],
    ['1', { repo: 'acme/web', attempt: '0' }, 'attempt-malformed', /--attempt "0"/],
    ['1', { repo: 'acme/web', attempt: 'first' }, 'attempt-malformed', /--attempt "first"/],
    ['1', { repo: 'acme/web', job: ' ' }, 'job-malformed', /--job is empty/],
    [
      'https://github.com/acme/web/actions/runs/1/attempts/2',
      { attempt: '1' },
      'run-ref-conflict',
      /says 2, but --attempt says 1/,
    ],
    ['https://github.com/acme/web/actions/runs/1/job/5', { job: '6' }, 'run-ref-conflict', /says 5, but --job says 6/],
    ['https://github.com/acme/web/actions/runs/1/job/5', { job: 'unit' }, 'run-ref-conflict', /names a job itself/],
  ])('refuses %s with %o as %s', async (text, options, code, message) => {
    await expect(parseRunRef(text, options)).rejects.toMatchObject({
      code,
      kind: 'usage',
      message: expect.stringMatching(message),
      hint: expect.any(String),
    })
  })

  it('asks for the git remote only where nothing else names a repository', async () => {
    const findRepository = () => expect.unreachable('the repository is known')
    await parseRunRef('acme/web#1', { findRepository })
    await parseRunRef('1', { repo: 'acme/web', findRepository })
  })

  it('answers or refuses any text, and never lets one leave the repository path', async () => {
    const hostile = fc.oneof(
      fc.string(),
      fc.webUrl({ withFragments: true, withQueryParameters: true }),
      fc.string().map(text => `https://github.com/${text}/actions/runs/1`),
      fc.string().map(text => `https://github.com/acme/web/${text}`),
      fc.bigInt().map(n => `https://github.com/acme/web/actions/jobs/${n}`),
    )
    await fc.assert(
      fc.asyncProperty(hostile, fc.option(fc.string(), { nil: undefined }), async (text, repo) => {
        const ref = await parseRunRef(text, { repo }).catch((error: unknown) => error)
        const known = ref instanceof SherpaError ? null : (ref as RunRef).repository
        if (ref instanceof SherpaError) expect(ref.kind).toBe('usage')
        const numbers = ref instanceof SherpaError ? [] : [(ref as RunRef).run ?? (ref as RunRef).job?.id]
        for (const number of numbers) expect(number).toBeGreaterThan(0)
        if (known) expect(`${known.owner}/${known.name}`).toMatch(/^[\w-]+\/(?!\.\.?$)[\w.-]+$/)
      }),
    )
  })
})

it.each(['build.log', './1', 'logs/', '-', 'a#b', 'acme/web', ''])('%j does not look like a run', text =>
  expect(looksLikeRunRef(text)).toBe(false),
)

it.each(['', 'acme', 'a/b/c/d', 'acme/..', 'ac me/web', '/web', 'acme/'])('%j is not a repository', text =>
  expect(() => parseRepository(text)).toThrow(SherpaError),
)
