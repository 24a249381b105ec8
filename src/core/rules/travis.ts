import type { Rule } from '../model/rule.ts'

/** Travis CI. */
export const rules: readonly Rule[] = [
  {
    id: 'travis/no-output',
    category: 'timeout',
    title: 'Nothing was printed for {limit} minutes',
    needles: ['no output has been received in the last'],
    pattern: /No output has been received in the last (?<limit>\d{1,4}m?)/,
    extent: { before: 3, after: 3 },
    transient: 0.45,
    explanation: 'Travis stops a job that is silent for ten minutes: something hangs, waits for input, or works without a word.',
    remedies: ['Look at the last command: what can hang in it?', 'Prefix slow commands with `travis_wait 30`.'],
    examples: {
      match: [
        {
          text: 'No output has been received in the last 10m0s, this potentially indicates a stalled build or something wrong with the build itself.',
          captures: { limit: '10m' },
        },
      ],
      miss: ['Output has been received'],
    },
  },
  {
    id: 'travis/time-limit',
    category: 'timeout',
    title: 'The job exceeded the time limit of Travis',
    needles: ['exceeded the maximum time limit for jobs', 'job exceeded the maximum', 'the job exceeded'],
    pattern: /exceeded the maximum time limit for jobs/,
    extent: { before: 2, after: 1 },
    transient: 0.3,
    explanation: 'A job of Travis may take 50 minutes (120 for paid plans).',
    remedies: ['Cache more, split the job, or find what became slow.'],
    examples: {
      match: [{ text: 'The job exceeded the maximum time limit for jobs, and has been terminated.' }],
      miss: ['time limit for jobs: 50 minutes'],
    },
  },
  {
    id: 'travis/log-limit',
    category: 'resource',
    title: 'The log exceeded the limit of Travis',
    needles: ['the log length has exceeded', 'the job exceeded the maximum log length'],
    pattern: /log length has exceeded the limit of \d{1,4} MB|exceeded the maximum log length/i,
    extent: { before: 2, after: 2 },
    transient: 0.1,
    explanation:
      'Travis stops a job whose log grows over 4 MB, often because it repeats an error forever or a tool is too verbose.',
    remedies: ['Print less, or write the log to a file and show its end on failure.'],
    examples: {
      match: [
        {
          text: 'The log length has exceeded the limit of 4 MB (this usually means that the test suite is raising the same exception over and over).',
        },
      ],
      miss: ['log length: 12 kB'],
    },
  },
  {
    id: 'travis/worker-error',
    category: 'runner',
    title: 'Travis had an error of its own',
    needles: [
      'an error occurred while generating the build script',
      'we are sorry',
      'could not fetch .travis.yml',
      'an error occurred within the worker',
      'your build has been stopped',
      'worker information is missing',
      'done: job cancelled',
      'done: job cancel',
    ],
    pattern:
      /An error occurred while generating the build script|Could not fetch \.travis\.yml|Your build has been stopped|Done: Job Cancel/i,
    transient: 0.6,
    explanation: 'The service did not start or finish the job, or somebody cancelled it.',
    remedies: ['Restart the job; look at the status page of Travis.'],
    examples: {
      match: [{ text: 'An error occurred while generating the build script.' }, { text: 'Done: Job Cancelled' }],
      miss: ['Done. Your build exited with 1.'],
    },
  },
  {
    id: 'travis/setup-failed',
    category: 'config',
    title: "A set-up command failed: '{command}'",
    needles: [
      'failed and exited with',
      'your build has been stopped',
      'apt-get install failed',
      'failed to install',
      'unable to download',
    ],
    pattern:
      /The command "(?<command>[^\n]{1,250}?)" failed and exited with (?<code>[1-9]\d{0,2}) during|^apt-get(?:\.diagnostics)? install failed|The command (?<bare>[^\n"]{1,200}) failed and exited with [1-9]\d{0,2} during/,
    role: 'summary',
    extent: { before: 4, after: 2 },
    transient: 0.2,
    explanation: 'A command of the set-up phases (before_install, install, before_script) failed, and Travis stopped at once.',
    remedies: ['Read what this command printed above.'],
    examples: {
      match: [
        { text: 'The command "npm ci" failed and exited with 1 during install.', captures: { command: 'npm ci', code: '1' } },
      ],
      miss: ['The command "npm test" exited with 1.'],
    },
  },
  {
    id: 'travis/command-exited',
    category: 'unknown',
    title: 'A command ended with exit code {code}',
    needles: ['exited with'],
    pattern: /^The command "[^\n]{0,400}?" exited with (?<code>[1-9]\d{0,2})\.|^" exited with (?<multi>[1-9]\d{0,2})\./,
    role: 'symptom',
    transient: 0.15,
    explanation: 'The echo of a command that failed; its own output stands above.',
    remedies: ['Read what this command printed above.'],
    examples: {
      match: [{ text: 'The command "make test" exited with 2.', captures: { code: '2' } }],
      miss: ['The command "make test" exited with 0.'],
    },
  },
  {
    id: 'travis/build-exited',
    category: 'unknown',
    title: 'The build ended with exit code {code}',
    needles: ['done. your build exited with'],
    pattern: /^Done\. Your build exited with (?<code>[1-9]\d{0,2})\./,
    role: 'symptom',
    transient: 0.15,
    explanation: 'The last line of a failed job.',
    remedies: ['Find the first command that “exited with” a number other than 0.'],
    examples: {
      match: [{ text: 'Done. Your build exited with 1.', captures: { code: '1' } }],
      miss: ['Done. Your build exited with 0.'],
    },
  },
]
