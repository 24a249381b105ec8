import type { Rule } from '../model/rule.ts'

/** Errors of Erlang and Elixir programs. */
export const rules: readonly Rule[] = [
  {
    id: 'runtime-erlang/exception',
    category: 'crash',
    title: 'An Erlang or Elixir program stopped: {message}',
    needles: [
      '** (',
      'init terminating in do_boot',
      'runtime terminating during boot',
      '{"init terminating',
      'crash dump is being written',
    ],
    pattern:
      /^\s{0,8}\*\* \((?<code>(?!ExUnit|exit)[A-Z]\w{1,40}(?:\.\w{1,40}){0,4}|EXIT from #PID[^)\n]{1,40})\) (?<message>[^\n]{3,200})|init terminating in do_boot|Runtime terminating during boot|Crash dump is being written to/,
    role: 'summary',
    extent: { before: 1, after: 3 },
    transient: 0.08,
    explanation: 'A process of the virtual machine ended with an error that nobody handled.',
    remedies: ['Read the message; the first line of your own application in the trace is where to look.'],
    examples: {
      match: [
        { text: '** (Mix) Could not start application cart: exited in: Cart.start(:normal, [])', captures: { code: 'Mix' } },
        { text: '** (RuntimeError) cart is empty', captures: { message: 'cart is empty' } },
      ],
      miss: ['     ** (ExUnit.TimeoutError) test timed out after 60000ms'],
    },
  },
]
