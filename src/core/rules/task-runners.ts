import type { Rule } from '../model/rule.ts'

/** Rake, Grunt, Gulp, Lerna, Nx, Turborepo, Bazel. */
export const rules: readonly Rule[] = [
  {
    id: 'grunt/failed',
    category: 'unknown',
    role: 'summary',
    title: 'Grunt or gulp: {message}',
    needles: ['Use --force to continue', 'Aborted due to warnings', "' errored after", 'Task never defined'],
    pattern:
      /(?:Warning|Fatal error): (?<message>[^\n]{1,200}?) Use --force to continue|^Aborted due to warnings\.|'(?<task>[^'\n]{1,80})' errored after|Task never defined: (?<missing>\S{1,80})/,
    extent: { after: 4 },
    transient: 0.08,
    explanation: 'A task of the build failed, or does not exist.',
    remedies: ['Read the output of the task above.'],
    examples: {
      match: [
        { text: 'Warning: Task "jshint:all" failed. Use --force to continue.' },
        { text: "[10:00:00] 'test' errored after 3.2 s", captures: { task: 'test' } },
      ],
      miss: ["[10:00:00] Finished 'test' after 3.2 s"],
    },
  },
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
  {
    id: 'bazel/error',
    category: 'compile',
    title: 'Bazel: {message}',
    needles: [
      'ERROR: /',
      'ERROR: C:',
      'no such package',
      'no such target',
      'ERROR: Analysis of target',
      'ERROR: Skipping',
      'ERROR: error loading',
      'ERROR: Error computing',
      'ERROR: Build did NOT',
    ],
    pattern:
      /^(?:##\[error\])?\s*(?:\([\d:]{8}\) )?ERROR: (?:(?<file>\S{1,250}):(?<line>\d+):\d+: )?(?<message>(?:no such (?:package|target)|Analysis of target|Skipping '|error loading|Error computing|in \S{1,60} rule|\S{1,80} (?:\S{1,150} )?failed: |name '|Traceback|syntax error|invalid|every rule|Couldn't|Executing|Linking|Compiling|GoCompile|Building|Testing)[^\n]{0,300})/,
    extent: { while: /^\s+\S|^(?:ERROR|Use --)|^\S+:\d+:\d+: / },
    transient: 0.04,
    explanation: 'Bazel could not load, analyse or build a target; the output of the action stands below.',
    remedies: ['Read the message of the compiler or rule below it.'],
    examples: {
      match: [
        {
          text: 'ERROR: /srv/cart/BUILD:12:3: Compiling cart/cart.cc failed: (Exit 1): gcc failed: error executing command',
          captures: { line: '12' },
        },
        { text: "ERROR: no such package 'cart/item': BUILD file not found in any of the following directories." },
      ],
      miss: ['INFO: Analyzed target //cart:cart'],
    },
  },
  {
    id: 'bazel/summary',
    category: 'unknown',
    role: 'symptom',
    title: 'Bazel did not complete the build',
    needles: ['Build did NOT complete successfully', 'Build completed, ', 'Executed '],
    pattern:
      /Build did NOT complete successfully|Build completed, \d+ tests? FAILED|^Executed \d+ out of \d+ tests?: [^\n]{0,80}fails? /,
    transient: 0.1,
    explanation: 'Bazel says that something above failed.',
    remedies: ['Read the first ERROR or FAIL above.'],
    examples: {
      match: [{ text: 'ERROR: Build did NOT complete successfully' }],
      miss: ['INFO: Build completed successfully, 12 total actions'],
    },
  },
]
