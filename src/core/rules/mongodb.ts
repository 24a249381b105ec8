import type { Rule } from '../model/rule.ts'

/** MongoDB as a service of tests. */
export const rules: readonly Rule[] = [
  {
    id: 'mongodb/unreachable',
    category: 'runner',
    title: 'MongoDB cannot be reached',
    needles: ['mongo', '27017', 'serverselectiontimeouterror', 'server selection timed out'],
    pattern:
      /MongoNetworkError|MongoServerSelectionError|MongoTimeoutError|ServerSelectionTimeoutError|No servers? (?:found|are available)[^\n]{0,60}(?:mongo|27017)|:27017: connect: connection refused|ECONNREFUSED \S{3,40}:27017|Timed out after \d+ ms while waiting (?:for|to connect)[^\n]{0,200}(?:server|mongo)/,
    transient: 0.35,
    explanation:
      'No MongoDB answers: it is not started, not ready, or its binary could not be downloaded or run (in-memory server).',
    remedies: [
      'Start it as a service and wait for its port.',
      'For mongodb-memory-server, choose a version that exists for this distribution.',
    ],
    examples: {
      match: [
        { text: 'MongoServerSelectionError: connect ECONNREFUSED ::1:27017' },
        { text: 'pymongo.errors.ServerSelectionTimeoutError: localhost:27017: [Errno 111] Connection refused' },
      ],
      miss: ['mongod started on port 27017'],
    },
  },
]
