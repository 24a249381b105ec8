import type { Rule } from '../model/rule.ts'

/** Spotless. */
export const rules: readonly Rule[] = [
  {
    id: 'spotless/violation',
    category: 'lint',
    title: 'Spotless or another JVM formatter: files are not formatted',
    needles: [
      'had format violations',
      'spotlessApply',
      'spotless:apply',
      'has not been previously formatted',
      'files are not formatted',
      'must be formatted',
      'not formatted properly',
    ],
    pattern:
      /The following files had format violations|Run '[^'\n]{0,40}spotless(?:Apply|:apply)|File '(?<file>[^'\n]{1,250})' has not been previously formatted|The following files are not formatted|\b\d{1,7} files? must be formatted|has not been formatted properly/,
    extent: { while: /^\s+\S/ },
    transient: 0.01,
    explanation:
      'The formatter of the build (Spotless, google-java-format, scalafmt) would change files; the difference stands below.',
    remedies: ['Run the apply task (`./gradlew spotlessApply`, `mvn spotless:apply`, `sbt scalafmtAll`), and commit.'],
    examples: {
      match: [
        { text: '  The following files had format violations:' },
        { text: '[error] (scalafmtCheckAll) 3 files must be formatted' },
      ],
      miss: ['> Task :spotlessCheck UP-TO-DATE'],
    },
  },
]
