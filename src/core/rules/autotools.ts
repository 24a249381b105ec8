import type { Rule } from '../model/rule.ts'

/** Autotools. */
export const rules: readonly Rule[] = [
  {
    id: 'autotools/configure',
    category: 'dependency',
    title: 'configure: {message}',
    needles: [
      'configure: error:',
      'possibly undefined macro',
      'automake: error',
      'aclocal: error',
      'autoreconf: error',
      'syntax error near unexpected token',
      "No package '",
      'Version mismatch error',
    ],
    pattern:
      /configure: error: (?<message>[^\n]{1,250})|configure\.(?:ac|in):\d+: error: (?<macro>[^\n]{1,150})|(?:automake|aclocal|autoreconf)(?:-[\d.]+)?: error: (?<message2>[^\n]{1,200})|^\s*No package '(?<package>[^'\n]{1,80})' found|libtool: Version mismatch error/,
    extent: { before: 1, after: 2 },
    transient: 0.03,
    explanation: 'The configure script, or the tools that make it, did not find a library, header, program or macro.',
    remedies: [
      'Install the -dev package, program, or m4 macros named (pkg-config, autoconf-archive, libtool).',
      'config.log has the test that failed.',
    ],
    examples: {
      match: [
        { text: 'configure: error: acme library not found', captures: { message: 'acme library not found' } },
        { text: "No package 'acme' found", captures: { package: 'acme' } },
        { text: 'configure.ac:12: error: possibly undefined macro: AC_ACME' },
      ],
      miss: ['checking for acme... no'],
    },
  },
]
