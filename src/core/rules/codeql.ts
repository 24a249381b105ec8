import type { Rule } from '../model/rule.ts'

/** CodeQL. */
export const rules: readonly Rule[] = [
  {
    id: 'github-setup/codeql',
    category: 'compile',
    title: 'CodeQL could not build or analyse the code',
    needles: [
      'codeql',
      'autobuild',
      'code scanning is not enabled',
      'advanced security must be enabled',
      'no source code seen',
      'no code found during the build',
      'analyses from advanced configurations',
    ],
    pattern:
      /We were unable to automatically build your code|No (?:source )?code (?:was )?(?:seen|found) during the build|CodeQL (?:detected code written in|could not process any)|Encountered a fatal error while running "[^"\n]{1,200}codeql|(?:Code scanning|Advanced Security) (?:is not|must be) enabled for this repository|CodeQL analyses from advanced configurations cannot be processed/i,
    extent: { after: 3 },
    transient: 0.05,
    explanation: 'The scanner needs a build that it can watch, and the feature switched on for the repository.',
    remedies: [
      'Give the build steps by hand in place of autobuild, or `build-mode: none`.',
      'Switch off default setup if a workflow does the scan.',
    ],
    examples: {
      match: [
        {
          text: '##[error]We were unable to automatically build your code. Please replace the call to the autobuild action with your custom build steps.',
        },
        { text: '##[error]Advanced Security must be enabled for this repository to use code scanning.' },
      ],
      miss: ['CodeQL scanned 12 out of 12 files'],
    },
  },
]
