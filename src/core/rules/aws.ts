import type { Rule } from '../model/rule.ts'

/** AWS: CLI, SDKs, credentials action, ECR, ECS, Lambda, S3. */
export const rules: readonly Rule[] = [
  {
    id: 'aws/no-credentials',
    category: 'auth',
    title: 'No AWS credentials',
    needles: [
      'unable to locate credentials',
      'could not load credentials',
      'nocredentialserror',
      'credentials could not be loaded',
      'could not be found in the environment',
      'unable to load credentials',
      'no credential providers',
      'nocredentialproviders',
      'partial credentials',
      'you must specify a region',
      'could not assume role',
      'failed to refresh cached credentials',
      'missing credentials in config',
      'error: no region',
    ],
    pattern:
      /Unable to locate credentials|Could not load credentials from any providers|NoCredentialsError|Credentials could not be loaded|Unable to load credentials from any of the providers|NoCredentialProviders|Partial credentials found|failed to refresh cached credentials|CredentialsError: Missing credentials in config/,
    transient: 0.04,
    explanation:
      'The tool found no keys, role or profile. Secrets are empty for forks and Dependabot, and OIDC needs the permission `id-token: write`.',
    remedies: ['Run the login step in the same job, before this one.', 'With OIDC, add `permissions: id-token: write`.'],
    examples: {
      match: [
        { text: 'Unable to locate credentials. You can configure credentials by running "aws configure".' },
        {
          text: '##[error]Credentials could not be loaded, please check your action inputs: Could not load credentials from any providers',
        },
      ],
      miss: ['Loaded credentials from the environment'],
    },
  },
  {
    id: 'aws/expired-token',
    category: 'auth',
    title: 'The AWS credentials are invalid or expired',
    needles: [
      'expiredtoken',
      'invalidclienttokenid',
      'unrecognizedclientexception',
      'security token included in the request',
      'signaturedoesnotmatch',
      'invalidaccesskeyid',
      'requestexpired',
      'authfailure',
      'token has expired and refresh failed',
      'invalididentitytoken',
      'incompletesignature',
      'sso session',
    ],
    pattern:
      /\b(?:ExpiredToken(?:Exception)?|InvalidClientTokenId|UnrecognizedClientException|SignatureDoesNotMatch|InvalidAccessKeyId|RequestExpired|InvalidIdentityToken|IncompleteSignature)\b|[Tt]he security token included in the request is (?:invalid|expired)|Token has expired and refresh failed/,
    transient: 0.12,
    explanation: 'The keys were deleted or rotated, a session is older than its lifetime, or the clock is off.',
    remedies: [
      'Renew the secret, or use OIDC roles instead of keys.',
      'Raise the session length (`role-duration-seconds`) if a long job outlives it.',
    ],
    examples: {
      match: [
        { text: 'An error occurred (ExpiredToken) when calling the PutObject operation: The provided token has expired.' },
        { text: 'Error: The security token included in the request is invalid' },
      ],
      miss: ['✓ maps ExpiredTokens to 401'],
    },
  },
  {
    id: 'aws/assume-role',
    category: 'auth',
    title: 'The role cannot be assumed',
    needles: [
      'sts:assumerole',
      'not authorized to perform sts',
      'could not assume role',
      'no openidconnect provider',
      "couldn't retrieve verification key",
    ],
    pattern:
      /[Nn]ot authorized to perform:? sts:AssumeRole\w{0,20}|Could not assume role|No OpenIDConnect provider found|Couldn't retrieve verification key from your identity provider/,
    transient: 0.06,
    explanation:
      'The trust policy of the role does not accept this identity: another repository, branch or environment than its conditions name, or no OIDC provider in that account.',
    remedies: [
      'Compare `sub` and `aud` in the trust policy with this run (repo:OWNER/NAME:ref:…).',
      'Check that the account has the OIDC provider and that `id-token: write` is set.',
    ],
    examples: {
      match: [
        { text: '##[error]Not authorized to perform sts:AssumeRoleWithWebIdentity' },
        { text: 'Error: Could not assume role with OIDC: No OpenIDConnect provider found in your account' },
      ],
      miss: ['Authenticated as assumedRoleId AROA:ci'],
    },
  },
  {
    id: 'aws/access-denied',
    category: 'auth',
    title: "AWS refuses '{symbol}'",
    needles: [
      'accessdenied',
      'is not authorized to perform',
      'unauthorizedoperation',
      'access denied',
      'accessdeniedexception',
      '403 forbidden',
      'calling the headobject operation: forbidden',
    ],
    pattern:
      /is not authorized to perform:? (?<symbol>[\w-]{1,40}:[\w*]{1,60})|An error occurred \((?:AccessDenied|AccessDeniedException|UnauthorizedOperation|403)\)|\bAccessDenied(?:Exception)?: /,
    transient: 0.04,
    explanation: 'The identity is known but no policy allows the action on this resource, or a policy denies it.',
    remedies: [
      'Add the action and resource named in the message to the policy of the role.',
      'Check bucket policies, boundaries and organisation policies if the role allows it already.',
    ],
    examples: {
      match: [
        {
          text: 'An error occurred (AccessDeniedException) when calling the GetAuthorizationToken operation: User: arn:aws:iam::111111111111:user/ci is not authorized to perform: ecr:GetAuthorizationToken on resource: *',
        },
        {
          text: 'User: arn:aws:sts::111111111111:assumed-role/ci/x is not authorized to perform: s3:PutObject on resource: "arn:aws:s3:::cart/x"',
          captures: { symbol: 's3:PutObject' },
        },
      ],
      miss: ['AccessDeniedPage rendered'],
    },
  },
  {
    id: 'aws/throttled',
    category: 'rate_limit',
    title: 'AWS throttles the requests',
    needles: [
      'throttlingexception',
      'requestlimitexceeded',
      'throttling:',
      '(throttling)',
      'slowdown',
      'toomanyrequestsexception',
      'rate exceeded',
      'provisionedthroughputexceeded',
    ],
    pattern:
      /\b(?:ThrottlingException|RequestLimitExceeded|TooManyRequestsException|ProvisionedThroughputExceeded\w{0,12})\b|\(Throttling\)|Throttling: Rate exceeded|\(SlowDown\)/,
    transient: 0.7,
    explanation: 'The account sent more requests to this service than it allows at once.',
    remedies: [
      'Re-run; let jobs that call the service wait for each other.',
      'Set `AWS_RETRY_MODE=adaptive` and `AWS_MAX_ATTEMPTS=10`.',
    ],
    examples: {
      match: [
        {
          text: 'An error occurred (ThrottlingException) when calling the DescribeStacks operation (reached max retries: 4): Rate exceeded',
        },
      ],
      miss: ['✓ retries when the ThrottlingExceptions come'],
    },
  },
  {
    id: 'aws/deploy',
    category: 'deploy',
    title: 'An AWS deployment failed',
    needles: [
      'waiter',
      'resource is not in the state',
      'deployment failed',
      'service is not stable',
      'unable to place a task',
      'the deployment',
      'essential container in task exited',
      'ecs',
      'resourceconflictexception',
      'deploymentlimitexceeded',
      'deployment group',
      'limitexceeded',
    ],
    pattern:
      /Resource is not in the state (?<symbol>\w{1,40})|Waiter \w{1,60} failed: (?<message>[^\n]{3,120})|unable to place a task|Essential container in task exited|ResourceConflictException|The overall deployment failed|DeploymentLimitExceededException|service [\w.-]{1,100} (?:was unable to|did not) (?:reach|stabilize|become)|ECS Deployment Circuit Breaker was triggered/,
    transient: 0.2,
    explanation:
      'The service did not reach the wanted state: the new tasks or instances stop, fail their health checks, or another deployment is under way.',
    remedies: [
      'Look at the events of the service and the logs of stopped tasks.',
      'For conflicts, wait for the other deployment.',
    ],
    examples: {
      match: [
        { text: '##[error]Resource is not in the state servicesStable', captures: { symbol: 'servicesStable' } },
        { text: 'Waiter ServicesStable failed: Max attempts exceeded', captures: { message: 'Max attempts exceeded' } },
      ],
      miss: ['deployment complete'],
    },
  },
  {
    id: 'aws/error',
    category: 'deploy',
    title: 'AWS answered {code} to {command}',
    needles: ['an error occurred (', 'operation error '],
    pattern:
      /An error occurred \((?<code>[\w.:-]{2,80})\) when calling the (?<command>\w{2,60}) operation|operation error (?<service>[\w ]{2,40}): \w{2,60}, https response error StatusCode: \d{3}/,
    role: 'summary',
    transient: 0.15,
    explanation: 'The AWS command line or an SDK got an error back; code and message say which.',
    remedies: ['Look up the code in the API reference of the operation.'],
    examples: {
      match: [
        {
          text: 'An error occurred (NoSuchBucket) when calling the ListObjectsV2 operation: The specified bucket does not exist',
          captures: { code: 'NoSuchBucket', command: 'ListObjectsV2' },
        },
      ],
      miss: ['An error occurred in the test'],
    },
  },
  {
    id: 'aws/endpoint',
    category: 'network',
    title: "The AWS endpoint '{host}' cannot be reached",
    needles: ['could not connect to the endpoint url', 'endpointconnectionerror'],
    pattern: /Could not connect to the endpoint URL: "https?:\/\/(?<host>[\w.-]{3,150})/,
    transient: 0.3,
    explanation:
      'The host made out of service and region does not answer: the region is misspelt, the service does not exist there, or the network is closed.',
    remedies: ['Check AWS_REGION; re-run if it is right.'],
    examples: {
      match: [
        {
          text: 'Could not connect to the endpoint URL: "https://s3.eu-east-9.amazonaws.com/"',
          captures: { host: 's3.eu-east-9.amazonaws.com' },
        },
      ],
      miss: ['endpoint url: https://s3.amazonaws.com'],
    },
  },
]
