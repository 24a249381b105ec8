import type { Rule } from '../model/rule.ts'

/** Julia: packages and tests. */
export const rules: readonly Rule[] = [
  {
    id: 'julia-test/failed',
    category: 'test',
    title: 'Julia: test failed at {file}:{line}',
    needles: ['Test Failed at', 'Error During Test at', 'Some tests did not pass', 'errored during testing'],
    pattern:
      /(?:Test Failed|Error During Test) at (?<file>[^\s:]{1,250}):(?<line>\d+)|Some tests did not pass: \d+ passed|ERROR: Package \S{1,80} errored during testing/,
    extent: { while: /^\s+\S/ },
    transient: 0.1,
    explanation: 'A `@test` of Julia was false or raised.',
    remedies: ['Read Expression and Evaluated below.'],
    examples: {
      match: [{ text: 'adds two: Test Failed at /srv/cart/test/runtests.jl:12', captures: { line: '12' } }],
      miss: ['     Testing Cart tests passed'],
    },
  },
  {
    id: 'julia-pkg/unsatisfiable',
    category: 'dependency',
    title: 'Julia: {message}',
    needles: ['Unsatisfiable requirements detected', 'not found in current path', 'ArgumentError: Package '],
    pattern:
      /(?<message>Unsatisfiable requirements detected for package \S{1,80}|ArgumentError: Package \S{1,80} (?:\[\w{1,40}\] )?(?:not found in current path|does not seem to be installed|is required but))/,
    extent: { while: /^\s*[├└│]|^\s+\S|^- / },
    transient: 0.03,
    explanation: 'No set of versions fits the compat bounds, or a package is not in the environment.',
    remedies: ['Adjust [compat], or add the package to Project.toml.'],
    examples: {
      match: [{ text: 'ERROR: Unsatisfiable requirements detected for package Acme [12345678]:' }],
      miss: ['  Resolving package versions...'],
    },
  },
]
