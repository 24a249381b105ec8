import type { Rule } from '../model/rule.ts'

/** Runners of monorepos: Lerna, Nx, Turborepo and others. */
export const rules: readonly Rule[] = [
  {
    id: 'monorepo/task-failed',
    category: 'unknown',
    role: 'symptom',
    title: 'the task {task} failed in the monorepo',
    needles: ['lerna ERR!', 'Running target', 'Ran target', 'Failed tasks:', 'run failed: command', 'Failed:    ', ': command ('],
    pattern:
      /lerna ERR! (?<task>[^\n]{1,120} exited \d+ in '[^'\n]{1,100}')|NX {2,4}Running target[^\n]{0,150} failed|^\s*Failed tasks:|ERROR {2,4}run failed: command|^\s*Failed: {2,6}(?<turbo>\S{1,100}#\S{1,60})|^\S{1,100}#\S{1,60}: command \([^)\n]{1,200}\)[^\n]{0,100}exited \(\d+\)/,
    extent: { after: 2 },
    transient: 0.1,
    explanation: 'The task runner names the package whose script failed; its output stands above.',
    remedies: ['Read the output of that package above.'],
    examples: {
      match: [
        { text: ' ERROR  run failed: command  exited (1)' },
        { text: 'Failed:    @acme/cart#build', captures: { turbo: '@acme/cart#build' } },
      ],
      miss: ['Tasks:    3 successful, 3 total'],
    },
  },
]
