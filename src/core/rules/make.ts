import type { Rule } from '../model/rule.ts'

/** make. */
export const rules: readonly Rule[] = [
  {
    id: 'make/no-rule',
    category: 'config',
    title: 'make does not know how to make {target}',
    needles: [
      'No rule to make target',
      'No targets specified and no makefile',
      'missing and no known rule to make it',
      'unknown target',
      'No targets.  Stop',
      "loading 'build.ninja'",
    ],
    pattern:
      /\*\*\* No rule to make target [`'](?<target>[^'\n]{1,200})'|\*\*\* No targets(?:\.| specified and no makefile found)|ninja: error: (?:'(?<target2>[^'\n]{1,200})', needed by|unknown target '(?<target3>[^'\n]{1,120})'|loading 'build\.ninja')/,
    transient: 0.02,
    explanation:
      'The target or a file it needs does not exist and no rule makes it: a typing error, a file that is not committed or generated, or the wrong directory.',
    remedies: ['Check the name and directory; commit or generate the file that is needed.'],
    examples: {
      match: [
        { text: "make: *** No rule to make target 'lint'.  Stop.", captures: { target: 'lint' } },
        {
          text: "ninja: error: 'src/cart.c', needed by 'cart.o', missing and no known rule to make it",
          captures: { target2: 'src/cart.c' },
        },
      ],
      miss: ["make: Nothing to be done for 'all'."],
    },
  },
  {
    id: 'make/makefile',
    category: 'config',
    title: 'makefile error at {file}:{line}: {message}',
    needles: ['Stop.'],
    pattern: /^(?:[^\n]{0,40}?\s)?(?<file>[\w./+-]{1,150}):(?<line>\d+): \*\*\* (?<message>[^\n]{1,200}?)\. {1,2}Stop\./,
    transient: 0.02,
    explanation:
      'make stopped at a line of a makefile: wrong syntax (spaces instead of a tab), or a check of the project that calls $(error).',
    remedies: ['Do what the message says, or correct the line.'],
    examples: {
      match: [
        {
          text: 'Makefile:12: *** missing separator.  Stop.',
          captures: { file: 'Makefile', line: '12', message: 'missing separator' },
        },
      ],
      miss: ["make: *** No rule to make target 'lint'.  Stop."],
    },
  },
  {
    id: 'make/error',
    category: 'unknown',
    role: 'symptom',
    title: 'make repeats that a command failed ({target})',
    needles: ['make: ***', 'make[', 'gmake', 'ninja: build stopped', 'scons: ', 'Waiting for unfinished jobs'],
    pattern:
      /\b(?:g|mingw32-)?make(?:\[\d+\])?: \*\*\* (?:\[(?<target>[^\]\n]{1,200})\] |Waiting)|ninja: build stopped|scons: (?:\*\*\* \[|building terminated)/,
    transient: 0.1,
    explanation: 'The command of a rule returned an error; its output stands above.',
    remedies: ['Read the lines above.'],
    examples: {
      match: [
        { text: 'make[1]: *** [Makefile:12: test] Error 2', captures: { target: 'Makefile:12: test' } },
        { text: 'ninja: build stopped: subcommand failed.' },
      ],
      miss: ['make: [Makefile:12: clean] Error 1 (ignored)'],
    },
  },
]
