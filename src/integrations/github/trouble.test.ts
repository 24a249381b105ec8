import { describe, expect, it } from 'vitest'
import { explain, type FailedRequest } from './trouble.ts'

const failed = (facts: Partial<FailedRequest>): FailedRequest => ({
  request: 'GET /repos/acme/app/actions/runs/777',
  subject: { what: 'run', text: 'run 777 of acme/app', permission: 'actions: read' },
  host: 'github.com',
  authenticated: true,
  status: 0,
  message: '',
  headers: {},
  network: null,
  ...facts,
})

const LOG = { what: 'log', text: 'log of job 42 (unit)', permission: 'actions: read' } as const
const RESET = { 'x-ratelimit-remaining': '0', 'x-ratelimit-limit': '5000', 'x-ratelimit-reset': '1772449200' }

describe('explain', () => {
  it.each<[string, Partial<FailedRequest>, string, string, string, string | undefined]>([
    ['a bad token', { status: 401, message: 'Bad credentials' }, 'ci-unauthenticated', 'credentials', 'GitHub answered 401 to GET /repos/acme/app/actions/runs/777: the token is wrong, expired or revoked', 'set GITHUB_TOKEN to a valid token, or run gh auth login'],
    [
      'a workflow token without the permission',
      { status: 403, message: 'Resource not accessible by integration', headers: { 'x-accepted-github-permissions': 'actions=read' } },
      'ci-forbidden',
      'credentials',
      'GitHub answered 403 to GET /repos/acme/app/actions/runs/777: the token lacks actions: read',
      'add permissions: { actions: read } to the workflow or the app',
    ],
    [
      'a fine-grained token without the permission',
      { status: 403, message: 'Resource not accessible by personal access token', headers: { 'x-accepted-github-permissions': 'pull_requests=read; contents=read' } },
      'ci-forbidden',
      'credentials',
      'GitHub answered 403 to GET /repos/acme/app/actions/runs/777: the token lacks pull-requests: read',
      'give the token the permission pull-requests: read',
    ],
    [
      'a classic token without the scope',
      { status: 403, message: 'Must have admin rights to Repository.', headers: { 'x-accepted-oauth-scopes': 'repo, public_repo' } },
      'ci-forbidden',
      'credentials',
      'GitHub answered 403 to GET /repos/acme/app/actions/runs/777: the token lacks the scope repo',
      'give the token the scope repo',
    ],
    [
      'a 403 that names no permission',
      { status: 403, message: 'Forbidden', subject: { what: 'changes', text: 'commit abc', permission: 'contents: read' } },
      'ci-forbidden',
      'credentials',
      'GitHub answered 403 to GET /repos/acme/app/actions/runs/777: the token lacks contents: read',
      'give the token the permission contents: read',
    ],
    [
      'a 403 without a token',
      { status: 403, message: 'Must have admin rights to Repository.', authenticated: false },
      'ci-forbidden',
      'credentials',
      'GitHub answered 403 to GET /repos/acme/app/actions/runs/777: without a token GitHub does not give this',
      'set GITHUB_TOKEN, or run gh auth login',
    ],
    [
      'single sign-on',
      { status: 403, message: 'Resource protected by organization SAML enforcement.', headers: { 'x-github-sso': 'required; url=https://github.com/orgs/acme/sso?authorization_request=A1' } },
      'ci-sso-required',
      'credentials',
      'GitHub answered 403 to GET /repos/acme/app/actions/runs/777: the organization wants the token authorized for single sign-on (SAML)',
      'authorize the token at https://github.com/orgs/acme/sso?authorization_request=A1',
    ],
    [
      'an IP allow list',
      { status: 403, message: 'Although you appear to have the correct authorization credentials, the `acme` organization has an IP allow list enabled' },
      'ci-forbidden',
      'credentials',
      'GitHub answered 403 to GET /repos/acme/app/actions/runs/777: the organization allows requests from listed addresses only',
      "ask an owner to add this machine's address to the IP allow list",
    ],
    [
      'the primary rate limit',
      { status: 403, message: 'API rate limit exceeded for user ID 1.', headers: RESET },
      'ci-rate-limited',
      'world',
      "GitHub's rate limit is used up (5000 requests an hour) until 2026-03-02 11:00 UTC",
      'try again after 2026-03-02 11:00 UTC',
    ],
    [
      'the primary rate limit without a token',
      { status: 403, message: 'API rate limit exceeded for 192.0.2.1.', headers: { ...RESET, 'x-ratelimit-limit': '60' }, authenticated: false },
      'ci-rate-limited',
      'world',
      "GitHub's rate limit is used up (60 requests an hour) until 2026-03-02 11:00 UTC",
      'set GITHUB_TOKEN (60 requests an hour without, 5,000 with one)',
    ],
    [
      'a secondary rate limit',
      { status: 403, message: 'You have exceeded a secondary rate limit.', headers: { 'retry-after': '60' } },
      'ci-rate-limited',
      'world',
      'GitHub slows this token down (secondary rate limit) for 60 seconds',
      'try again in 60 seconds, with fewer requests at once',
    ],
    ['429 without a word', { status: 429 }, 'ci-rate-limited', 'world', "GitHub's rate limit is used up", 'try again in a few minutes'],
    [
      'an unknown run',
      { status: 404 },
      'ci-not-found',
      'world',
      'github.com knows no run 777 of acme/app: there is none, or the token has no access to it',
      'check the id and --repo, and that the token may read the repository (actions: read)',
    ],
    [
      'an unknown run without a token',
      { status: 404, authenticated: false },
      'ci-not-found',
      'world',
      'github.com knows no run 777 of acme/app: there is none, or it is private and no token was given',
      'check the id and --repo; for a private repository set GITHUB_TOKEN or run gh auth login',
    ],
    ['a log that is not there', { status: 404, subject: LOG }, 'log-missing', 'world', 'GitHub has no log of job 42 (unit): it was deleted, or the job never wrote one', undefined],
    [
      'an expired log',
      { status: 410, subject: LOG },
      'log-expired',
      'world',
      'the log of job 42 (unit) has expired: GitHub keeps logs for 90 days unless the repository sets another time',
      'run the workflow again, or give a log that you kept as a file',
    ],
    ['a blocked repository', { status: 451 }, 'ci-blocked', 'world', 'GitHub answered 451 to GET /repos/acme/app/actions/runs/777: the repository is blocked for legal reasons', undefined],
    ['an outage', { status: 502 }, 'ci-down', 'world', 'GitHub answered 502 to GET /repos/acme/app/actions/runs/777, again and again', 'see https://www.githubstatus.com and try again'],
    [
      "a proxy's page",
      { status: 200 },
      'ci-not-github',
      'world',
      "github.com answered GET /repos/acme/app/actions/runs/777 with something that is not GitHub's API",
      'check GITHUB_API_URL (for a server of your own: https://HOST/api/v3) and the proxy',
    ],
    ['anything else', { status: 418 }, 'ci-refused', 'world', 'GitHub answered 418 to GET /repos/acme/app/actions/runs/777', undefined],
    ['no name', { network: 'ENOTFOUND' }, 'ci-unreachable', 'world', 'github.com could not be found (ENOTFOUND): there is no network, or no such host', 'check the network and GITHUB_API_URL, or give the log as a file'],
    ['a closed door', { network: 'ECONNREFUSED' }, 'ci-unreachable', 'world', 'github.com could not be reached (ECONNREFUSED)', 'check the network, the proxy and GITHUB_API_URL'],
    ['a foreign certificate', { network: 'SELF_SIGNED_CERT_IN_CHAIN' }, 'ci-untrusted', 'world', 'the certificate of github.com was not accepted (SELF_SIGNED_CERT_IN_CHAIN)', 'point NODE_EXTRA_CA_CERTS at the certificate authority of your proxy or server'],
    ['silence', { network: 'TIMEOUT' }, 'ci-slow', 'world', 'github.com did not answer GET /repos/acme/app/actions/runs/777 in time', 'try again, or see https://www.githubstatus.com'],
    ['a connection cut without a word', { network: 'CUT' }, 'ci-cut', 'world', 'the connection to github.com broke during GET /repos/acme/app/actions/runs/777', 'try again'],
    ['a cut connection', { network: 'UND_ERR_SOCKET' }, 'ci-cut', 'world', 'the connection to github.com broke during GET /repos/acme/app/actions/runs/777 (UND_ERR_SOCKET)', 'try again'],
  ])('%s', (_, facts, code, kind, message, hint) => {
    expect(explain(failed(facts))).toEqual({ code, kind, message, ...(hint !== undefined && { hint }) })
  })
})
