import type { Rule } from '../model/rule.ts'

/** Status codes with what stands before or behind one: the digits alone stand in many numbers of a log. */
const statusCodes = (...codes: readonly string[]) =>
  codes.flatMap(code => [` ${code}`, `=${code}`, `(${code}`, `${code} `, `${code}:`, `${code}-`])

/** HTTP answers that end a step, as they are printed by any client. */
export const rules: readonly Rule[] = [
  {
    id: 'os-http/server-error',
    category: 'network',
    title: 'A server answered {code}',
    needles: [
      '500 internal',
      '502 bad',
      '503 service',
      '504 gateway',
      'http error 50',
      'status code 50',
      'status code: 50',
      'returned error: 5',
      'error 50',
      'http/1.1 50',
      'response code 50',
      'response code: 50',
      'bad gateway',
      'service unavailable',
      'gateway time',
      '503 first byte',
      'error: 52',
      'status 52',
      'code 52',
      'code: 52',
    ],
    pattern:
      /(?:(?<=(?:HTTP error|HTTP code:?|HTTP status|received HTTP|status(?: code)?:?|returned error:|response(?: status)? code:?|HTTP\/\d(?:\.\d)?"?)[ =(]{1,2})|\b(?=\d{3}[: -]{1,2}(?:Server Error: )?(?:Internal Server Error|Bad Gateway|Service (?:Temporarily )?Unavailable|Gateway Time-?out|first byte timeout|backend read error)))(?<code>5(?:0[0234]|2[0-9]))\b/i,
    role: 'summary',
    transient: 0.75,
    explanation: 'A server or the proxy before it is broken or overloaded right now. The request itself need not be wrong.',
    remedies: [
      'Re-run in some minutes, and look at the status page of that service.',
      'Let the step retry with a pause, or use a cache or mirror.',
    ],
    examples: {
      match: [
        { text: 'curl: (22) The requested URL returned error: 503', captures: { code: '503' } },
        { text: 'E: Failed to fetch http://mirror.acme.example/x.deb  502 Bad Gateway', captures: { code: '502' } },
        { text: 'error: request failed with status code 504 Gateway Timeout' },
      ],
      miss: ['502 tests passed', 'GET /cart returns 500 when the store is down ✓'],
    },
  },
  {
    id: 'os-http/rate-limit',
    category: 'rate_limit',
    title: 'A server refuses more requests for now (429)',
    needles: [
      'too many requests',
      'rate limit exceeded',
      'rate limited',
      'http error 429',
      'status code 429',
      'status code: 429',
      'error: 429',
      'status: 429',
      'quota exceeded',
      '429 too',
      'rate limit reached',
      'hit a rate limit',
      'hit your rate limit',
      'ratelimiterror',
      'quota_exceeded',
      'resource_exhausted',
    ],
    pattern:
      /^(?!\s*(?:[✓√✔]|ok \d))[^\n]{0,1500}?(?:\b429[: -]{0,2}Too Many Requests|\bToo Many Requests\b|(?<!API )rate limit (?:exceeded|reached)|(?:you have )?hit (?:a|your) rate limit|(?:HTTP error|status(?: code)?:?|returned error:|response code:?) ?429\b|RateLimitError|QUOTA_EXCEEDED|Quota exceeded for (?:quota|metric|resource)|RESOURCE_EXHAUSTED)/i,
    transient: 0.7,
    explanation:
      'The service counts requests of this account or address and the count is used up. Runners share addresses, so it may not be your doing alone.',
    remedies: [
      'Wait and re-run.',
      'Authenticate the requests (anonymous limits are small), cache what you download, and run fewer jobs at once.',
    ],
    examples: {
      match: [
        { text: 'HTTP error 429: Too Many Requests' },
        { text: 'Error: rate limit exceeded for 10.0.0.7.' },
        { text: 'curl: (22) The requested URL returned error: 429' },
      ],
      miss: ['rate limit remaining: 4999', '✓ answers too many requestsPerSecond gracefully'],
    },
  },
  {
    id: 'os-http/unauthorized',
    category: 'auth',
    title: 'A server refused access with status {code}',
    needles: statusCodes('401', '403'),
    pattern:
      /^(?!\s*(?:[✓√✔]|ok \d))[^\n]{0,1500}?(?:(?<=(?:HTTP error|HTTP code:?|HTTP status|status(?: code)?:?|returned error:|response(?: status)? code:?)[ =(]{1,2})|\b(?=\d{3}[: -]{1,2}(?:Client Error: )?(?:Unauthorized|Forbidden)\b))(?<code>40[13])\b/i,
    role: 'summary',
    transient: 0.08,
    explanation:
      '401 means that no valid credentials came with the request, 403 that they lack the right. Expired tokens and secrets that are empty on forks are the usual reasons.',
    remedies: [
      'Check that the secret is set for this event and branch, and not expired.',
      'Check the rights of the token on this very resource.',
    ],
    examples: {
      match: [
        { text: 'curl: (22) The requested URL returned error: 403', captures: { code: '403' } },
        {
          text: 'requests.exceptions.HTTPError: 401 Client Error: Unauthorized for url: https://api.acme.example',
          captures: { code: '401' },
        },
      ],
      miss: ['403 tests passed', '✓ answers 401 without a token', 'line 401: unauthorizedUser'],
    },
  },
  {
    id: 'os-http/not-found',
    category: 'config',
    title: 'A download does not exist (404)',
    needles: ['404'],
    pattern:
      /\b404[: -]{0,2}\s?(?:Client Error: )?Not Found\b|\b(?:HTTP error|returned error:|status code:?|response code:?|HTTP status|code: )[ =(]{0,2}404\b/i,
    role: 'summary',
    transient: 0.05,
    explanation:
      'The address does not exist: a file or version was moved or removed, the address is put together wrongly, or the server hides what you may not see.',
    remedies: ['Open the address by hand.', 'Update the version or the URL in the script; check variables that are part of it.'],
    examples: {
      match: [{ text: 'curl: (22) The requested URL returned error: 404 Not Found' }, { text: 'ERROR 404: Not Found.' }],
      miss: ['404 examples, 0 failures', '✓ returns 404 for unknown carts'],
    },
  },
  {
    id: 'os-http/corrupt-download',
    category: 'network',
    title: 'A downloaded archive is damaged',
    needles: [
      'unexpected end of file',
      'not in gzip format',
      'unknown archive',
      'end-of-central-directory',
      'not a zip file',
      'badzipfile',
      'unexpected eof in archive',
      'zip end header not found',
      'error opening zip',
      'invalid tar magic',
      'unrecognized archive format',
      'incorrect header check',
      'checksum mismatch',
      'checksum did not match',
      'sha256sum: warning',
      'computed checksum',
      'hash mismatch',
      'unexpected end of archive',
      'error in zip',
      'sha256 mismatch',
    ],
    pattern:
      /gzip: stdin: (?:not in gzip format|unexpected end of file)|(?:gzip|tar|xz|unzip|bsdtar|zcat|gunzip)[^\n]{0,60}: (?:unexpected end of file|Unexpected EOF in archive|Unrecognized archive format|not in gzip format)|End-of-central-directory signature not found|\bBadZipFile\b|File is not a zip file|zip END header not found|error in opening zip file|invalid tar magic|unknown archive|incorrect header check|Unexpected end of archive|sha(?:256|512|1)sum: WARNING: \d+ (?:computed )?checksum|(?:checksum|sha256|digest) mismatch for (?:download|file|http)|ERROR: checksum did not match/i,
    extent: { before: 2, after: 1 },
    transient: 0.5,
    explanation:
      'What was fetched is no valid archive or has another checksum: the transfer broke off, an error page was saved in its place, or the file was changed upstream.',
    remedies: [
      'Re-run; let the download fail loudly (`curl -fL --retry 5`).',
      'If it returns, look at what was really downloaded (`file`, `head -c 200`) and compare the published checksum.',
    ],
    examples: {
      match: [
        { text: 'gzip: stdin: not in gzip format' },
        { text: 'tar: Unexpected EOF in archive' },
        { text: 'End-of-central-directory signature not found.  Either this file is not a zipfile' },
        { text: 'sha256sum: WARNING: 1 computed checksum did NOT match' },
      ],
      miss: ['Verified checksum of cart.zip'],
    },
  },
]
