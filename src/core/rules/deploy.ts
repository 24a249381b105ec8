import type { Rule } from '../model/rule.ts'

/** Deployments that fail, in the words that scripts of all kinds use. */
export const rules: readonly Rule[] = [
  {
    id: 'deploy/health-check',
    category: 'deploy',
    title: 'The health check after the deployment failed',
    needles: ['health check', 'healthcheck'],
    pattern:
      /^(?:##\[error\])?\s{0,8}(?:Error: |ERROR:? |error: |✖ |❌ )(?:[^\n]{0,60})?\b[Hh]ealth ?[Cc]hecks? (?:failed|timed out|did not pass|never passed|returned [1-9])/,
    role: 'summary',
    extent: { before: 2 },
    transient: 0.3,
    explanation: 'The new version was started and did not answer as healthy within its time.',
    remedies: ['Read the log of the new version; compare port, path and start-up time with what the check expects.'],
    examples: {
      match: [{ text: 'Error: Health check failed after 30 attempts' }],
      miss: ['Health check passed', 'test: health check failed is reported ... ok'],
    },
  },
  {
    id: 'deploy/failed',
    category: 'deploy',
    title: 'The deployment failed',
    needles: [
      'deployment failed',
      'deploy failed',
      'rollout failed',
      'deployment timed out',
      'deployment was rejected',
      'deployment rejected',
    ],
    pattern:
      /^(?:##\[error\])?\s{0,8}(?:Error: |ERROR:? |error: |✖ |❌ )?(?:The )?(?:[Dd]eployment|[Dd]eploy|[Rr]ollout) (?:has )?(?:failed|timed out|was rejected|rejected)\b/,
    role: 'summary',
    extent: { before: 2, after: 2 },
    transient: 0.2,
    explanation: 'A script says that its deployment did not work; the reason stands near.',
    remedies: ['Read the lines before this one, and the log of what was deployed.'],
    examples: {
      match: [{ text: 'Error: Deployment failed with the following errors:' }],
      miss: ['on deployment failed, notify the channel'],
    },
  },
]
