import type { Rule } from '../model/rule.ts'

/** vcpkg. */
export const rules: readonly Rule[] = [
  {
    id: 'vcpkg/failed',
    category: 'dependency',
    title: 'vcpkg: {message}',
    needles: [
      'failed with: BUILD_FAILED',
      'failed with: POST_BUILD',
      'while loading baseline version',
      'error: building ',
      'vcpkg install failed',
    ],
    pattern:
      /error: (?<message>building \S{1,100} failed with: \w{1,40}|while loading baseline version[^\n]{0,100})|vcpkg install failed/,
    extent: { after: 3 },
    transient: 0.1,
    explanation: 'A port did not build, or the baseline does not have it; the log file is named below.',
    remedies: ['Read the log of the port; update the baseline or install what it misses.'],
    examples: {
      match: [{ text: 'error: building acme:x64-linux failed with: BUILD_FAILED' }],
      miss: ['Installing 1/3 acme:x64-linux...'],
    },
  },
]
