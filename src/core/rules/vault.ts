import type { Rule } from '../model/rule.ts'

/** HashiCorp Vault. */
export const rules: readonly Rule[] = [
  {
    id: 'vault/refused',
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
