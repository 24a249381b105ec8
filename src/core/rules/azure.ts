import type { Rule } from '../model/rule.ts'

/** Azure: logins, rights, deployments. */
export const rules: readonly Rule[] = [
  {
    id: 'azure/auth',
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
    id: 'azure/denied',
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
    id: 'azure/failed',
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
