import type { Rule } from '../model/rule.ts'

/** Netlify. */
export const rules: readonly Rule[] = [
  {
    id: 'netlify/failed',
    category: 'deploy',
    title: 'The Netlify deployment failed',
    needles: [
      'netlify',
      'failing build:',
      'build script returned non-zero',
      'deploy failed',
      'site not found',
      'build was terminated',
    ],
    pattern:
      /Failing build: |Build script returned non-zero exit code|Error: (?:Site not found|Not authorized to view the currently linked project)|Deploy did not succeed|Netlify (?:build|deploy) failed/i,
    extent: { before: 2, after: 2 },
    role: 'summary',
    transient: 0.12,
    explanation: 'The build on Netlify or the upload failed; the command’s own output stands above.',
    remedies: ['Read the build output above; check NETLIFY_AUTH_TOKEN and NETLIFY_SITE_ID.'],
    examples: { match: [{ text: 'Failing build: Failed to build site' }], miss: ['Netlify Build completed in 12s'] },
  },
]
