import type { Rule } from '../model/rule.ts'

/** Hosting platforms and reporting services: Vercel, Netlify, Firebase, Fly, Heroku, Cloudflare, Pages; Codecov, Sonar, Sentry, Slack. */
export const rules: readonly Rule[] = [
  {
    id: 'hosting/vercel',
    category: 'auth',
    title: 'Vercel refuses the deployment',
    needles: [
      'vercel',
      'no existing credentials found',
      'the specified token is not valid',
      'not a member of the team',
      'could not retrieve project settings',
      'project_unauthorized',
    ],
    pattern:
      /No existing credentials found\. Please|The specified token is not valid|Could not retrieve Project Settings|is not a member of (?:the|this) team|You must be a member of the team|Error: Not authorized: Trying to access resource under scope/i,
    transient: 0.03,
    explanation: 'The token or the ids of organisation and project are missing or wrong.',
    remedies: ['Set VERCEL_TOKEN, VERCEL_ORG_ID and VERCEL_PROJECT_ID in this job; renew the token.'],
    examples: {
      match: [{ text: 'Error: No existing credentials found. Please run `vercel login` or pass "--token"' }],
      miss: ['Vercel CLI 39.0.0'],
    },
  },
  {
    id: 'hosting/netlify',
    category: 'deploy',
    title: 'The Netlify deployment failed',
    needles: [
      'netlify',
      'failing build:',
      'build script returned non-zero',
      'deploy failed',
      'site not found',
      'build was terminated',
    ],
    pattern:
      /Failing build: |Build script returned non-zero exit code|Error: (?:Site not found|Not authorized to view the currently linked project)|Deploy did not succeed|Netlify (?:build|deploy) failed/i,
    extent: { before: 2, after: 2 },
    role: 'summary',
    transient: 0.12,
    explanation: 'The build on Netlify or the upload failed; the command’s own output stands above.',
    remedies: ['Read the build output above; check NETLIFY_AUTH_TOKEN and NETLIFY_SITE_ID.'],
    examples: { match: [{ text: 'Failing build: Failed to build site' }], miss: ['Netlify Build completed in 12s'] },
  },
  {
    id: 'hosting/firebase',
    category: 'auth',
    title: 'Firebase refuses the deployment',
    needles: [
      'failed to authenticate, have you run firebase login',
      'failed to get firebase project',
      'http error: 401, request had invalid',
      'http error: 403, the caller',
      'firebase login',
      'firebase',
    ],
    pattern:
      /Failed to authenticate, have you run .{0,3}firebase login|Failed to get Firebase project (?<symbol>[\w-]{1,60})|HTTP Error: 40[13], (?:Request had invalid|The caller does not)|Authentication Error: Your credentials are no longer valid/,
    transient: 0.04,
    explanation: 'The service account or token is missing, expired, or has no rights in that project.',
    remedies: [
      'Use a service account with the role it needs; `firebase login:ci` tokens are deprecated.',
      'Check the project id.',
    ],
    examples: {
      match: [
        { text: 'Error: Failed to authenticate, have you run firebase login?' },
        {
          text: 'Error: Failed to get Firebase project cart-prod. Please make sure the project exists',
          captures: { symbol: 'cart-prod' },
        },
      ],
      miss: ['firebase deploy --only hosting'],
    },
  },
  {
    id: 'hosting/cloudflare',
    category: 'auth',
    title: 'Cloudflare refuses the request',
    needles: [
      'a request to the cloudflare api',
      'authentication error [code',
      'cloudflare_api_token',
      'unable to authenticate request',
      'wrangler',
    ],
    pattern:
      /Authentication error \[code: (?<code>\d{4,6})\]|necessary to set a CLOUDFLARE_API_TOKEN|Unable to authenticate request|Invalid (?:access token|request headers) \[code: \d{4,6}\]/,
    extent: { before: 1, after: 2 },
    transient: 0.05,
    explanation: 'The API token is missing, or lacks the permission for this account or zone.',
    remedies: [
      'Set CLOUDFLARE_API_TOKEN and CLOUDFLARE_ACCOUNT_ID in this step, with the permissions of the template for Workers or Pages.',
    ],
    examples: {
      match: [
        { text: '  Authentication error [code: 10000]', captures: { code: '10000' } },
        {
          text: "✘ [ERROR] In a non-interactive environment, it's necessary to set a CLOUDFLARE_API_TOKEN environment variable for wrangler to work.",
        },
      ],
      miss: ['⛅️ wrangler 3.90.0'],
    },
  },
  {
    id: 'hosting/wrangler',
    category: 'deploy',
    title: 'wrangler could not deploy',
    needles: ['a request to the cloudflare api', 'build failed with', 'could not resolve', "the process 'npx'"],
    pattern: /A request to the Cloudflare API \((?<file>[^)\n]{1,200})\) failed/,
    extent: { while: /^\s+\S/ },
    role: 'summary',
    transient: 0.15,
    explanation: 'Cloudflare’s API refused the upload or the change; the next line says why.',
    remedies: ['Read the next lines for the code.'],
    examples: {
      match: [{ text: '✘ [ERROR] A request to the Cloudflare API (/accounts/11/workers/scripts/cart) failed.' }],
      miss: ['Uploaded cart (2.31 sec)'],
    },
  },
  {
    id: 'hosting/fly',
    category: 'deploy',
    title: 'The Fly.io deployment failed',
    needles: [
      'no access token available',
      'failed to fetch an image or build from source',
      'smoke checks for',
      'timeout reached waiting for',
      'unrecoverable error: ',
      'health checks for',
    ],
    pattern:
      /no access token available|failed to fetch an image or build from source|smoke checks for \S{1,40} failed|timeout reached waiting for (?:health ?checks|machine)|Error: release_command failed/i,
    extent: { after: 3 },
    transient: 0.2,
    explanation: 'The image did not build, the machines did not become healthy, or no token is set.',
    remedies: ['Read `fly logs` for the machine; set FLY_API_TOKEN.'],
    examples: {
      match: [
        { text: 'Error: failed to fetch an image or build from source: error building: failed to solve' },
        { text: "Error: no access token available. Please login with 'flyctl auth login'" },
      ],
      miss: ['Waiting for health checks to pass'],
    },
  },
  {
    id: 'hosting/heroku',
    category: 'deploy',
    title: 'Heroku rejected the push',
    needles: [
      'push rejected',
      'pre-receive hook declined',
      'failed to detect set buildpack',
      'no default language could be detected',
      'heroku',
    ],
    pattern:
      /remote: !\s+(?:Push (?:rejected|failed)|No default language could be detected|Failed to detect|App not compatible)|Push rejected, failed to compile/,
    extent: { before: 4, after: 2 },
    transient: 0.08,
    explanation: 'The buildpack could not build the app; its output stands above.',
    remedies: ['Read the “remote:” lines above for the first error.'],
    examples: {
      match: [{ text: 'remote:  !     Push rejected, failed to compile Node.js app.' }],
      miss: ['remote: Verifying deploy... done.'],
    },
  },
  {
    id: 'hosting/pages',
    category: 'deploy',
    title: 'The GitHub Pages deployment failed',
    needles: [
      'creating pages deployment failed',
      'failed to create deployment',
      'deployment failed, try again',
      'get pages site failed',
      'pages deployment',
      'no artifacts named "github-pages"',
      'environment protection rules',
      'timeout reached, aborting',
      'due to in progress deployment',
    ],
    pattern:
      /Creating Pages deployment failed|Failed to create deployment \(status: (?<code>\d{3})\)|Get Pages site failed|Deployment failed, try again later|No artifacts named "github-pages"|is not allowed to deploy to [\w-]{1,60} due to environment protection rules|due to in progress deployment|Timeout reached, aborting!/,
    extent: { after: 2 },
    transient: 0.3,
    explanation:
      'GitHub refused or did not finish the deployment of the site: Pages is not enabled for Actions, the branch may not deploy, or the service had trouble.',
    remedies: [
      'Set the Pages source to “GitHub Actions”, and add `pages: write` and `id-token: write`.',
      'Allow the branch in the environment `github-pages`; else re-run.',
    ],
    examples: {
      match: [
        {
          text: '##[error]Error: Failed to create deployment (status: 404) with build version 1111. Ensure GitHub Pages has been enabled',
          captures: { code: '404' },
        },
        { text: 'Branch "dev" is not allowed to deploy to github-pages due to environment protection rules.' },
      ],
      miss: ['Created deployment for 1111, ID: 1111'],
    },
  },
  {
    id: 'hosting/codecov',
    category: 'network',
    title: 'The coverage report could not be uploaded',
    needles: [
      'codecov',
      'coveralls',
      'upload queued',
      'rate limit reached. please upload with the codecov',
      'could not find a repository',
      'bad response: 4',
      'bad response: 5',
      'coverallserror',
    ],
    pattern:
      /(?:[Cc]odecov: )?Failed to properly (?:upload report|create commit|create report)|Codecov token not found|Error: Codecov(?: -|:) [^\n]{0,100}|There was an error (?:running the uploader|fetching the storage URL)|Rate limit reached\. Please upload with the Codecov repository upload token|Bad response: (?<code>[45]\d\d)[^\n]{0,120}coveralls|(?:Coveralls|CoverallsError)[^\n]{0,40}(?:Bad response|Couldn't find a repository)|Upload failed: [^\n]{0,160}Codecov|HTTP Error \d{3}[^\n]{0,60}codecov/,
    extent: { after: 1 },
    transient: 0.45,
    explanation:
      'The service did not accept the report: no token, its rate limit for uploads without one, or trouble on its side. The tests themselves were done by then.',
    remedies: [
      'Set the upload token as a secret.',
      'Do not let the upload fail the build (`fail_ci_if_error: false`), or re-run.',
    ],
    examples: {
      match: [
        { text: "##[error]Codecov: Failed to properly upload report: The process '/home/ci/codecov' failed with exit code 1" },
        {
          text: "There was an error running the uploader: Error uploading to https://codecov.io: Error: There was an error fetching the storage URL during POST: 404 - {'detail': ErrorDetail(string='Unable to locate build via Github Actions API.', code='not_found')}",
        },
      ],
      miss: ['info - Upload queued for processing complete'],
    },
  },
  {
    id: 'hosting/sonar',
    category: 'auth',
    title: 'SonarQube or SonarCloud refuses the analysis',
    needles: [
      'not authorized. please check',
      'not authorized. analyzing this project',
      'sonar.login',
      'sonar_token',
      'sonar',
      "you're not authorized to",
    ],
    pattern:
      /Not authorized\. (?:Please check|Analyzing this project)|You're not authorized to (?:run analysis|analyze)|Running this GitHub Action without SONAR_TOKEN is not recommended|Project not found\. Please check the 'sonar\.projectKey'|Failed to query JRE metadata: [^\n]{0,120}40[13]|could not find a default branch to fall back on/i,
    extent: { after: 1 },
    transient: 0.04,
    explanation: 'The token of the analysis is missing, expired or has no rights on the project; forks get no secrets.',
    remedies: ['Renew SONAR_TOKEN, and check project key and organisation.', 'Skip the analysis on forks.'],
    examples: {
      match: [
        { text: "ERROR: Not authorized. Please check the user token in the property 'sonar.token' or the credentials" },
        { text: "ERROR: You're not authorized to run analysis. Please contact the project administrator." },
      ],
      miss: ['INFO: SonarScanner 5.0'],
    },
  },
  {
    id: 'hosting/sonar-gate',
    category: 'lint',
    title: 'The Sonar quality gate failed',
    needles: ['quality gate'],
    pattern:
      /QUALITY GATE STATUS: FAILED|Quality Gate (?:has )?FAILED|[Qq]uality gate (?:status )?(?:is |has )?failed|Pipeline aborted due to quality gate failure: (?<code>\w{1,20})/,
    extent: { after: 1 },
    transient: 0.02,
    explanation: 'The change does not meet the conditions of the gate: coverage of new code, duplications, issues.',
    remedies: ['Open the report that the line links to and fix the failing condition.'],
    examples: {
      match: [{ text: 'ERROR: QUALITY GATE STATUS: FAILED - View details on https://sonar.acme.example/dashboard?id=cart' }],
      miss: ['QUALITY GATE STATUS: PASSED'],
    },
  },
  {
    id: 'hosting/sentry',
    category: 'auth',
    title: 'sentry-cli could not reach Sentry with these credentials',
    needles: ['sentry reported an error', 'sentry-cli', 'auth token is required', 'sentry cli', 'sentry error'],
    pattern:
      /sentry reported an error: (?<message>[^\n]{3,120})|error: API request failed[^\n]{0,80}sentry|Auth token is required for this request|error: (?:An organization|A project) (?:ID or slug|slug|id) is required/i,
    extent: { before: 2, after: 2 },
    transient: 0.08,
    explanation: 'The token, organisation or project of the upload is missing or wrong.',
    remedies: ['Set SENTRY_AUTH_TOKEN, SENTRY_ORG and SENTRY_PROJECT, with the scopes project:releases and org:read.'],
    examples: {
      match: [
        {
          text: '  sentry reported an error: Invalid token (http status: 401)',
          captures: { message: 'Invalid token (http status: 401)' },
        },
      ],
      miss: ['> Found 1 release file with sentry-cli'],
    },
  },
  {
    id: 'hosting/slack',
    category: 'config',
    title: 'A chat notification could not be sent',
    needles: [
      'slack',
      'webhook',
      'invalid_auth',
      'channel_not_found',
      'not_in_channel',
      'no_service',
      'invalid_payload',
      'missing_scope',
    ],
    pattern:
      /An API error occurred: (?<code>[a-z_]{4,40})|Need to provide at least one botToken or webhookUrl|Specify secrets\.SLACK_WEBHOOK_URL|Missing input! (?:Either a|A) (?:method|token|webhook)|Error: (?:Request failed[^\n]{0,60}hooks\.slack\.com|SlackError)|Missing SLACK_WEBHOOK/,
    transient: 0.06,
    explanation: 'The webhook or token of the notification is missing or not valid any more, or the bot is not in the channel.',
    remedies: [
      'Set the secret in this job; forks and Dependabot get none.',
      'Let the step not fail the job (`continue-on-error: true`).',
    ],
    examples: {
      match: [
        { text: 'Error: An API error occurred: channel_not_found', captures: { code: 'channel_not_found' } },
        { text: 'Error: Need to provide at least one botToken or webhookUrl' },
      ],
      miss: ['Sent slack message'],
    },
  },
]
