import type { Rule } from '../model/rule.ts'

/** What the GitHub API and the gh command line answer. */
export const rules: readonly Rule[] = [
  {
    id: 'github-api/integration',
    category: 'auth',
    title: 'The token of the workflow lacks a permission',
    needles: ['resource not accessible by'],
    pattern: /Resource not accessible by (?:integration|personal access token)/,
    extent: { after: 2 },
    transient: 0.02,
    explanation:
      'GITHUB_TOKEN (or a fine-grained token) may not do this. Runs for forks and Dependabot only ever get a token that reads.',
    remedies: [
      'Add the scope to `permissions:` of the job, e.g. `pull-requests: write`.',
      'For forks, do the writing in a `workflow_run` workflow.',
    ],
    examples: {
      match: [{ text: '##[error]Resource not accessible by integration' }],
      miss: ['Resource accessible by integration: yes'],
    },
  },
  {
    id: 'github-api/bad-credentials',
    category: 'auth',
    title: 'GitHub does not accept the token',
    needles: [
      'bad credentials',
      'requires authentication',
      'gh_token environment variable',
      'github_token',
      'parameter token or opts.auth',
      'to use github cli in a github actions',
      'must have admin rights',
      'token has been revoked',
      'must be an organization',
    ],
    pattern:
      /\bBad credentials\b|Requires authentication \(HTTP 401\)|Must have (?:admin|push) (?:rights|access) to [Rr]epository|HTTP 401: /,
    extent: { after: 3 },
    transient: 0.04,
    explanation: 'The token is missing, expired, revoked, or has no rights on that repository.',
    remedies: [
      'Pass it to the step: `env: GH_TOKEN: ${{ github.token }}`.',
      'Renew the personal token or app key if one is used; secrets are empty on forks.',
    ],
    examples: {
      match: [{ text: 'HttpError: Bad credentials' }],
      miss: ['✓ tells the user about wrong credentials'],
    },
  },
  {
    id: 'github-api/no-token',
    category: 'config',
    title: 'The step was given no GitHub token',
    needles: [
      'set the gh_token environment variable',
      'parameter token or opts.auth',
      'github_token is not set',
      'missing github_token',
    ],
    pattern:
      /set the GH_TOKEN environment variable|Parameter token or opts\.auth is required|GITHUB_TOKEN is not set|[Mm]issing GITHUB_TOKEN/,
    extent: { after: 2 },
    transient: 0.02,
    explanation:
      'The token of the workflow is not in the environment of a step by itself, and secrets are empty in runs for forks.',
    remedies: [
      'Pass it as an environment variable of the step: GH_TOKEN from `github.token`.',
      'If it comes from a secret, check that the secret exists for this event.',
    ],
    examples: {
      match: [
        { text: 'gh: To use GitHub CLI in a GitHub Actions workflow, set the GH_TOKEN environment variable. Example:' },
        { text: 'Error: Parameter token or opts.auth is required' },
      ],
      miss: ['Bad credentials'],
    },
  },
  {
    id: 'github-api/saml',
    category: 'auth',
    title: 'The token is not authorised for single sign-on',
    needles: ['saml', 'organization has enabled or enforced'],
    pattern:
      /protected by organization SAML enforcement|organization has enabled or enforced SAML SSO|must grant your (?:Personal Access|OAuth) token access to (?:this|an) organization/,
    extent: { after: 3 },
    transient: 0.02,
    explanation: 'The organisation asks for single sign-on, and this token was not authorised for it.',
    remedies: ['Authorise the token for the organisation (Settings → Tokens → Configure SSO), or use an app token.'],
    examples: {
      match: [
        {
          text: '##[error]Resource protected by organization SAML enforcement. You must grant your Personal Access token access to this organization.',
        },
      ],
      miss: ['SAML test passed'],
    },
  },
  {
    id: 'github-api/rate-limit',
    category: 'rate_limit',
    title: 'The rate limit of the GitHub API is reached',
    needles: [
      'api rate limit exceeded',
      'secondary rate limit',
      'abuse detection mechanism',
      'api rate limit already exceeded',
      'rate limit for installation',
      'api rate limiting',
      'hourly rate limit',
    ],
    pattern:
      /API rate limit (?:already )?exceeded|secondary rate limit|abuse detection mechanism|exceeded (?:a|the) (?:hourly )?(?:API )?rate limit[^\n]{0,40}github/i,
    extent: { after: 1 },
    transient: 0.7,
    explanation:
      'The token, app or address has used up its requests; requests without a token have only 60 an hour for all who share the address.',
    remedies: [
      'Pass a token to the tool that asks GitHub (GITHUB_TOKEN, `github-token:`).',
      'Wait for the reset; ask less, in fewer parallel jobs.',
    ],
    examples: {
      match: [
        { text: 'HttpError: API rate limit exceeded for installation ID 1111.' },
        { text: 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.' },
      ],
      miss: ['API rate limit remaining: 4999'],
    },
  },
  {
    id: 'github-api/validation',
    category: 'config',
    title: 'GitHub refuses the request as invalid',
    needles: [
      'validation failed',
      'unprocessable',
      'no commits between',
      'a pull request already exists',
      'reference already exists',
      'head sha can',
      'http 422',
      'could not resolve to a',
      'reference does not exist',
      'merge conflict checking',
    ],
    pattern:
      /(?:HttpError|RequestError|HTTP 422|422|GraphQL|Error):? ?[^\n]{0,40}(?:Validation Failed|No commits between|A pull request already exists|Reference (?:already exists|does not exist)|Could not resolve to an? \w)|pull request create failed: |GraphQL: [^\n]{3,160}/,
    extent: { after: 2 },
    transient: 0.05,
    explanation:
      'The request is understood and not possible: the thing exists already, does not exist, or a field has a wrong value.',
    remedies: ['Read the message: it names the field.', 'Let the step pass over what exists already.'],
    examples: {
      match: [
        { text: 'HttpError: Validation Failed: {"resource":"Label","code":"invalid","field":"color"}' },
        { text: 'pull request create failed: GraphQL: No commits between main and bot/update (createPullRequest)' },
      ],
      miss: ['Validation failed for 0 records'],
    },
  },
  {
    id: 'github-api/not-found',
    category: 'auth',
    title: 'GitHub does not find it, or does not show it to this token',
    needles: ['not found - https://docs.github.com', 'httperror: not found', 'http 404: not found', 'not found (http 404)'],
    pattern:
      /Not Found - https:\/\/docs\.github\.com|HttpError: Not Found|HTTP 404: Not Found \(https:\/\/(?:api\.github|[^)\n]{3,120}\/api\/v3)|gh: Not Found \(HTTP 404\)/,
    extent: { after: 1 },
    transient: 0.04,
    explanation: 'The API answers 404 both for what does not exist and for what the token may not see.',
    remedies: ['Check owner, name and number; give the token the right to read that repository.'],
    examples: {
      match: [
        { text: '##[error]Not Found - https://docs.github.com/rest/repos/repos#get-a-repository' },
        { text: 'gh: Not Found (HTTP 404)' },
      ],
      miss: ['curl: (22) The requested URL returned error: 404 Not Found'],
    },
  },
  {
    id: 'github-api/pull-request-rights',
    category: 'auth',
    title: 'Actions may not create or approve pull requests here',
    needles: ['is not permitted to create or approve pull requests', 'is not permitted to create', 'are not permitted to create'],
    pattern: /GitHub Actions is not permitted to create (?:or approve )?pull requests/,
    transient: 0.01,
    explanation: 'A setting of the repository or organisation forbids it for the workflow token.',
    remedies: ['Allow it under Settings → Actions → General → Workflow permissions, or use an app token.'],
    examples: {
      match: [{ text: '##[error]GitHub Actions is not permitted to create or approve pull requests.' }],
      miss: ['Created pull request #12'],
    },
  },
  {
    id: 'github-api/server-error',
    category: 'network',
    title: 'The GitHub API had a server error',
    needles: [
      'unicorn',
      'something went wrong while executing your query',
      "couldn't respond to your request in time",
      'httperror: request failed due to',
      'requestfaileddue',
      'we had issues producing the response',
    ],
    pattern:
      /Unicorn! &middot; GitHub|Something went wrong while executing your query|We couldn't respond to your request in time|We had issues producing the response to your request|HttpError: (?:<!DOCTYPE|Server Error|Unexpected token '?<|Bad Gateway|Service Unavailable)/,
    transient: 0.8,
    explanation: 'GitHub itself did not manage to answer.',
    remedies: ['Re-run; look at githubstatus.com.'],
    examples: {
      match: [
        {
          text: 'GraphQL: Something went wrong while executing your query. This may be the result of a timeout, or it could be a GitHub bug.',
        },
        { text: "HttpError: We couldn't respond to your request in time. Sorry about that." },
      ],
      miss: ['npm install unicorn'],
    },
  },
]
