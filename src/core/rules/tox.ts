import type { Rule } from '../model/rule.ts'

/** tox and nox. */
export const rules: readonly Rule[] = [
  {
    id: 'tox/failed',
    category: 'unknown',
    role: 'symptom',
    title: 'tox or nox: {command} failed',
    needles: [
      'InvocationError for command',
      'commands failed',
      'FAIL code ',
      'nox > Session',
      'nox > Command',
      'evaluation failed :(',
    ],
    pattern:
      /InvocationError for command|^(?:ERROR: {2,3})?(?<command>[\w.-]{1,60}): (?:commands failed|FAIL code \d+|exit \d+ \(|parallel child exit code)|nox > (?:Session (?<session>\S{1,60}) failed|Command .{1,200} failed with exit code)|evaluation failed :\(/,
    transient: 0.1,
    explanation: 'tox or nox says which environment failed; the output of its command stands above.',
    remedies: ['Read the lines above.'],
    examples: {
      match: [
        { text: 'py311: FAIL code 1 (1.23=setup[0.12]+cmd[1.11] seconds)', captures: { command: 'py311' } },
        { text: 'ERROR: InvocationError for command /srv/cart/.tox/py311/bin/pytest (exited with code 1)' },
      ],
      miss: ['  py311: OK (1.23 seconds)'],
    },
  },
]
