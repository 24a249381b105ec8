import type { Rule } from '../model/rule.ts'

const remedies = [
  'Re-run the job; if it returns, check the status page of that host and the proxy or firewall of the runner.',
  'Let the step retry (`curl --retry 5 --retry-all-errors`, the retry option of the package manager), or use a cache or mirror.',
]

/** Transfers that fail below HTTP, in the words of the system and of the common runtimes. */
export const rules: readonly Rule[] = [
  {
    id: 'os-network/dns',
    category: 'network',
    title: "The host name '{host}' could not be resolved",
    needles: [
      'could not resolve host',
      "couldn't resolve host",
      'name resolution',
      'eai_again',
      'enotfound',
      'name or service not known',
      'no such host',
      'unknownhostexception',
      'nodename nor servname',
      'name could not be resolved',
      'could not resolve proxy',
      'unable to resolve host address',
      "couldn't resolve",
      'failed to lookup address',
      'no address associated',
      'getaddrinfo',
      'temporary failure resolving',
    ],
    pattern:
      /^(?!\s*\d{1,4}\. (?:\[L\d+\]\s+)?http)[^\n]{0,1500}?(?:(?:could(?:n't| not) resolve (?:host|proxy)(?: ?name)?:? ?['"]?|\b(?:EAI_AGAIN|ENOTFOUND) |UnknownHostException: |dial tcp: lookup )(?<host>[\w.-]{3,200})|could(?:n't| not) resolve host|Temporary failure (?:in name resolution|resolving)|Name or service not known|: no such host\b|nodename nor servname provided|(?:remote )?name could not be resolved|unable to resolve host address|failed to lookup address information|No address associated with hostname|\bEAI_AGAIN\b)/i,
    transient: 0.8,
    explanation:
      'The name of a server could not be turned into an address: DNS on the runner had a hiccup, or the name is wrong or only known inside another network.',
    remedies,
    examples: {
      match: [
        { text: 'curl: (6) Could not resolve host: dl.acme.example', captures: { host: 'dl.acme.example' } },
        { text: 'Error: getaddrinfo ENOTFOUND registry.acme.example', captures: { host: 'registry.acme.example' } },
        { text: 'dial tcp: lookup proxy.acme.example on 10.0.0.2:53: no such host' },
        { text: 'java.net.UnknownHostException: repo.acme.example' },
        { text: 'socket.gaierror: [Errno -3] Temporary failure in name resolution' },
      ],
      miss: [
        ' 3. [L12] https://acme.example getaddrinfo: Name or service not known',
        'sudo: unable to resolve host ci-42: Success',
      ],
    },
  },
  {
    id: 'os-network/refused-local',
    category: 'runner',
    title: 'No service listens on {host}',
    needles: [
      'connection refused',
      'econnrefused',
      'actively refused',
      'connectionrefusederror',
      'failed to connect to localhost',
      "couldn't connect to server",
    ],
    pattern:
      /(?:ECONNREFUSED|refused|Failed to connect to|connect to host|dial tcp|connect to|connection to)[^\n]{0,80}?(?<host>(?:localhost|127\.0\.0\.1|\[?::1\]?|0\.0\.0\.0)(?:[: ](?:port )?\d{2,5})?)/i,
    role: 'summary',
    transient: 0.3,
    explanation:
      'A step talks to a server on the same machine and nothing listens there: the service did not start, is not ready yet, or listens on another port.',
    remedies: [
      'Read the log of the service for why it stopped.',
      'Wait for its port or its health check before the tests start.',
    ],
    examples: {
      match: [
        { text: 'Error: connect ECONNREFUSED 127.0.0.1:5432', captures: { host: '127.0.0.1:5432' } },
        {
          text: 'curl: (7) Failed to connect to localhost port 8080: Connection refused',
          captures: { host: 'localhost port 8080' },
        },
      ],
      miss: ['Listening on 127.0.0.1:5432', 'dial tcp 10.0.0.7:443: connect: connection refused'],
    },
  },
  {
    id: 'os-network/refused',
    category: 'network',
    title: 'A connection was refused',
    needles: ['connection refused', 'econnrefused', 'actively refused', 'connectionrefusederror'],
    pattern:
      /^(?!\s*(?:[✓√✔{]|ok \d|\d{1,4}\. (?:\[L\d+\]\s+)?http))(?![^\n]{0,400}(?:localhost|127\.0\.0\.1|::1))[^\n]{0,1500}?(?:Connection refused|ECONNREFUSED|actively refused it)/i,
    role: 'summary',
    transient: 0.5,
    explanation: 'The host answered that nothing listens on this port: a service that is down or not ready, or a wrong address.',
    remedies: [
      'If it is a service of the job, check its log and wait until it is ready.',
      'If it is a remote host, re-run, and check its status and the firewall.',
    ],
    examples: {
      match: [
        { text: 'dial tcp 10.0.0.7:443: connect: connection refused' },
        { text: 'ConnectionRefusedError: [Errno 111] Connection refused' },
        { text: 'java.net.ConnectException: Connection refused (Connection refused)' },
      ],
      miss: ['Error: connect ECONNREFUSED 127.0.0.1:5432'],
    },
  },
  {
    id: 'os-network/reset',
    category: 'network',
    title: 'A connection was cut by the other side',
    needles: [
      'connection reset',
      'econnreset',
      'socket hang up',
      'remote end closed',
      'remotedisconnected',
      'connection aborted',
      'forcibly closed',
      'unexpected eof',
      'incompleteread',
      'transfer closed',
      'premature end',
      'premature eof',
      'connection closed',
      'prematurely',
      'err_stream_premature_close',
      'stream error:',
      'incomplete message',
      'empty reply',
    ],
    pattern:
      /^(?!\s*(?:[✓√✔{]|ok \d|\d{1,4}\. (?:\[L\d+\]\s+)?http))[^\n]{0,1500}?(?:Connection reset(?: by peer|$| \()|\bECONNRESET\b|socket hang up|Remote end closed connection|\bRemoteDisconnected\b|Connection aborted\.|forcibly closed by the remote host|IncompleteRead\(|transfer closed with|Premature (?:end of (?:Content-Length|chunk|file)|EOF|close)|ERR_STREAM_PREMATURE_CLOSE|: unexpected EOF\s*$|connection closed before message completed|(?:response|body|content) ended prematurely|Empty reply from server|stream error: stream ID \d+; (?:INTERNAL_ERROR|PROTOCOL_ERROR|REFUSED_STREAM|CANCEL))/i,
    role: 'summary',
    transient: 0.75,
    explanation:
      'The connection broke in the middle of a transfer: an overloaded server, a proxy, or a network that drops long connections.',
    remedies,
    examples: {
      match: [
        { text: 'read tcp 10.1.0.4:51234->10.0.0.7:443: read: connection reset by peer' },
        { text: 'Error: socket hang up' },
        {
          text: "urllib3.exceptions.ProtocolError: ('Connection aborted.', RemoteDisconnected('Remote end closed connection without response'))",
        },
        { text: 'failed to copy: httpReadSeeker: failed open: unexpected EOF' },
      ],
      miss: ['✓ retries after ECONNRESETS', 'Connection closed.'],
    },
  },
  {
    id: 'os-network/timeout',
    category: 'network',
    title: 'A connection timed out',
    needles: [
      'connection timed out',
      'etimedout',
      'connect timed out',
      'connecttimeout',
      'readtimeout',
      'read timed out',
      'i/o timeout',
      'operation timed out',
      'tls handshake timeout',
      'client.timeout exceeded',
      'esockettimedout',
      'net::opentimeout',
      'err_socket_timeout',
      'connect timeout',
      'network timeout',
      'sockettimeoutexception',
      'request was canceled due',
      'network is unreachable',
      'enetunreach',
      'no route to host',
      'ehostunreach',
      'und_err_connect_timeout',
    ],
    pattern:
      /^(?!\s*(?:[✓√✔{]|ok \d|\d{1,4}\. (?:\[L\d+\]\s+)?http))[^\n]{0,1500}?(?:\bE(?:SOCKET)?TIMEDOUT\b|connection timed out|connect timed out|\bRead timed out|: i\/o timeout|Operation timed out|TLS handshake timeout|Client\.Timeout exceeded|Net::(?:Open|Read)Timeout|ERR_SOCKET_TIMEOUT|\bConnect timeout\b|ConnectTimeout(?:Error)?\b|ReadTimeout(?:Error)?\b|network timeout at|SocketTimeoutException|request was canceled due to the configured HttpClient\.Timeout|Network is unreachable|ENETUNREACH|No route to host|EHOSTUNREACH|UND_ERR_CONNECT_TIMEOUT)/i,
    role: 'summary',
    transient: 0.75,
    explanation:
      'A host did not answer in time, or no route leads to it: an overloaded or dead server, or a network or firewall of the runner.',
    remedies,
    examples: {
      match: [
        { text: 'fatal: unable to access https://git.acme.example/cart.git: Connection timed out' },
        { text: 'Get "https://registry.acme.example/v2/": net/http: TLS handshake timeout' },
        { text: 'dial tcp 10.0.0.7:443: i/o timeout' },
        { text: 'connect ETIMEDOUT 10.0.0.7:443' },
      ],
      miss: [
        ' 9. [L1970] https://acme.example Failed to open TCP connection to acme.example:443 (Connection timed out)',
        'Default connection timeouts: 30 s',
      ],
    },
  },
  {
    id: 'os-network/broken-pipe',
    category: 'network',
    title: 'A transfer broke off (broken pipe)',
    needles: ['broken pipe', 'epipe'],
    pattern:
      /\b(?:write|client_loop: send disconnect|packet_write_wait|read from remote host|send|writev|upload)\b[^\n]{0,120}Broken pipe|\bwrite EPIPE\b|BrokenPipeError: \[Errno 32\]/i,
    role: 'summary',
    transient: 0.6,
    explanation: 'A program wrote to a connection or pipe whose reader was gone already.',
    remedies: ['Look for why the reader ended: a server that closed, or a `| head` under `set -o pipefail`.'],
    examples: {
      match: [{ text: 'client_loop: send disconnect: Broken pipe' }, { text: 'Error: write EPIPE' }],
      miss: ['ignoring broken pipe handlers'],
    },
  },
  {
    id: 'os-network/port-in-use',
    category: 'runner',
    title: 'A port is already in use',
    needles: [
      'address already in use',
      'eaddrinuse',
      'is already in use',
      'only one usage of each socket',
      'already being listened',
      'bindexception',
    ],
    pattern:
      /\b(?:EADDRINUSE(?:: address already in use)?,? ?(?<host>[\w.:[\]]{3,60})?|Address already in use|[Pp]ort \d{2,5} is (?:already )?(?:in use|being used|occupied)|Only one usage of each socket address)/i,
    transient: 0.4,
    explanation:
      'A server cannot listen because another process holds its port: a leftover of an earlier step, a service of the image, or two tests at once.',
    remedies: [
      'Let tests listen on port 0 and ask which one they got.',
      'Stop what holds the port before the step (`ss -ltnp`), or publish the service on another port.',
    ],
    examples: {
      match: [
        { text: 'Error: listen EADDRINUSE: address already in use :::3000', captures: { host: ':::3000' } },
        { text: 'OSError: [Errno 98] Address already in use' },
      ],
      miss: ['Port 3000 is free'],
    },
  },
]
