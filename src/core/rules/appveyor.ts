import type { Rule } from '../model/rule.ts'

/** AppVeyor. */
export const rules: readonly Rule[] = [
  {
    id: 'appveyor/time-limit',
    category: 'timeout',
    title: 'AppVeyor stopped the build',
    needles: ['build execution time has reached the maximum', 'build worker', 'stop build'],
    pattern: /Build execution time has reached the maximum allowed time/,
    transient: 0.35,
    explanation: 'AppVeyor’s time limit for a job (60 minutes by default) was reached.',
    remedies: ['Split the job or cache more.'],
    examples: {
      match: [{ text: 'Build execution time has reached the maximum allowed time for your plan (60 minutes).' }],
      miss: ['Build success'],
    },
  },
]
