import type { Rule } from '../model/rule.ts'

/** Firebase. */
export const rules: readonly Rule[] = [
  {
    id: 'firebase/auth',
    category: 'auth',
    title: 'Firebase refuses the deployment',
    needles: [
      'failed to authenticate, have you run firebase login',
      'failed to get firebase project',
      'http error: 401, request had invalid',
      'http error: 403, the caller',
      'firebase login',
      'firebase',
    ],
    pattern:
      /Failed to authenticate, have you run .{0,3}firebase login|Failed to get Firebase project (?<symbol>[\w-]{1,60})|HTTP Error: 40[13], (?:Request had invalid|The caller does not)|Authentication Error: Your credentials are no longer valid/,
    transient: 0.04,
    explanation: 'The service account or token is missing, expired, or has no rights in that project.',
    remedies: [
      'Use a service account with the role it needs; `firebase login:ci` tokens are deprecated.',
      'Check the project id.',
    ],
    examples: {
      match: [
        { text: 'Error: Failed to authenticate, have you run firebase login?' },
        {
          text: 'Error: Failed to get Firebase project cart-prod. Please make sure the project exists',
          captures: { symbol: 'cart-prod' },
        },
      ],
      miss: ['firebase deploy --only hosting'],
    },
  },
]
