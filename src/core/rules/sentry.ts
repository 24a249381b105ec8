import type { Rule } from '../model/rule.ts'

/** sentry-cli. */
export const rules: readonly Rule[] = [
  {
    id: 'sentry/refused',
    category: 'auth',
    title: 'sentry-cli could not reach Sentry with these credentials',
    needles: ['sentry reported an error', 'sentry-cli', 'auth token is required', 'sentry cli', 'sentry error'],
    pattern:
      /sentry reported an error: (?<message>[^\n]{3,120})|error: API request failed[^\n]{0,80}sentry|Auth token is required for this request|error: (?:An organization|A project) (?:ID or slug|slug|id) is required/i,
    extent: { before: 2, after: 2 },
    transient: 0.08,
    explanation: 'The token, organisation or project of the upload is missing or wrong.',
    remedies: ['Set SENTRY_AUTH_TOKEN, SENTRY_ORG and SENTRY_PROJECT, with the scopes project:releases and org:read.'],
    examples: {
      match: [
        {
          text: '  sentry reported an error: Invalid token (http status: 401)',
          captures: { message: 'Invalid token (http status: 401)' },
        },
      ],
      miss: ['> Found 1 release file with sentry-cli'],
    },
  },
]
