import type { Rule } from '../model/rule.ts'

/** Workflow files, actions and expressions that GitHub does not accept. */
export const rules: readonly Rule[] = [
  {
    id: 'github-workflow/invalid',
    category: 'config',
    title: "The workflow file '{file}' is invalid",
    needles: [
      'invalid workflow file',
      'the workflow is not valid',
      'error in your yaml syntax',
      'the template is not valid',
      'unexpected value',
      'error parsing called workflow',
      'error reading json from',
      'unrecognized named-value',
      'unrecognized function',
      'workflow file issue',
    ],
    pattern:
      /Invalid workflow file: ?(?<file>[\w./-]{3,200})?|The workflow is not valid\.|You have an error in your yaml syntax|The template is not valid\.|error parsing called workflow|Unrecognized (?:named-value|function): '(?<symbol>[^'\n]{1,80})'/,
    extent: { after: 2 },
    transient: 0.01,
    explanation: 'GitHub cannot read the workflow: YAML, an unknown key, or an expression that is wrong.',
    remedies: ['Run actionlint on the file.', 'Go to the line that the message names.'],
    examples: {
      match: [
        { text: 'Invalid workflow file: .github/workflows/ci.yml#L12', captures: { file: '.github/workflows/ci.yml' } },
        { text: "The workflow is not valid. .github/workflows/ci.yml (Line: 10, Col: 9): Unexpected value 'step'" },
        {
          text: "##[error]The template is not valid. .github/workflows/ci.yml (Line: 3, Col: 5): hashFiles('**/go.sum') failed.",
        },
      ],
      miss: ['Validating workflow files... ok'],
    },
  },
  {
    id: 'github-workflow/called-workflow',
    category: 'config',
    title: 'The call of a reusable workflow does not fit',
    needles: [
      'is required, but not provided while calling',
      'is not defined in the referenced workflow',
      'but is only allowed',
      'workflow was not found',
      'input is required',
      'invalid secret',
      'reusable workflows should be',
      'is not a valid workflow reference',
    ],
    pattern:
      /(?:[Ii]nput|[Ss]ecret) (?<symbol>[\w-]{1,80}) is required, but not provided while calling|is not defined in the referenced workflow|is requesting '[^'\n]{1,200}', but is only allowed '|error parsing called workflow[^\n]{0,200}workflow was not found/,
    transient: 0.01,
    explanation:
      'The caller lacks an input, secret or permission that the called workflow declares, passes one it does not know, or may not see it.',
    remedies: ['Compare `with:`, `secrets:` (or `secrets: inherit`) and `permissions:` with the called file at that ref.'],
    examples: {
      match: [
        { text: 'Secret CART_TOKEN is required, but not provided while calling.', captures: { symbol: 'CART_TOKEN' } },
        { text: "The nested job 'build' is requesting 'packages: write', but is only allowed 'packages: read'." },
      ],
      miss: ['Input name is optional'],
    },
  },
  {
    id: 'github-workflow/missing-input',
    category: 'config',
    title: "The input '{symbol}' of an action is missing",
    needles: [
      'input required and not supplied',
      'required input',
      'is a required input',
      'input is required',
      'must be supplied',
    ],
    pattern:
      /(?:Input required and not supplied: |(?:Required input|Missing required input):? ['"`]?|##\[error\](?:Error: )?['"`]?(?=[\w-]{1,60}['"`]? (?:input )?is (?:a )?required(?: input)?\b))(?<symbol>[\w-]{1,80})/,
    transient: 0.02,
    explanation:
      'The action wants an input that is empty: misspelt, or fed from a secret or output that does not exist here. Forks and Dependabot get no secrets.',
    remedies: [
      'Set the input under `with:`; check the secret or the step whose output it uses.',
      'Skip the step where secrets are missing (forks).',
    ],
    examples: {
      match: [
        { text: '##[error]Input required and not supplied: token', captures: { symbol: 'token' } },
        { text: '##[error]Error: `webhook` input is required' },
      ],
      miss: ["##[warning]Unexpected input(s) 'cart', valid inputs are ['token']"],
    },
  },
  {
    id: 'github-workflow/action-not-found',
    category: 'config',
    title: "The action '{package}' cannot be found",
    needles: [
      'unable to resolve action',
      "can't find 'action.yml'",
      'unable to find version',
      'missing download info',
      'is not allowed to be used',
      'are not allowed to be used',
      'is not allowed in',
      'could not find action',
    ],
    pattern:
      /(?:[Uu]nable to resolve action [`'"]?|Missing download info for )(?<package>[^`'",\s]{1,200})|Can't find 'action\.yml', 'action\.yaml' or 'Dockerfile' under|(?:is|are) not allowed (?:to be used )?in [^\n]{1,120}(?:because all actions|\. Actions in this workflow must be)/,
    transient: 0.06,
    explanation:
      'The repository, tag or path of an action does not exist or may not be used here; a local action needs a checkout first.',
    remedies: [
      'Check owner, name and tag of `uses:`.',
      'Run actions/checkout before `uses: ./…`.',
      'Ask for the action to be allowed by the organisation.',
    ],
    examples: {
      match: [
        {
          text: '##[error]Unable to resolve action `acme/cart@v9`, unable to find version `v9`',
          captures: { package: 'acme/cart@v9' },
        },
        {
          text: "##[error]Can't find 'action.yml', 'action.yaml' or 'Dockerfile' under '/home/runner/work/cart/cart/.github/actions/x'. Did you forget to run actions/checkout before running your local action?",
        },
      ],
      miss: ["Download action repository 'actions/checkout@v4' (SHA:1111)"],
    },
  },
  {
    id: 'github-workflow/action-download',
    category: 'network',
    title: 'An action could not be downloaded',
    needles: [
      'failed to download archive',
      'failed to download action',
      'failed to resolve action download',
      'an action could not be found at the uri',
    ],
    pattern:
      /^(?!##\[warning\])(?![^\n]{0,400}(?:[Ww]ill retry|[Bb]ack(?:ing)? off))(?:[^\n]{0,60}?\s)?(?:##\[error\])?(?:[^\n]{0,60}?\s)?(?:Failed to download a(?:rchive|ction) '|Failed to resolve action download info|An action could not be found at the URI|Action '[^'\n]{1,250}' download has timed out)/,
    extent: { before: 1 },
    transient: 0.85,
    explanation: 'GitHub’s own download of an action failed or timed out.',
    remedies: ['Re-run; look at githubstatus.com.'],
    examples: {
      match: [
        { text: "##[error]Failed to download archive 'https://codeload.github.com/acme/cart/tar.gz/1111' after 3 attempts." },
        { text: '##[error]Failed to resolve action download info. Error: Service Unavailable' },
      ],
      miss: [
        "##[warning]Failed to download action 'https://api.github.com/repos/acme/cart/tarball/1111'. Error: The request was canceled",
        "Failed to download action 'https://api.github.com/repos/acme/cart/tarball/1111'. Will retry in 12 seconds",
        '##[warning]Back off 12 seconds before retry. Failed to resolve action download info.',
        'Failed to download archive of cart, trying again',
      ],
    },
  },
  {
    id: 'github-workflow/deprecated',
    category: 'config',
    title: "The workflow uses a version that GitHub switched off: '{package}'",
    needles: [
      'uses a deprecated version of',
      'command is disabled',
      'has been removed',
      'node12',
      'is not supported on this runner',
    ],
    pattern:
      /automatically failed because it uses a deprecated version of [`'"]?(?<package>[^`'"\n]{3,120})|The [`'"]?(?:set-env|add-path|set-output|save-state)[`'"]? command is (?:disabled|deprecated and)[^\n]{0,40}(?:[Uu]pgrade|disabled)|using: node\d\d is not supported/,
    transient: 0.01,
    explanation: 'GitHub refuses old versions of its own actions and old workflow commands.',
    remedies: [
      'Move to the current major version of the action.',
      'Write to `$GITHUB_ENV`, `$GITHUB_PATH` and `$GITHUB_OUTPUT` in place of `::set-env` and its like.',
    ],
    examples: {
      match: [
        {
          text: '##[error]This request has been automatically failed because it uses a deprecated version of `actions/upload-artifact: v3`. Learn more: https://github.blog/',
          captures: { package: 'actions/upload-artifact: v3' },
        },
        { text: '##[error]The `set-env` command is disabled. Please upgrade to using Environment Files' },
      ],
      miss: ['##[warning]The `set-output` command is deprecated and will be disabled soon.'],
    },
  },
  {
    id: 'github-workflow/file-command',
    category: 'config',
    title: 'A step wrote an invalid line to GITHUB_ENV or GITHUB_OUTPUT',
    needles: ['unable to process file command', 'invalid format', 'matching delimiter not found', 'unable to process command'],
    pattern:
      /Unable to process (?:file )?command '[^'\n]{1,60}'|##\[error\]Invalid format '|Invalid value\. Matching delimiter not found/,
    extent: { after: 1 },
    transient: 0.02,
    explanation: 'Lines in these files are `name=value`; values with line breaks need the `name<<EOF` form.',
    remedies: ['Write multi-line values with a delimiter, and see that its last line ends with a newline.'],
    examples: {
      match: [
        { text: "##[error]Unable to process file command 'output' successfully." },
        { text: "##[error]Invalid format '  cart'" },
      ],
      miss: ['invalid formats: 0'],
    },
  },
  {
    id: 'github-workflow/script',
    category: 'config',
    title: 'The script of actions/github-script failed: {message}',
    needles: ['unhandled error:'],
    pattern: /^(?:##\[error\])?(?:Error: )?Unhandled error: (?<message>[^\n]{3,200})/,
    extent: { after: 1 },
    transient: 0.1,
    explanation: 'The inline JavaScript of the step threw an error: a bug in it, or an answer of the API that it did not expect.',
    remedies: ['Read the message; guard against what can be missing (no pull request, no artifact).'],
    examples: {
      match: [
        {
          text: "##[error]Unhandled error: TypeError: Cannot read properties of undefined (reading 'id')",
          captures: { message: "TypeError: Cannot read properties of undefined (reading 'id')" },
        },
      ],
      miss: ['Unhandled errors: none'],
    },
  },
  {
    id: 'github-workflow/concurrency',
    category: 'config',
    title: 'An environment or rule stops the job',
    needles: [
      'environment protection rules',
      'is not allowed to deploy',
      'required reviewers',
      'deployment was rejected',
      "was rejected or didn't satisfy",
    ],
    pattern:
      /is not allowed to deploy to [\w-]{1,60} due to environment protection rules|The deployment was rejected|was rejected or didn't satisfy other protection rules/,
    transient: 0.03,
    explanation: 'The environment allows only some branches or asks for an approval that was refused.',
    remedies: ['Allow the branch in the environment, or deploy from an allowed one.'],
    examples: {
      match: [{ text: 'Branch "dev" is not allowed to deploy to production due to environment protection rules.' }],
      miss: ['Environment: production'],
    },
  },
]
