import type { Rule } from '../model/rule.ts'

/** curl's own exit messages: `curl: (N) …`. */
export const rules: readonly Rule[] = [
  {
    id: 'curl/connect-local',
    category: 'runner',
    title: 'curl reached no server at {host}',
    needles: ['curl: (7)', 'curl: (52)', 'curl: (56)'],
    pattern: /\bcurl: \((?:7|52|56)\)[^\n]{0,60}?(?<host>localhost|127\.0\.0\.1|0\.0\.0\.0|\[::1\])/,
    role: 'summary',
    transient: 0.3,
    explanation:
      'A step asked a server on the same machine and nothing answered: it is not up yet, stopped, or listens on another port. Wait loops print this too.',
    remedies: [
      'Read the log of that server.',
      'Wait for its port with a limit, and fail with its log when the limit is reached.',
    ],
    examples: {
      match: [
        { text: 'curl: (7) Failed to connect to localhost port 8080: Connection refused', captures: { host: 'localhost' } },
      ],
      miss: ['curl: (7) Failed to connect to dl.acme.example port 443: Connection refused'],
    },
  },
  {
    id: 'curl/connect',
    category: 'network',
    title: 'curl could not reach a server',
    needles: ['curl: (5)', 'curl: (7)', 'curl: (28)', 'curl: (97)'],
    pattern: /\bcurl: \((?:5|7|28|97)\) (?![^\n]{0,60}(?:localhost|127\.0\.0\.1|0\.0\.0\.0|::1))(?<message>[^\n]{3,200})/,
    transient: 0.75,
    explanation: 'DNS, the connection, or the time limit failed before the transfer was complete.',
    remedies: [
      'Re-run; add `--retry 5 --retry-all-errors --connect-timeout 20` to the command.',
      'If it returns, check the host name and the status of that server.',
    ],
    examples: {
      match: [
        { text: 'curl: (7) Failed to connect to dl.acme.example port 443: Connection refused' },
        { text: 'curl: (28) Operation timed out after 300000 milliseconds with 0 out of 0 bytes received' },
      ],
      miss: ['curl: (7) Failed to connect to localhost port 8080: Connection refused'],
    },
  },
  {
    id: 'curl/transfer',
    category: 'network',
    title: 'curl lost the connection during a transfer',
    needles: ['curl: (16)', 'curl: (18)', 'curl: (35)', 'curl: (52)', 'curl: (55)', 'curl: (56)', 'curl: (92)', 'curl: (95)'],
    pattern:
      /\bcurl: \((?:16|18|35|52|55|56|92|95)\) (?![^\n]{0,60}(?:localhost|127\.0\.0\.1)|The requested URL)(?<message>[^\n]{0,200})/,
    transient: 0.75,
    explanation:
      'The other side, or something between, broke the connection off: during the TLS handshake, or in the middle of the body.',
    remedies: ['Re-run; add `--retry 5 --retry-all-errors` to the command.', 'For (92) and (16), try `--http1.1`.'],
    examples: {
      match: [
        { text: 'curl: (56) Recv failure: Connection reset by peer' },
        { text: 'curl: (92) HTTP/2 stream 1 was not closed cleanly: INTERNAL_ERROR (err 2)' },
        { text: 'curl: (18) transfer closed with 512 bytes remaining to read' },
      ],
      miss: ['curl: (56) The requested URL returned error: 404'],
    },
  },
  {
    id: 'curl/server-error',
    category: 'network',
    title: 'curl: the server answered {code}',
    needles: ['curl: (22)', 'curl: (56)'],
    pattern: /\bcurl: \((?:22|56)\)[^\n]{0,40}returned error: (?<code>5\d\d)\b/,
    transient: 0.75,
    explanation: 'The server, or the proxy before it, is broken or overloaded right now.',
    remedies: ['Re-run in some minutes; add `--retry 5`.', 'Look at the status page of that service.'],
    examples: {
      match: [{ text: 'curl: (22) The requested URL returned error: 503', captures: { code: '503' } }],
      miss: ['curl: (22) The requested URL returned error: 404'],
    },
  },
  {
    id: 'curl/not-found',
    category: 'config',
    title: 'curl: the address does not exist (404)',
    needles: ['curl: (22)', 'curl: (56)', 'curl: (78)'],
    pattern: /\bcurl: \((?:22|56)\)[^\n]{0,40}returned error: (?:404|410)\b|\bcurl: \(78\)/,
    role: 'summary',
    transient: 0.05,
    explanation:
      'The file is not at this address: moved, removed, or the address is put together from a wrong version or variable.',
    remedies: ['Print the address and open it by hand.', 'Update the version in the script.'],
    examples: {
      match: [{ text: 'curl: (22) The requested URL returned error: 404 Not Found' }],
      miss: ['curl: (22) The requested URL returned error: 503'],
    },
  },
  {
    id: 'curl/refused',
    category: 'auth',
    title: 'curl: the server refused access ({code})',
    needles: ['curl: (22)', 'curl: (56)', 'curl: (67)'],
    pattern: /\bcurl: \((?:22|56)\)[^\n]{0,40}returned error: (?<code>40[13])\b|\bcurl: \(67\) Access denied/,
    transient: 0.1,
    explanation:
      'The request carried no valid credentials or lacks the right. Some hosts also answer 403 to addresses that ask too often.',
    remedies: [
      'Check that the token or secret is set in this job and still valid.',
      'For public files, check whether the host blocks CI addresses, and use a mirror or cache.',
    ],
    examples: {
      match: [{ text: 'curl: (22) The requested URL returned error: 403 Forbidden', captures: { code: '403' } }],
      miss: ['curl: (22) The requested URL returned error: 404'],
    },
  },
  {
    id: 'curl/certificate',
    category: 'network',
    title: 'curl does not trust the certificate of the server',
    needles: ['curl: (51)', 'curl: (58)', 'curl: (77)', 'curl: (91)'],
    pattern: /\bcurl: \((?:51|58|77|91)\) (?<message>[^\n]{3,200})/,
    transient: 0.15,
    explanation: 'The certificate is expired, made out to another host, or signed by an authority that this image does not know.',
    remedies: [
      'Install or update `ca-certificates` in the image.',
      'If other clients fail too, the server has to renew its certificate.',
    ],
    examples: {
      match: [{ text: 'curl: (77) error setting certificate file: /etc/ssl/certs/ca.crt' }],
      miss: ['curl: (60) SSL certificate problem: certificate has expired', 'curl: (6) Could not resolve host: dl.acme.example'],
    },
  },
  {
    id: 'curl/usage',
    category: 'config',
    title: 'curl was called wrongly',
    needles: ['curl: (1)', 'curl: (2)', 'curl: (3)', 'curl: option', 'curl: (26)', 'curl: (37)', 'curl: try', 'curl: (23)'],
    pattern: /\bcurl: (?:\((?:1|2|3|26|37)\) |option [^\n]{1,80}: (?:is unknown|requires parameter|is ambiguous))/,
    transient: 0.02,
    explanation: 'The address or the options are malformed, often because a variable in them is empty.',
    remedies: ['Print the command with its variables expanded, and quote them.'],
    examples: {
      match: [
        { text: 'curl: (3) URL using bad/illegal format or missing URL' },
        { text: 'curl: option --retry-all-errors: is unknown' },
      ],
      miss: ['curl: (22) The requested URL returned error: 404'],
    },
  },
]
