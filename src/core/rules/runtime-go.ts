import type { Rule } from '../model/rule.ts'

/** Go programs that panic. */
export const rules: readonly Rule[] = [
  {
    id: 'runtime-go/panic',
    category: 'crash',
    title: 'A Go program panicked: {message}',
    needles: ['panic: ', 'fatal error: all goroutines', 'fatal error: concurrent map'],
    pattern:
      /^(?:\S{1,40}\s*\| )?(?:panic: (?!test timed out)|fatal error: (?=all goroutines are asleep|concurrent map|unexpected signal))(?<message>[^\n]{3,200})/,
    role: 'summary',
    extent: { while: /^\s*$|^goroutine |^\t|^\[signal|^[^\s(]{1,300}\([^\n]{0,600}\)$|^created by/ },
    transient: 0.12,
    explanation: 'A Go program stopped at a bug: a nil pointer, an index outside of a slice, or a deadlock.',
    remedies: ['The first frame of your own code below “goroutine … [running]” is where to look.'],
    examples: {
      match: [
        {
          text: 'panic: runtime error: invalid memory address or nil pointer dereference',
          captures: { message: 'runtime error: invalid memory address or nil pointer dereference' },
        },
        { text: 'fatal error: all goroutines are asleep - deadlock!' },
      ],
      miss: ['panic: test timed out after 10m0s'],
    },
  },
]
