import type { Rule } from '../model/rule.ts'

/** Fly.io. */
export const rules: readonly Rule[] = [
  {
    id: 'fly/failed',
    category: 'deploy',
    title: 'The Fly.io deployment failed',
    needles: [
      'no access token available',
      'failed to fetch an image or build from source',
      'smoke checks for',
      'timeout reached waiting for',
      'unrecoverable error: ',
      'health checks for',
    ],
    pattern:
      /no access token available|failed to fetch an image or build from source|smoke checks for \S{1,40} failed|timeout reached waiting for (?:health ?checks|machine)|Error: release_command failed/i,
    extent: { after: 3 },
    transient: 0.2,
    explanation: 'The image did not build, the machines did not become healthy, or no token is set.',
    remedies: ['Read `fly logs` for the machine; set FLY_API_TOKEN.'],
    examples: {
      match: [
        { text: 'Error: failed to fetch an image or build from source: error building: failed to solve' },
        { text: "Error: no access token available. Please login with 'flyctl auth login'" },
      ],
      miss: ['Waiting for health checks to pass'],
    },
  },
]
