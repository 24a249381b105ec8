import type { Rule } from '../model/rule.ts'

/** Exceptions with which a test or program ends because a server elsewhere does not answer. */
export const rules: readonly Rule[] = [
  {
    id: 'network-in-tests/unreachable',
    category: 'network',
    title: 'A test or program could not reach a server: {message}',
    needles: [
      'ConnectException: Connection',
      'ConnectException: Operation timed out',
      'SocketTimeoutException: ',
      'HttpConnectTimeoutException: ',
      'ConnectTimeoutError: ',
      'Errno::ECONNREFUSED',
      'Errno::ETIMEDOUT',
      'Net::OpenTimeout',
      'Faraday::ConnectionFailed',
    ],
    pattern:
      /^(?:##\[error\])?\s{0,40}(?:E {1,8}|Caused by: |\[ERROR\] {1,8}|Error: )?(?:[\w.$:]{1,120}[.:])?(?<message>(?:ConnectException: (?:Connection (?:refused|timed out)|Operation timed out)|SocketTimeoutException: [Cc]onnect(?:ion)? timed out|HttpConnectTimeoutException: |ConnectTimeoutError: |ECONNREFUSED: |ETIMEDOUT: |OpenTimeout: |ConnectionFailed: )(?![^\n]{0,200}(?:localhost|127\.0\.0\.1|::1))[^\n]{0,160})/,
    extent: { before: 1, after: 2 },
    transient: 0.6,
    explanation:
      'The exception that ended this test or program says that a server did not answer: the test depends on something outside of the job.',
    remedies: [
      'Run the job again; if it passes, the server or the way to it was at fault.',
      'Replace the server by a fake in the test, or wait until the service is up before the tests start.',
    ],
    examples: {
      match: [
        { text: 'java.net.ConnectException: Connection refused (Connection refused)' },
        { text: 'Caused by: java.net.SocketTimeoutException: connect timed out' },
        { text: 'Errno::ECONNREFUSED: Failed to open TCP connection to db.acme.example:5432' },
      ],
      miss: [
        'Errno::ECONNREFUSED: Failed to open TCP connection to localhost:5432',
        '✓ throws ConnectException: Connection refused',
      ],
    },
  },
]
