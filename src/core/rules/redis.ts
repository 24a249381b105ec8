import type { Rule } from '../model/rule.ts'

/** Redis as a service of tests. */
export const rules: readonly Rule[] = [
  {
    id: 'redis/unreachable',
    category: 'runner',
    title: 'Redis cannot be reached',
    needles: ['redis', '6379', 'noauth authentication required', 'misconf'],
    pattern:
      /(?:Could not connect to Redis at|Error connecting to Redis|Error \d{1,3} connecting to \S{1,80}:6379|RedisConnectionException|ECONNREFUSED \S{3,40}:6379|Redis connection to \S{1,80} failed|Redis::CannotConnectError|connect: connection refused[^\n]{0,40}6379|:6379: connect: connection refused|NOAUTH Authentication required|MISCONF Redis)/,
    transient: 0.3,
    explanation: 'No Redis answers at this address: not started, not ready, or another host name.',
    remedies: [
      'Start it as a service with `redis-cli ping` as health check.',
      'Use the service’s name as host inside containers.',
    ],
    examples: {
      match: [
        { text: 'Could not connect to Redis at 127.0.0.1:6379: Connection refused' },
        { text: 'redis.exceptions.ConnectionError: Error 111 connecting to localhost:6379. Connection refused.' },
      ],
      miss: ['redis server v=7.2.0'],
    },
  },
]
