import type { Rule } from '../model/rule.ts'

/** Buildkite. */
export const rules: readonly Rule[] = [
  {
    id: 'buildkite/agent',
    category: 'runner',
    title: 'The Buildkite agent was lost or failed',
    needles: ['agent lost', 'agent refused', 'failed to upload artifact', '🚨 error: ', 'exited with status -1'],
    pattern:
      /\bAgent lost\b|🚨 Error: (?!The command exited)[^\n]{3,160}|fatal: Failed to (?:upload|find) artifact|exited with status -1 \(/,
    extent: { before: 1 },
    transient: 0.5,
    explanation: 'The agent ended or one of its hooks or plug-ins failed, apart from the command of the step.',
    remedies: ['Re-run; look at the log of the agent for hooks and plug-ins.'],
    examples: {
      match: [{ text: '🚨 Error: Failed to checkout git@github.com:acme/cart.git' }],
      miss: ['🚨 Error: The command exited with status 1'],
    },
  },
]
