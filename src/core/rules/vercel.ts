import type { Rule } from '../model/rule.ts'

/** Vercel. */
export const rules: readonly Rule[] = [
  {
    id: 'vercel/auth',
    category: 'auth',
    title: 'Vercel refuses the deployment',
    needles: [
      'vercel',
      'no existing credentials found',
      'the specified token is not valid',
      'not a member of the team',
      'could not retrieve project settings',
      'project_unauthorized',
    ],
    pattern:
      /No existing credentials found\. Please|The specified token is not valid|Could not retrieve Project Settings|is not a member of (?:the|this) team|You must be a member of the team|Error: Not authorized: Trying to access resource under scope/i,
    transient: 0.03,
    explanation: 'The token or the ids of organisation and project are missing or wrong.',
    remedies: ['Set VERCEL_TOKEN, VERCEL_ORG_ID and VERCEL_PROJECT_ID in this job; renew the token.'],
    examples: {
      match: [{ text: 'Error: No existing credentials found. Please run `vercel login` or pass "--token"' }],
      miss: ['Vercel CLI 39.0.0'],
    },
  },
]
