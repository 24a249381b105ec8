import type { Rule } from '../model/rule.ts'

/** Cloudflare: API and wrangler. */
export const rules: readonly Rule[] = [
  {
    id: 'cloudflare/auth',
    category: 'auth',
    title: 'Cloudflare refuses the request',
    needles: [
      'a request to the cloudflare api',
      'authentication error [code',
      'cloudflare_api_token',
      'unable to authenticate request',
      'wrangler',
    ],
    pattern:
      /Authentication error \[code: (?<code>\d{4,6})\]|necessary to set a CLOUDFLARE_API_TOKEN|Unable to authenticate request|Invalid (?:access token|request headers) \[code: \d{4,6}\]/,
    extent: { before: 1, after: 2 },
    transient: 0.05,
    explanation: 'The API token is missing, or lacks the permission for this account or zone.',
    remedies: [
      'Set CLOUDFLARE_API_TOKEN and CLOUDFLARE_ACCOUNT_ID in this step, with the permissions of the template for Workers or Pages.',
    ],
    examples: {
      match: [
        { text: '  Authentication error [code: 10000]', captures: { code: '10000' } },
        {
          text: "✘ [ERROR] In a non-interactive environment, it's necessary to set a CLOUDFLARE_API_TOKEN environment variable for wrangler to work.",
        },
      ],
      miss: ['⛅️ wrangler 3.90.0'],
    },
  },
  {
    id: 'cloudflare/wrangler',
    category: 'deploy',
    title: 'wrangler could not deploy',
    needles: ['a request to the cloudflare api', 'build failed with', 'could not resolve', "the process 'npx'"],
    pattern: /A request to the Cloudflare API \((?<file>[^)\n]{1,200})\) failed/,
    extent: { while: /^\s+\S/ },
    role: 'summary',
    transient: 0.15,
    explanation: 'Cloudflare’s API refused the upload or the change; the next line says why.',
    remedies: ['Read the next lines for the code.'],
    examples: {
      match: [{ text: '✘ [ERROR] A request to the Cloudflare API (/accounts/11/workers/scripts/cart) failed.' }],
      miss: ['Uploaded cart (2.31 sec)'],
    },
  },
]
