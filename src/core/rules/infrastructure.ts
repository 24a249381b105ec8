import type { Rule } from '../model/rule.ts'

/** Pulumi, Ansible, Packer, CloudFormation and its front ends, Serverless, Vault. */
export const rules: readonly Rule[] = [
  {
    id: 'infrastructure/pulumi',
    category: 'deploy',
    title: 'Pulumi failed',
    needles: [
      'pulumi:pulumi:stack',
      'error: update failed',
      'error: preview failed',
      'error: the stack is currently locked',
      'error: no stack named',
      'error: update canceled',
      'pulumi_access_token',
      'error: missing required configuration',
      'error: decrypting',
      'pulumi',
    ],
    pattern:
      /^\s*error: (?:update|preview|destroy) failed|error: the stack is currently locked|error: \[409\] Conflict: Another update|error: no stack named '(?<symbol>[^'\n]{1,100})'|error: PULUMI_ACCESS_TOKEN must be set|error: Missing required configuration variable/,
    extent: { before: 4, after: 2 },
    transient: 0.15,
    explanation:
      'The preview or update of the stack stopped; the resource and the answer of the cloud stand above in “Diagnostics”.',
    remedies: ['Read the Diagnostics block.', 'For a locked stack, wait or run `pulumi cancel`.'],
    examples: {
      match: [
        { text: '    error: update failed' },
        { text: "error: no stack named 'acme/prod' found", captures: { symbol: 'acme/prod' } },
      ],
      miss: ['pulumi:pulumi:Stack cart-prod  created'],
    },
  },
  {
    id: 'infrastructure/ansible-task',
    category: 'deploy',
    title: "An Ansible task failed on '{host}'",
    needles: ['fatal: ['],
    pattern: /^fatal: \[(?<host>[\w.@:>\s-]{1,120})\]: FAILED! =>/,
    extent: { before: 2, after: 1, while: /^\s{2,}|^\}/ },
    transient: 0.15,
    explanation: 'A task returned an error on that host; `msg` in the block says what.',
    remedies: ['Read `msg` and `stderr` of the task; run it again with `-vvv`.'],
    examples: {
      match: [
        {
          text: 'fatal: [web1]: FAILED! => {"changed": false, "msg": "No package matching \'cart\' found"}',
          captures: { host: 'web1' },
        },
      ],
      miss: ['ok: [web1]', 'fatal: [web1]: UNREACHABLE! => {}'],
    },
  },
  {
    id: 'infrastructure/ansible-unreachable',
    category: 'network',
    title: "Ansible cannot reach '{host}'",
    needles: ['unreachable!'],
    pattern: /^fatal: \[(?<host>[\w.@:>\s-]{1,120})\]: UNREACHABLE! =>/,
    extent: { before: 2, after: 1 },
    transient: 0.4,
    explanation: 'SSH to the host failed: it is down, a firewall is between, or the key is not accepted.',
    remedies: ['Read `msg`: “Permission denied” is the key, “timed out” the network.'],
    examples: {
      match: [
        {
          text: 'fatal: [web1]: UNREACHABLE! => {"changed": false, "msg": "Failed to connect to the host via ssh"}',
          captures: { host: 'web1' },
        },
      ],
      miss: ['web1 : ok=3 changed=0 unreachable=0 failed=0'],
    },
  },
  {
    id: 'infrastructure/ansible-config',
    category: 'config',
    title: 'Ansible cannot run the playbook: {message}',
    needles: ['error! ', 'playbook', 'decryption failed', 'vault secrets'],
    pattern:
      /^(?:##\[error\])?(?:ERROR! |\[ERROR\]: )(?<message>the playbook: [^\n]{1,120}|couldn't resolve module[^\n]{0,120}|Syntax Error[^\n]{0,80}|the role '[^'\n]{1,80}' was not found|Attempting to decrypt but no vault secrets found|Decryption failed[^\n]{0,80}|Unexpected Exception[^\n]{0,120}|[^\n]{3,120})/,
    extent: { after: 8 },
    transient: 0.03,
    explanation:
      'The playbook or its parts cannot be loaded: a missing collection or role, a syntax error, or no vault password.',
    remedies: [
      'Install requirements: `ansible-galaxy install -r requirements.yml`.',
      'Pass the vault password as a secret file.',
    ],
    examples: {
      match: [
        {
          text: "ERROR! couldn't resolve module/action 'acme.cart.deploy'. This often indicates a misspelling, missing collection, or incorrect module path.",
        },
      ],
      miss: ['[WARNING]: playbook without hosts'],
    },
  },
  {
    id: 'infrastructure/ansible-summary',
    category: 'deploy',
    title: "Ansible: {count} failed on '{host}'",
    needles: ['unreachable='],
    pattern:
      /^(?<host>[\w.@-]{1,100})\s{1,60}: ok=\d+\s+changed=\d+\s+(?:unreachable=[1-9]\d{0,5}\s+failed=\d+|unreachable=\d+\s+failed=(?<count>[1-9]\d{0,5}))/,
    role: 'summary',
    transient: 0.2,
    explanation: 'The recap at the end of a play; the task that failed stands above.',
    remedies: ['Search for “fatal:” above.'],
    examples: {
      match: [
        {
          text: 'web1                       : ok=3    changed=0    unreachable=0    failed=1    skipped=2',
          captures: { host: 'web1', count: '1' },
        },
      ],
      miss: ['web1 : ok=3 changed=0 unreachable=0 failed=0'],
    },
  },
  {
    id: 'infrastructure/packer',
    category: 'deploy',
    title: "Packer build '{symbol}' failed",
    needles: ['errored after', "some builds didn't complete successfully"],
    pattern: /Build '(?<symbol>[^'\n]{1,120})' errored after|Some builds didn't complete successfully and had errors/,
    extent: { before: 3, after: 3 },
    transient: 0.25,
    explanation: 'A builder or provisioner of the image failed; its lines stand above.',
    remedies: ['Read the provisioner’s output above, or run with `PACKER_LOG=1 -on-error=ask`.'],
    examples: {
      match: [
        {
          text: "Build 'amazon-ebs.cart' errored after 5 minutes 2 seconds: Script exited with non-zero exit status: 1",
          captures: { symbol: 'amazon-ebs.cart' },
        },
      ],
      miss: ["Build 'amazon-ebs.cart' finished after 5 minutes"],
    },
  },
  {
    id: 'infrastructure/cloudformation',
    category: 'deploy',
    title: 'A CloudFormation stack failed',
    needles: [
      'create_failed',
      'update_failed',
      'rollback_complete',
      'rollback_in_progress',
      'rollback_failed',
      'delete_failed',
      'failed to create changeset',
      'failed to create/update the stack',
      'waiter stackcreatecomplete',
      'waiter stackupdatecomplete',
      'no changes to deploy',
      'deployment failed',
    ],
    pattern:
      /\b(?<message>(?:CREATE|UPDATE|DELETE|IMPORT)_FAILED|(?:UPDATE_)?ROLLBACK_(?:COMPLETE|IN_PROGRESS|FAILED))\b|Failed to create(?:\/update the stack| the changeset|: Changeset)|Waiter Stack(?:Create|Update)Complete failed|❌ +(?<stack>[\w-]{1,120}) failed:/,
    extent: { before: 1, after: 2 },
    transient: 0.12,
    explanation:
      'A resource of the stack could not be created or changed, and the stack rolls back. The first *_FAILED event carries the reason.',
    remedies: [
      'Find the first `CREATE_FAILED` or `UPDATE_FAILED` event and its reason.',
      'A stack in ROLLBACK_COMPLETE must be deleted before it can be created again.',
    ],
    examples: {
      match: [
        {
          text: 'CREATE_FAILED        AWS::S3::Bucket   CartBucket   cart-bucket already exists',
          captures: { message: 'CREATE_FAILED' },
        },
        { text: 'Error: Failed to create/update the stack. Run the following command to fetch the list of events' },
      ],
      miss: ['UPDATE_COMPLETE AWS::CloudFormation::Stack cart'],
    },
  },
  {
    id: 'infrastructure/cdk',
    category: 'config',
    title: 'CDK, SAM or Serverless cannot deploy',
    needles: [
      'is the environment bootstrapped',
      'subprocess exited with error',
      'this cdk cli is not compatible',
      'cloud assembly schema',
      'serverless error',
      'serverlesserror',
      'stack has not been deployed',
      'build failed\nerror',
      'error: pythonpipbuilder',
      'unable to resolve aws account',
      'has not been bootstrapped',
      'cannot resolve serverless.yml',
      'cannot resolve variable',
    ],
    pattern:
      /Is the environment bootstrapped\?|has not been bootstrapped|This CDK CLI is not compatible|Cloud assembly schema version mismatch|Unable to resolve AWS account to use|^\s*Serverless ?Error -+|ServerlessError\d?: |Error: (?:PythonPipBuilder|NodejsNpmBuilder|GoModulesBuilder)[\w:]{1,40} - |Cannot resolve (?:serverless\.yml|variable at)/,
    extent: { before: 1, after: 4 },
    transient: 0.04,
    explanation:
      'The front end of the deployment cannot synthesize or prepare it: versions that do not fit, an account without bootstrap, or a function that does not build.',
    remedies: [
      'Use the same version of CLI and library; run `cdk bootstrap` once per account and region.',
      'Read the builder’s lines for functions that do not build.',
    ],
    examples: {
      match: [
        {
          text: 'This CDK CLI is not compatible with the CDK library used by your application. Please upgrade the CLI to the latest version.',
        },
        { text: 'Error: PythonPipBuilder:ResolveDependencies - {cart==1.0(wheel)}' },
      ],
      miss: ['✅  CartStack'],
    },
  },
  {
    id: 'infrastructure/vault',
    category: 'auth',
    title: 'Vault refuses the request',
    needles: [
      'error making api request',
      'vault',
      'permission denied',
      'error writing data to auth',
      'jwt',
      'failed to retrieve vault token',
    ],
    pattern:
      /Error making API request\.|failed to retrieve vault token|error validating token: |role "[^"\n]{1,80}" could not be found|Vault is sealed/,
    extent: { after: 6 },
    transient: 0.1,
    explanation: 'Vault did not accept the login of the job (JWT claims, AppRole) or the policy does not allow this path.',
    remedies: [
      'Compare the bound claims of the role (repository, branch, environment) with this run.',
      'Check path and policy; KV version 2 has `data/` in its paths.',
    ],
    examples: {
      match: [
        {
          text: 'Error making API request.\n\nURL: PUT https://vault.acme.example/v1/auth/jwt/login\nCode: 403. Errors:\n\n* permission denied',
        },
        { text: '##[error]failed to retrieve vault token. code: ERR_NON_2XX_3XX_RESPONSE' },
      ],
      miss: ['Exporting Vault secrets'],
    },
  },
]
