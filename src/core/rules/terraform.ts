import type { Rule } from '../model/rule.ts'

/** Terraform, OpenTofu and Terragrunt. */
export const rules: readonly Rule[] = [
  {
    id: 'terraform/state-lock',
    category: 'deploy',
    title: 'The Terraform state is locked',
    needles: [
      'error acquiring the state lock',
      'state already locked',
      'state blob is already locked',
      'workspace already locked',
    ],
    pattern: /Error acquiring the state lock|state (?:is )?already locked|state blob is already locked|workspace already locked/i,
    extent: { after: 14 },
    transient: 0.5,
    explanation: 'Another run holds the lock of this state, or one was cut off and left it.',
    remedies: [
      'Wait for the other run, then re-run; let runs of one state wait for each other.',
      'If nothing runs, `terraform force-unlock ID`.',
    ],
    examples: {
      match: [{ text: '│ Error: Error acquiring the state lock' }],
      miss: ['Acquiring state lock. This may take a few moments...'],
    },
  },
  {
    id: 'terraform/provider',
    category: 'dependency',
    title: 'A Terraform provider or module cannot be installed',
    needles: [
      'failed to query available provider packages',
      'failed to install provider',
      'could not retrieve the list of available versions',
      'inconsistent dependency lock file',
      'module not installed',
      'module source has changed',
      'unsupported terraform core version',
      'failed to download module',
      'required plugins are not installed',
      'failed to load plugin schemas',
      'no available releases match',
      'checksums previously recorded',
      'unresolvable module version',
      'unsupported opentofu core',
    ],
    pattern:
      /Error: (?:Failed to query available provider packages|Failed to install provider|Inconsistent dependency lock file|Module (?:not installed|source has changed|not found)|Unsupported (?:Terraform|OpenTofu) Core version|Failed to download module|Required plugins are not installed|Failed to load plugin schemas|Unresolvable module version constraint|Incompatible provider version)|do(?:es)? not match any of the checksums (?:previously )?recorded/i,
    extent: { while: /^[│╷╵ ]/ },
    transient: 0.15,
    explanation:
      'No version of a provider or module fits all constraints and the lock file, this version of Terraform is not allowed, or the registry did not answer.',
    remedies: [
      'Run `terraform init -upgrade` locally and commit .terraform.lock.hcl, with `terraform providers lock` for every platform.',
      'Use the version of Terraform that `required_version` asks for.',
    ],
    examples: {
      match: [
        { text: '│ Error: Failed to query available provider packages' },
        { text: 'Error: Unsupported Terraform Core version' },
      ],
      miss: ['- Installed hashicorp/aws v5.0.0 (signed by HashiCorp)'],
    },
  },
  {
    id: 'terraform/invalid',
    category: 'config',
    title: 'The Terraform configuration is invalid: {message}',
    needles: [
      'Error: Unsupported',
      'Error: Missing',
      'Error: Invalid',
      'Error: Reference to',
      'Error: No value',
      'Error: Duplicate',
      'Error: Argument or',
      'Error: Incorrect',
      'Error: Inconsistent',
      'Error: Insufficient',
      'Error: Extraneous',
      'Error: Unclosed',
      'Error: Cycle',
      'Error: Variables not',
      'Error: Backend',
      'Error: Provider conf',
      'Error: Self-ref',
      'Error: No configuration files',
      'Error: Call to',
      'Error: Error in',
    ],
    pattern:
      /^(?:##\[error\])?[│╷]? ?Error: (?<message>Unsupported (?:argument|block type|attribute)|Missing (?:required argument|newline|resource instance|name|map)|Invalid (?:value for|reference|function argument|expression|index|template|count|for_each|block definition|multi-line|character|provider|default value|resource)[^\n]{0,80}|Reference to undeclared|No value for required variable|Duplicate (?:resource|variable|provider|output|module|local|required)|Argument or block definition required|Incorrect attribute value type|Inconsistent conditional|Insufficient \w{1,20} blocks|Extraneous label|Unclosed configuration block|Cycle: |Variables not allowed|Backend (?:initialization required|configuration changed)|Provider configuration not present|Self-referential block|No configuration files|Call to unknown function|Error in function call)/,
    extent: { while: /^[│╷╵ ]/ },
    transient: 0.01,
    explanation: 'The .tf files or the variables given to them are wrong; the lines below show the place.',
    remedies: [
      'Run `terraform validate` locally.',
      'For missing variables, set `TF_VAR_name` or a tfvars file in the job; after a change of backend, `terraform init -reconfigure`.',
    ],
    examples: {
      match: [
        { text: '│ Error: Unsupported argument', captures: { message: 'Unsupported argument' } },
        { text: 'Error: No value for required variable' },
      ],
      miss: ['Success! The configuration is valid.'],
    },
  },
  {
    id: 'terraform/fmt',
    category: 'lint',
    title: 'Terraform files are not formatted',
    needles: ['terraform fmt', 'tofu fmt', 'terragrunt hclfmt', 'hcl fmt'],
    pattern:
      /(?:terraform|tofu) fmt[^\n]{0,120}(?:failed|exit(?:ed)?|Failed)|are not formatted correctly[^\n]{0,60}(?:terraform|tofu) fmt|[Rr]un [`'"]?(?:terraform|tofu) fmt/,
    role: 'summary',
    extent: { before: 5 },
    transient: 0.01,
    explanation: '`fmt -check` found files that it would format in another way.',
    remedies: ['Run `terraform fmt -recursive` and commit.'],
    examples: {
      match: [{ text: 'terraform fmt -check -recursive failed with exit code 3' }],
      miss: ['terraform fmt -check -recursive'],
    },
  },
  {
    id: 'terraform/credentials',
    category: 'auth',
    title: 'Terraform has no valid credentials',
    needles: [
      'no valid credential sources',
      'error configuring terraform',
      'error building azurerm',
      'unable to list provider registration',
      'could not find default credentials',
      'failed to get existing workspaces',
      'required token could not be found',
      'error configuring the backend',
      'retrieving aws credentials',
      'unable to build authorizer',
    ],
    pattern:
      /No valid credential sources found|Error: (?:[Ee]rror building (?:AzureRM|ARM|account)|unable to build authorizer|Required token could not be found|Failed to get existing workspaces|Error configuring the backend|configuring Terraform AWS Provider|validating provider credentials)|could not find default credentials|unable to list provider registration status/i,
    extent: { while: /^[│╷╵ ]/ },
    transient: 0.04,
    explanation: 'The provider or the backend found no login, or an expired one.',
    remedies: [
      'Log in before init (OIDC role, service principal, key file), in this job and step.',
      'Check that secrets are available to this event: forks get none.',
    ],
    examples: {
      match: [
        { text: '│ Error: No valid credential sources found' },
        { text: 'Error: error building AzureRM Client: please ensure you have installed Azure CLI' },
      ],
      miss: ['Successfully configured the backend "s3"!'],
    },
  },
  {
    id: 'terraform/drift',
    category: 'deploy',
    title: 'The plan has changes where none were expected',
    needles: [
      'drift detected',
      'changes detected',
      'provider produced inconsistent',
      'saved plan is stale',
      'objects have changed outside',
    ],
    pattern:
      /Error: (?:Provider produced inconsistent (?:result|final plan)|Saved plan is stale|Instance cannot be destroyed|Plan (?:has|contains) changes)|\b[Dd]rift detected\b/,
    extent: { while: /^[│╷╵ ]/ },
    transient: 0.1,
    explanation: 'What exists differs from the code or from the saved plan.',
    remedies: [
      'Read the plan, and apply it or take the change over into the code.',
      'For a stale plan, plan again and apply at once.',
    ],
    examples: {
      match: [{ text: 'Error: Saved plan is stale' }, { text: 'Drift detected in 3 resources' }],
      miss: ['No changes. Your infrastructure matches the configuration.'],
    },
  },
  {
    id: 'terraform/failed',
    category: 'deploy',
    title: 'Terraform failed: {message}',
    needles: ['error: '],
    pattern:
      /^(?:##\[error\])?(?:[│╷] ?Error: |Error: (?=(?:error )?(?:creating|updating|deleting|reading|waiting for) [A-Z]))(?<message>[^\n]{3,200})/,
    role: 'summary',
    extent: { while: /^[│╷╵]/ },
    transient: 0.12,
    explanation: 'A resource could not be read, created or changed; the cloud’s own answer stands in the message.',
    remedies: ['Read the message and the resource named below it.'],
    examples: {
      match: [
        { text: 'Error: creating S3 Bucket (cart): BucketAlreadyExists' },
        {
          text: '│ Error: creating EC2 Instance: operation error EC2: RunInstances',
          captures: { message: 'creating EC2 Instance: operation error EC2: RunInstances' },
        },
      ],
      miss: ['Error: Unsupported argument'],
    },
  },
  {
    id: 'terraform/terragrunt',
    category: 'deploy',
    title: 'Terragrunt failed',
    needles: ['terragrunt', 'error(s) occurred', 'module failed'],
    pattern:
      /Terragrunt will not proceed|level=error msg=(?:[^\n]{0,80})?(?:Module|Unit) \S{1,200} has finished with an error|ERROR +(?:terraform|tofu) invocation failed in/,
    role: 'summary',
    extent: { before: 1, after: 3 },
    transient: 0.12,
    explanation: 'One of the units that Terragrunt runs ended with an error; its own output stands above.',
    remedies: ['Find the first “Error:” block above.'],
    examples: {
      match: [{ text: 'ERROR  terraform invocation failed in ./cart/.terragrunt-cache/x' }],
      miss: ['terragrunt version v0.60'],
    },
  },
]
