import type { Rule } from '../model/rule.ts'

/** The Groovy compiler. */
export const rules: readonly Rule[] = [
  {
    id: 'groovy/error',
    category: 'compile',
    title: 'Groovy: {message}',
    needles: ['MultipleCompilationErrorsException', 'startup failed:', '.groovy: '],
    pattern:
      /MultipleCompilationErrorsException: startup failed|^startup failed:|(?:^|\s)(?<file>\S{1,200}\.groovy): (?<line>\d+): (?<message>[^\n]{1,200}) @ line \d+/,
    extent: { after: 3 },
    transient: 0.01,
    explanation: 'A Groovy source, build script or Jenkinsfile does not compile.',
    remedies: ['Correct the line named below.'],
    examples: {
      match: [
        { text: 'org.codehaus.groovy.control.MultipleCompilationErrorsException: startup failed:' },
        { text: 'Cart.groovy: 12: unable to resolve class Item @ line 12, column 3.', captures: { line: '12' } },
      ],
      miss: ['Groovy: 3.0.9'],
    },
  },
]
