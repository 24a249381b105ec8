import type { Rule } from '../model/rule.ts'

/** Ant. */
export const rules: readonly Rule[] = [
  {
    id: 'ant/failed',
    category: 'unknown',
    role: 'summary',
    title: 'Ant failed at {file}:{line}',
    needles: ['build.xml:', '.xml:'],
    pattern:
      /^(?<file>\S{1,250}\.xml):(?<line>\d+): (?!element )(?<message>(?:Compile failed|The following error|Execute failed|Java returned|exec returned|Tests? failed|.{0,120}(?:does not exist|failed|not found|returned))[^\n]{0,200})/,
    transient: 0.05,
    explanation: 'Ant names the place in the build file whose task failed.',
    remedies: ['Read the output of the task above.'],
    examples: {
      match: [
        { text: '/srv/cart/build.xml:12: Compile failed; see the compiler error output for details.', captures: { line: '12' } },
      ],
      miss: ['Buildfile: /srv/cart/build.xml'],
    },
  },
]
