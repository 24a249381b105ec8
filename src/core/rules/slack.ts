import type { Rule } from '../model/rule.ts'

/** Chat notifications. */
export const rules: readonly Rule[] = [
  {
    id: 'slack/failed',
    category: 'config',
    title: 'A chat notification could not be sent',
    needles: [
      'slack',
      'webhook',
      'invalid_auth',
      'channel_not_found',
      'not_in_channel',
      'no_service',
      'invalid_payload',
      'missing_scope',
    ],
    pattern:
      /An API error occurred: (?<code>[a-z_]{4,40})|Need to provide at least one botToken or webhookUrl|Specify secrets\.SLACK_WEBHOOK_URL|Missing input! (?:Either a|A) (?:method|token|webhook)|Error: (?:Request failed[^\n]{0,60}hooks\.slack\.com|SlackError)|Missing SLACK_WEBHOOK/,
    transient: 0.06,
    explanation: 'The webhook or token of the notification is missing or not valid any more, or the bot is not in the channel.',
    remedies: [
      'Set the secret in this job; forks and Dependabot get none.',
      'Let the step not fail the job (`continue-on-error: true`).',
    ],
    examples: {
      match: [
        { text: 'Error: An API error occurred: channel_not_found', captures: { code: 'channel_not_found' } },
        { text: 'Error: Need to provide at least one botToken or webhookUrl' },
      ],
      miss: ['Sent slack message'],
    },
  },
]
