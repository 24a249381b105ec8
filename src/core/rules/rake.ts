import type { Rule } from '../model/rule.ts'

/** Rake and Rails tasks. */
export const rules: readonly Rule[] = [
  {
    id: 'rake/config',
    category: 'config',
    title: 'rake: {message}',
    needles: ['No Rakefile found', "Don't know how to build task"],
    pattern: /(?<message>No Rakefile found[^\n]{0,80}|Don't know how to build task '?[^\n]{1,100})/,
    extent: { before: 1 },
    transient: 0.01,
    explanation: 'rake runs in a directory without Rakefile (some CI run it by default for Ruby), or the task does not exist.',
    remedies: ['Name the right script in the CI file, or add the task.'],
    examples: {
      match: [
        { text: 'No Rakefile found (looking for: rakefile, Rakefile, rakefile.rb, Rakefile.rb)' },
        { text: "Don't know how to build task 'lint' (See the list of available tasks with `rake --tasks`)" },
      ],
      miss: ['rake aborted!'],
    },
  },
  {
    id: 'rake/aborted',
    category: 'unknown',
    role: 'summary',
    title: 'rake aborted',
    needles: ['rake aborted!', 'rails aborted!'],
    pattern: /^(?:[^\n]{0,40}?\s)?(?:rake|rails) aborted!/,
    extent: { after: 2, while: /^\s*\/|^Tasks: TOP|^Caused by/ },
    transient: 0.08,
    explanation: 'A task raised; the error stands in the next line.',
    remedies: ['Read the next lines, and the output of the task above.'],
    examples: { match: [{ text: 'rake aborted!' }], miss: ['rake test'] },
  },
]
