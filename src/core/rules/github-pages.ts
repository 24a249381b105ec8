import type { Rule } from '../model/rule.ts'

/** Deployments to GitHub Pages. */
export const rules: readonly Rule[] = [
  {
    id: 'github-pages/failed',
    category: 'deploy',
    title: 'The GitHub Pages deployment failed',
    needles: [
      'creating pages deployment failed',
      'failed to create deployment',
      'deployment failed, try again',
      'get pages site failed',
      'pages deployment',
      'no artifacts named "github-pages"',
      'timeout reached, aborting',
      'due to in progress deployment',
    ],
    pattern:
      /Creating Pages deployment failed|Failed to create deployment \(status: (?<code>\d{3})\)|Get Pages site failed|Deployment failed, try again later|No artifacts named "github-pages"|due to in progress deployment|Timeout reached, aborting!/,
    extent: { after: 2 },
    transient: 0.3,
    explanation:
      'GitHub refused or did not finish the deployment of the site: Pages is not enabled for Actions, the branch may not deploy, or the service had trouble.',
    remedies: [
      'Set the Pages source to “GitHub Actions”, and add `pages: write` and `id-token: write`.',
      'Allow the branch in the environment `github-pages`; else re-run.',
    ],
    examples: {
      match: [
        {
          text: '##[error]Error: Failed to create deployment (status: 404) with build version 1111. Ensure GitHub Pages has been enabled',
          captures: { code: '404' },
        },
      ],
      miss: ['Created deployment for 1111, ID: 1111'],
    },
  },
]
