import type { Rule } from '../model/rule.ts'

/** Meson and Ninja. */
export const rules: readonly Rule[] = [
  {
    id: 'meson/error',
    category: 'dependency',
    title: 'Meson: {message} ({file}:{line})',
    needles: ['meson.build:'],
    pattern: /(?:^|\s)(?<file>\S{0,200}meson\.build):(?<line>\d+):\d+: ERROR: (?<message>[^\n]{1,250})/,
    extent: { before: 2, after: 1 },
    transient: 0.02,
    explanation: 'The configuration step stopped, mostly because a library or program is missing or too old.',
    remedies: ['Install what the message names, or switch the feature off.'],
    examples: {
      match: [{ text: 'meson.build:12:0: ERROR: Dependency "acme-1.2" not found, tried pkgconfig', captures: { line: '12' } }],
      miss: ['Run-time dependency acme found: YES 1.2'],
    },
  },
  {
    id: 'ninja/failed',
    category: 'compile',
    role: 'summary',
    title: 'building {target} failed',
    needles: ['FAILED: '],
    pattern:
      /^(?:[^\n]{0,30}?\s)?FAILED: (?:\[code=\d+\] )?(?<target>[\w./+@-]{1,250}\.\w{1,12}|[\w./+@-]{0,150}\/[\w./+@-]{1,150})\s*$/,
    extent: { after: 3 },
    transient: 0.02,
    explanation: 'Ninja shows the output file, the command and its output.',
    remedies: ['Read the error after the command.'],
    examples: {
      match: [
        { text: 'FAILED: CMakeFiles/cart.dir/src/cart.cpp.o ', captures: { target: 'CMakeFiles/cart.dir/src/cart.cpp.o' } },
      ],
      miss: ['FAILED: addsTwoItems'],
    },
  },
]
