import type { Rule } from '../model/rule.ts'

/** Google Cloud, Azure and OIDC logins. */
export const rules: readonly Rule[] = [
  {
    id: 'cloud/oidc',
    category: 'auth',
    title: 'The job may not ask for an OIDC token',
    needles: [
      'actions_id_token_request_url',
      'id-token',
      'unable to get actions_id_token',
      'failed to get id token',
      'did not inject $actions_id_token',
      'oidc token',
    ],
    pattern:
      /Unable to get ACTIONS_ID_TOKEN_REQUEST_URL|did not inject \$ACTIONS_ID_TOKEN_REQUEST|(?:Failed|Unable|Could not) to (?:get|fetch|retrieve) (?:an? )?(?:ID|OIDC) [Tt]oken|Error message: Unable to get ACTIONS_ID_TOKEN/,
    extent: { after: 1 },
    transient: 0.03,
    explanation: 'The workflow lacks the permission to ask GitHub for an identity token; runs for forks never get it.',
    remedies: ['Add `permissions: { id-token: write, contents: read }` to the job.'],
    examples: {
      match: [{ text: 'Error: Error message: Unable to get ACTIONS_ID_TOKEN_REQUEST_URL env variable' }],
      miss: ['permissions: id-token: write'],
    },
  },
  {
    id: 'cloud/gcloud-auth',
    category: 'auth',
    title: 'Google Cloud refuses the login',
    needles: [
      'you do not currently have an active account',
      'could not find default credentials',
      'default credentials were not found',
      'invalid_grant',
      'google-github-actions/auth',
      'reauthentication',
      'unauthenticated',
      'request had invalid authentication',
      'defaultcredentialserror',
      'unauthorized_client',
      "permission 'iam.serviceaccounts",
      'invalid_target',
      'the given credential is rejected',
    ],
    pattern:
      /You do not currently have an active account|[Cc]ould not find default credentials|default credentials were not found|DefaultCredentialsError|\binvalid_grant\b|google-github-actions\/auth failed with|Request had invalid authentication credentials|given credential is rejected by the attribute condition|code = Unauthenticated/,
    extent: { after: 2 },
    transient: 0.05,
    explanation:
      'No credentials are set in this job, the key was deleted, or the workload identity pool does not accept this repository or branch.',
    remedies: [
      'Run the auth step in this job, before this one.',
      'Compare the attribute condition of the pool with this run; renew the key.',
    ],
    examples: {
      match: [
        { text: 'ERROR: (gcloud.run.deploy) You do not currently have an active account selected.' },
        { text: '##[error]google-github-actions/auth failed with: failed to generate Google Cloud federated token' },
      ],
      miss: ['Activated service account credentials for: [ci@acme.iam.gserviceaccount.com]'],
    },
  },
  {
    id: 'cloud/gcloud-denied',
    category: 'auth',
    title: "Google Cloud refuses the permission '{symbol}'",
    needles: [
      'permission_denied',
      'does not have permission',
      'does not have storage',
      "permission '",
      'code = permissiondenied',
      'required permission',
      'caller does not have permission',
      'permission "',
    ],
    pattern:
      /\bPERMISSION_DENIED: |does not have (?:permission to access|(?<storage>storage\.[\w.]{3,60}) access)|Permission ['"](?<symbol>[\w.]{5,80})['"] denied|code = PermissionDenied|The caller does not have permission|Required '[\w.]{5,80}' permission/,
    transient: 0.04,
    explanation: 'The service account is known but lacks a role on this project or resource, or the API is not enabled.',
    remedies: ['Grant the role that contains the named permission.', 'Enable the API in the project if the message says so.'],
    examples: {
      match: [
        { text: "ERROR: (gcloud.run.deploy) PERMISSION_DENIED: Permission 'run.services.get' denied on resource" },
        {
          text: 'ci@acme.iam.gserviceaccount.com does not have storage.objects.create access to the Google Cloud Storage object.',
        },
      ],
      miss: ['PERMISSION_DENIEDS counted: 0'],
    },
  },
  {
    id: 'cloud/gcloud-failed',
    category: 'deploy',
    title: 'gcloud {command} failed: {message}',
    needles: ['error: (gcloud', 'error: (gsutil', 'commandexception', 'revision', 'google-github-actions/'],
    pattern:
      /ERROR: \(gcloud\.(?<command>[\w.-]{2,80})\) (?<message>[^\n]{3,200})|\bCommandException: [^\n]{3,150}|Revision '[\w-]{1,100}' is not ready|google-github-actions\/[\w-]{3,40} failed with: [^\n]{3,150}/,
    role: 'summary',
    extent: { after: 2 },
    transient: 0.15,
    explanation: 'The command line of Google Cloud got an error back.',
    remedies: ['Read the message; for Cloud Run, look at the logs of the revision.'],
    examples: {
      match: [
        {
          text: 'ERROR: (gcloud.app.deploy) INVALID_ARGUMENT: Version limit reached',
          captures: { command: 'app.deploy', message: 'INVALID_ARGUMENT: Version limit reached' },
        },
      ],
      miss: ['Updated property [core/project].'],
    },
  },
  {
    id: 'cloud/azure-auth',
    category: 'auth',
    title: "Azure refuses the login with error '{code}'",
    needles: [
      'aadsts',
      "please run 'az login'",
      'az login',
      'login failed with',
      'clientauthenticationerror',
      'no subscriptions found',
      'authorizationfailed',
      'not all values are present',
      'defaultazurecredential',
      'environmentcredential',
      'authentication_failed',
      'forbiddenbyrbac',
      'invalidauthenticationtoken',
    ],
    pattern:
      /\b(?<code>AADSTS\d{4,8})\b|[Pp]lease run 'az login'|Login failed with Error|ClientAuthenticationError|No subscriptions found for|Not all values are present\. Ensure|DefaultAzureCredential failed to retrieve|\bInvalidAuthenticationToken\b/,
    extent: { after: 2 },
    transient: 0.05,
    explanation:
      'The service principal’s secret is expired, its federated credential does not match this run, or the job has no login.',
    remedies: [
      'Look the AADSTS number up; 7000222 is an expired secret, 70021 and 700213 a federated credential that does not match.',
      'Log in with `azure/login` in the same job and add `id-token: write`.',
    ],
    examples: {
      match: [
        {
          text: "AADSTS7000222: The provided client secret keys for app '1111' are expired.",
          captures: { code: 'AADSTS7000222' },
        },
        { text: "ERROR: Please run 'az login' to setup account." },
      ],
      miss: ['Azure CLI login succeeds by using OIDC.'],
    },
  },
  {
    id: 'cloud/azure-denied',
    category: 'auth',
    title: 'Azure refuses the action',
    needles: [
      'authorizationfailed',
      'does not have authorization to perform action',
      'linkedauthorizationfailed',
      'forbiddenbyrbac',
      'authorizationpermissionmismatch',
      'does not have secrets',
    ],
    pattern:
      /\((?:Linked)?AuthorizationFailed\)|does not have authorization to perform action '(?<symbol>[^'\n]{3,120})'|AuthorizationPermissionMismatch|ForbiddenByRbac|does not have secrets (?:get|list) permission/,
    transient: 0.08,
    explanation:
      'The identity is known but has no role for the action on this scope. New role assignments take minutes to count.',
    remedies: ['Assign a role with the named action on the resource or its group.'],
    examples: {
      match: [
        {
          text: "ERROR: (AuthorizationFailed) The client '1111' with object id '1111' does not have authorization to perform action 'Microsoft.Web/sites/read'",
        },
      ],
      miss: ['authorizationFailedCount: 0'],
    },
  },
  {
    id: 'cloud/azure-failed',
    category: 'deploy',
    title: 'An Azure deployment failed',
    needles: [
      'deploymentfailed',
      'invalidtemplate',
      'resourcenotfound',
      'resourcegroupnotfound',
      'failed to deploy web package',
      'deployment failed with error',
      'conflictingserveroperation',
      'skunotavailable',
      'quotaexceeded',
      'package deployment using',
    ],
    pattern:
      /"code": ?"(?<json>DeploymentFailed|InvalidTemplate\w{0,30}|Conflict)"|\((?<code>DeploymentFailed|InvalidTemplate\w{0,30}|ResourceNotFound|ResourceGroupNotFound|QuotaExceeded|SkuNotAvailable)\)|Failed to deploy web package|Deployment Failed(?: with| :|,)|Package deployment using \S{1,60}[^\n]{0,60}failed/,
    extent: { after: 3 },
    transient: 0.2,
    explanation: 'Azure took the deployment and could not carry it out; the inner error names the resource.',
    remedies: ['Read the inner `details` of the error, or the deployment’s operations in the portal.'],
    examples: {
      match: [
        {
          text: "ERROR: (ResourceGroupNotFound) Resource group 'cart' could not be found.",
          captures: { code: 'ResourceGroupNotFound' },
        },
        { text: '##[error]Failed to deploy web package to App Service.' },
      ],
      miss: ['Successfully deployed web package to App Service.'],
    },
  },
]
