import type { Rule } from '../model/rule.ts'

/** wget and other downloaders: aria2, axel. */
export const rules: readonly Rule[] = [
  {
    id: 'wget/connect',
    category: 'network',
    title: "wget could not reach host '{host}'",
    needles: [
      'wget: unable to resolve',
      'wget: bad address',
      "wget: can't connect",
      'giving up.',
      'unable to establish ssl connection',
      'wget: download timed out',
      'wget: server returned error: http/1.1 5',
      'wget: error getting response',
    ],
    pattern:
      /\bwget: (?:unable to resolve host address|bad address|can't connect to remote host)(?: \(?['‘"]?(?<host>[\w.-]{1,200}))?|^Giving up\.\s*$|^Unable to establish SSL connection|wget: (?:download timed out|error getting response|server returned error: HTTP\/1\.\d 5\d\d)/,
    extent: { before: 3 },
    transient: 0.75,
    explanation: 'The name, the connection or the transfer failed, also after wget’s own retries.',
    remedies: ['Re-run; add `--tries=5 --waitretry=10 --retry-connrefused`.', 'Check the address and the status of that host.'],
    examples: {
      match: [
        { text: 'wget: unable to resolve host address ‘dl.acme.example’', captures: { host: 'dl.acme.example' } },
        { text: "wget: bad address 'dl.acme.example'", captures: { host: 'dl.acme.example' } },
        { text: 'Giving up.' },
      ],
      miss: ['Retrying.', '2026-01-02 10:00:00 (5.32 MB/s) - ‘cart.zip’ saved'],
    },
  },
  {
    id: 'wget/server-error',
    category: 'network',
    title: 'wget: the server answered {code}',
    needles: ['error 5'],
    pattern: /^(?:[\d: -]{10,20})?\s*ERROR (?<code>5\d\d): /,
    extent: { before: 1 },
    transient: 0.7,
    explanation: 'The server, or the proxy before it, is broken or overloaded right now.',
    remedies: ['Re-run in some minutes.'],
    examples: {
      match: [{ text: '2026-01-02 10:00:00 ERROR 503: Service Unavailable.', captures: { code: '503' } }],
      miss: ['ERROR 5 tests failed'],
    },
  },
  {
    id: 'wget/not-found',
    category: 'config',
    title: 'wget: the address does not exist (404)',
    needles: ['error 404', 'server returned error: http/1.1 404', 'errorcode=3', 'remote file does not exist'],
    pattern:
      /^(?:[\d: -]{10,20})?\s*ERROR 404: |wget: server returned error: HTTP\/1\.\d 404|errorCode=3 Resource not found|Remote file does not exist -- broken link/,
    extent: { before: 1 },
    transient: 0.05,
    explanation: 'The file is not at this address: moved, removed, or the address is put together from a wrong version.',
    remedies: ['Open the address by hand and update the script.'],
    examples: {
      match: [
        { text: '2026-01-02 10:00:00 ERROR 404: Not Found.' },
        { text: 'wget: server returned error: HTTP/1.1 404 Not Found' },
      ],
      miss: ['404 errors: error 404 page built'],
    },
  },
  {
    id: 'wget/refused',
    category: 'auth',
    title: 'wget: the server refused access ({code})',
    needles: ['error 401', 'error 403', 'http/1.1 401', 'http/1.1 403', 'username/password authentication failed'],
    pattern:
      /^(?:[\d: -]{10,20})?\s*ERROR (?<code>40[13]): |wget: server returned error: HTTP\/1\.\d 40[13]|Username\/Password Authentication Failed/,
    extent: { before: 1 },
    transient: 0.1,
    explanation: 'The request carried no valid credentials, or the host refuses this client or address.',
    remedies: ['Check the token or secret.', 'For public files, try another user agent or a mirror: some hosts block CI.'],
    examples: {
      match: [{ text: '2026-01-02 10:00:00 ERROR 403: Forbidden.', captures: { code: '403' } }],
      miss: ['error 4010 items'],
    },
  },
]
