import type { Rule } from '../model/rule.ts'

/** Image registries: pull, push, login. */
export const rules: readonly Rule[] = [
  {
    id: 'docker-registry/rate-limit',
    category: 'rate_limit',
    title: 'The pull limit of the registry is reached',
    needles: ['toomanyrequests', 'pull rate limit', 'increase-rate-limit', '429 too many requests'],
    pattern:
      /\btoomanyrequests:|reached your (?:unauthenticated )?pull rate limit|increase-rate-limit|unexpected status(?: code)?[^\n]{0,200}429 Too Many Requests/i,
    transient: 0.5,
    explanation:
      'Docker Hub counts anonymous pulls by address and free accounts by user; shared runners use the count up quickly.',
    remedies: [
      'Log in before pulling (`docker/login-action`, DOCKER_AUTH_CONFIG).',
      'Pull through a cache or mirror, or keep the base image in your own registry.',
    ],
    examples: {
      match: [
        {
          text: 'toomanyrequests: You have reached your pull rate limit. You may increase the limit by authenticating and upgrading: https://www.docker.com/increase-rate-limit',
        },
      ],
      miss: ['Pull limit remaining: 98'],
    },
  },
  {
    id: 'docker-registry/manifest-unknown',
    category: 'dependency',
    title: "Image '{package}' does not exist",
    needles: [
      'manifest unknown',
      'manifest for',
      'name unknown',
      'failed to resolve source metadata',
      'failed to resolve reference',
      'repository name not known',
      'not found: manifest',
    ],
    pattern:
      /(?:manifest for (?=\S{1,200} not found)|failed to resolve (?:source metadata for |reference "?)(?=[^\n]{1,250}not found))(?<package>[^\s":]{1,200}(?::[\w.-]{1,128})?)|\bmanifest unknown\b|\bname unknown\b/i,
    extent: { before: 1 },
    transient: 0.04,
    explanation: 'The registry has no such tag: misspelt, removed, or not pushed yet by the job that makes it.',
    remedies: ['Look the tag up in the registry.', 'If another job pushes it, make this one wait for it.'],
    examples: {
      match: [
        {
          text: 'Error response from daemon: manifest for acme/cart:1.2 not found: manifest unknown: manifest unknown',
          captures: { package: 'acme/cart:1.2' },
        },
        {
          text: 'ERROR: failed to solve: acme/base:9: failed to resolve source metadata for docker.io/acme/base:9: docker.io/acme/base:9: not found',
        },
      ],
      miss: ['exporting manifest sha256:1111 done'],
    },
  },
  {
    id: 'docker-registry/pull-denied',
    category: 'auth',
    title: "Pull access denied for image '{package}'",
    needles: [
      'pull access denied',
      'repository does not exist or may require',
      'no basic auth credentials',
      'insufficient_scope',
    ],
    pattern:
      /pull access denied for (?<package>[^\s,]{1,200})|pull access denied|repository does not exist or may require 'docker login'|no basic auth credentials|insufficient_scope: authorization failed/,
    extent: { before: 1 },
    transient: 0.04,
    explanation: 'The image does not exist or is private and the job is not logged in; registries answer both alike.',
    remedies: ['Check the name for typing errors.', 'If it is private, log in before this step with a token that may read it.'],
    examples: {
      match: [
        {
          text: "Error response from daemon: pull access denied for acme/cart, repository does not exist or may require 'docker login'",
          captures: { package: 'acme/cart' },
        },
        { text: 'no basic auth credentials' },
      ],
      miss: ['Pulling from acme/cart'],
    },
  },
  {
    id: 'docker-registry/push-denied',
    category: 'auth',
    title: 'The registry refuses the push',
    needles: [
      'denied: ',
      'requested access to the resource is denied',
      'unauthorized:',
      'permission_denied',
      'name_unknown: the repository',
      'repository does not allow',
    ],
    pattern:
      /\bdenied: (?:requested access|installation not allowed|permission_denied|access forbidden|Permission "|The requested|User|Your authorization|not_found|Unauthenticated|Policy)[^\n]{0,200}|requested access to the resource is denied|unauthorized: (?:authentication required|access to the requested|incorrect username|access token has|unauthenticated|project|You don't have|HTTP Basic|authentication failed)|insufficient_scope|unexpected status(?: from (?:PUT|POST|HEAD) request to \S{1,250})?:? (?:401 Unauthorized|403 Forbidden)/i,
    extent: { before: 1 },
    transient: 0.04,
    explanation: 'The login is missing, expired, or may not write to this repository.',
    remedies: [
      'Check that the login step ran for this registry, with a token that may write packages (GHCR: `permissions: packages: write`).',
      'Check the full image name: registry, owner and repository.',
    ],
    examples: {
      match: [
        { text: 'denied: requested access to the resource is denied' },
        { text: 'ERROR: failed to push ghcr.io/acme/cart:1: denied: installation not allowed to Create organization package' },
        { text: 'unauthorized: authentication required' },
      ],
      miss: ['Access denied: test of the 403 page passed'],
    },
  },
  {
    id: 'docker-registry/login',
    category: 'auth',
    title: 'The login to the registry failed',
    needles: [
      'error response from daemon: get',
      'incorrect username or password',
      'cannot perform an interactive login',
      'username and password required',
      'must provide --username',
      'error saving credentials',
      'denied: denied',
      'login attempt to',
      'password required',
      'failed with status: 401',
    ],
    pattern:
      /unauthorized: incorrect username or password|Cannot perform an interactive login from a non[ -]TTY|Username and password required|Must provide --username with --password-stdin|login attempt to \S{1,200} failed with status: (?<code>\d{3})|Error response from daemon: Get "?https:\/\/[^\n]{1,200}: (?:denied: denied|unauthorized)|Password required/,
    transient: 0.05,
    explanation:
      'The user name, password or token is wrong, expired or empty. Secrets are empty in runs for forks and Dependabot.',
    remedies: [
      'Renew the token and store it under the name that the step reads.',
      'Skip login and push on pull requests of forks.',
    ],
    examples: {
      match: [
        {
          text: 'Error response from daemon: Get "https://registry-1.docker.io/v2/": unauthorized: incorrect username or password',
        },
        { text: '##[error]Username and password required' },
        { text: 'Error: Cannot perform an interactive login from a non TTY device' },
      ],
      miss: ['Login Succeeded!'],
    },
  },
  {
    id: 'docker-registry/network',
    category: 'network',
    title: 'The registry could not be reached',
    needles: [
      'registry-1.docker.io',
      'auth.docker.io',
      'ghcr.io',
      'failed to copy',
      'net/http:',
      'request canceled while waiting',
      'error pulling image configuration',
      'download failed after attempts',
      'failed to do request',
      'failed to authorize',
      'filesystem layer verification failed',
      'unexpected status from',
      'unexpected status:',
      'received unexpected http status',
      'failed to fetch anonymous token',
      'failed to fetch oauth token',
      'blob upload',
    ],
    pattern:
      /(?:Get|Head|Put|Post|head|get) "?https:\/\/[^\s"]{1,300}"?: (?:net\/http:|dial tcp|read tcp|EOF|context deadline|unexpected EOF|remote error|proxyconnect|received unexpected HTTP status: 5)|received unexpected HTTP status: 5\d\d|unexpected status(?: from \w{3,5} request to \S{1,250})?:? 5\d\d|download failed after attempts|failed to (?:do request|copy): [^\n]{0,250}(?:EOF|timeout|reset|refused|no such host|canceled|5\d\d)|filesystem layer verification failed|failed to fetch (?:anonymous|oauth) token: (?:unexpected status[^\n]{0,200}: 5|[^\n]{0,200}(?:timeout|EOF|reset|no such host))|error pulling image configuration/,
    extent: { before: 1 },
    transient: 0.8,
    explanation: 'The connection to the registry failed or the registry itself is broken at the moment.',
    remedies: [
      'Re-run; look at the status page of the registry.',
      'Use a mirror or keep base images in a registry near the runners.',
    ],
    examples: {
      match: [
        {
          text: 'Error response from daemon: Get "https://registry-1.docker.io/v2/": net/http: request canceled while waiting for connection (Client.Timeout exceeded while awaiting headers)',
        },
        { text: 'received unexpected HTTP status: 503 Service Unavailable' },
        {
          text: 'ERROR: failed to copy: httpReadSeeker: failed open: unexpected status code https://ghcr.io/v2/acme/cart/blobs/sha256:11: 502 Bad Gateway\nunexpected status: 502',
        },
      ],
      miss: ['Pulling from ghcr.io/acme/cart'],
    },
  },
  {
    id: 'docker-registry/immutable-tag',
    category: 'deploy',
    title: 'The tag exists in the registry and may not be changed',
    needles: ['tag is immutable', 'immutable', 'cannot be overwritten', 'already exists in the'],
    pattern:
      /tag invalid: The image tag '(?<version>[^'\n]{1,120})' already exists|cannot be overwritten because the (?:repository|tag) is immutable|image tag [^\n]{1,120} is immutable|Failed to push[^\n]{0,120}immutable/i,
    transient: 0.02,
    explanation: 'The repository forbids to move tags, and this tag was pushed before.',
    remedies: ['Use a new version, or tags with the commit id.', 'On a re-run, skip the push when the tag exists.'],
    examples: {
      match: [
        {
          text: "tag invalid: The image tag '1.2.3' already exists in the 'cart' repository and cannot be overwritten because the repository is immutable.",
          captures: { version: '1.2.3' },
        },
      ],
      miss: ['immutable install enabled'],
    },
  },
]
