import type { Rule } from '../model/rule.ts'

/** Identity tokens of GitHub Actions. */
export const rules: readonly Rule[] = [
  {
    id: 'github-oidc/no-token',
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
]
