import type { Rule } from '../model/rule.ts'

/** Google Cloud: logins, rights, gcloud. */
export const rules: readonly Rule[] = [
  {
    id: 'gcloud/auth',
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
    id: 'gcloud/denied',
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
    id: 'gcloud/failed',
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
]
