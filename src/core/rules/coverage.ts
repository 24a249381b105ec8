import type { Rule } from '../model/rule.ts'

/** Thresholds of test coverage. */
export const rules: readonly Rule[] = [
  {
    id: 'coverage/threshold',
    category: 'lint',
    title: 'test coverage is below the threshold',
    needles: [
      'threshold',
      'fail-under',
      'test coverage of',
      'minimum coverage',
      'expected minimum is',
      'Expected minimum coverage',
      'is below the specified',
    ],
    pattern:
      /[Cc]overage threshold for \w+ \([\d.]+%\) not met|Coverage for \w+ \([\d.]+%\) does not meet|Coverage failure: total of|Required test coverage of [\d.]+% not reached|is below the expected minimum coverage|^(?!\[WARN)[^\n]{0,60}?Rule violated for \w+ [^\n]{1,150}: \w+ covered ratio is|Coverage is below the failure threshold|total \w+ coverage is below the specified|Expected minimum coverage of [\d.]+%|does not meet (?:the )?(?:global )?threshold/,
    extent: { before: 1 },
    transient: 0.03,
    explanation: 'The tests pass, but cover less of the code than the project demands.',
    remedies: ['Test the new code, or lower the threshold on purpose.'],
    examples: {
      match: [
        { text: 'Jest: "global" coverage threshold for statements (80%) not met: 75.5%' },
        { text: 'FAIL Required test coverage of 80% not reached. Total coverage: 75.00%' },
        { text: 'Coverage failure: total of 75 is less than fail-under=80' },
      ],
      miss: ['Required test coverage of 80% reached. Total coverage: 85.00%'],
    },
  },
]
