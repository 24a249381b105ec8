/** Secrets known by where they stand: in a URL, in a header, in a key block, in a connection string, behind a flag. */
import { fromBase64 } from './encoding.ts'
import type { Kind, Span } from './span.ts'

interface Shape {
  readonly kind: Kind
  /** One of these stands in lower case in every text that has this shape. */
  readonly needles: readonly string[]
  /** The named group `secret` is what to hide. */
  readonly pattern: RegExp
  /** False for what only looks like it. */
  readonly accept?: (secret: string) => boolean
}

const SHAPES: readonly Shape[] = [
  {
    kind: 'url-password',
    needles: ['://'],
    pattern: /:\/\/[^\s/:@"'`<>]*:(?<secret>[^\s/"'`<>]+)@/dg,
    accept: isFilledIn,
  },
  {
    kind: 'url-token',
    needles: ['://'],
    pattern: /:\/\/(?<secret>[^\s/:@"'`<>]{16,})@/dg,
    accept: secret => /\d/.test(secret) && isFilledIn(secret),
  },
  {
    kind: 'url-token',
    needles: ['='],
    pattern:
      /(?:[?&]|&amp;)(?:access_token|refresh_token|id_token|private_token|job_token|auth_token|oauth_token|token|sig|signature|x-amz-signature|x-amz-security-token|x-goog-signature|awsaccesskeyid|key|api_?key|auth|authkey|password|passwd|pwd|secret|client_secret|sv_sig)=(?<secret>[^&\s"'`<>#;]{6,})/dgi,
    accept: secret => isFilledIn(secret) && !/^[\w-]+\.[a-z]{2,10}$/.test(secret),
  },
  {
    kind: 'webhook',
    needles: ['hooks.slack.com', 'hooks.slack-gov.com'],
    pattern: /hooks\.slack(?:-gov)?\.com\/(?:services|workflows|triggers)\/(?<secret>[\w/+-]{8,})/dgi,
  },
  { kind: 'webhook', needles: ['/api/webhooks/'], pattern: /discord(?:app)?\.com\/api\/webhooks\/(?<secret>\d+\/[\w-]+)/dgi },
  {
    kind: 'webhook',
    needles: ['webhook.office', 'outlook.office'],
    pattern: /(?:webhook\.office|outlook\.office|office365)\.com\/webhook\w*\/(?<secret>[^\s"'`<>]{8,})/dgi,
  },
  {
    kind: 'webhook',
    needles: ['chat.googleapis.com'],
    pattern: /chat\.googleapis\.com\/v1\/spaces\/(?<secret>[^\s"'`<>]{8,})/dgi,
  },
  { kind: 'webhook', needles: ['api.telegram.org/bot'], pattern: /api\.telegram\.org\/bot(?<secret>[\w:-]{8,})/dgi },
  {
    kind: 'authorization',
    needles: ['authorization'],
    pattern:
      /authorization\\*["']?\]?\s{0,4}(?:=>|:(?!:)|[=,])\s{0,4}\[?\s{0,4}\\*["']?(?:(?:bearer|basic|token|digest|negotiate|apikey|bot|aws4-hmac-sha256|ghtoken)(?:\s{1,4}|%20|\+))?(?<secret>[^\s"'`\\<>*,]{6,})/dgi,
    accept: secret =>
      isFilledIn(secret) && !/^(?:bearer|basic|token|digest|negotiate|header|failed|required|is|was)\b/i.test(secret),
  },
  {
    kind: 'authorization',
    needles: ['bearer'],
    pattern: /\bbearer[ \t]{1,4}(?<secret>[\w.~+/=-]{16,})/dgi,
    accept: secret => /\d/.test(secret) || /[a-z][A-Z]/.test(secret),
  },
  {
    kind: 'authorization',
    needles: ['basic'],
    pattern: /\bbasic[ \t]{1,4}(?<secret>[A-Za-z0-9+/=_-]{8,})(?![\w.])/dgi,
    accept: secret => /^[\x20-\x7e]*:[\x20-\x7e]+$/.test(fromBase64(secret) ?? ''),
  },
  {
    kind: 'cookie',
    needles: ['cookie:'],
    pattern: /\b(?:set-)?cookie:[ \t]{0,4}(?<secret>[^\s=;,]{1,256}=[^\r\n"'`]+)/dgi,
  },
  {
    kind: 'password',
    needles: ['password'],
    pattern:
      /(?:\b(?:machine\s{1,8}\S{1,256}|default)\s{1,8}login\s{1,8}\S{1,256}\s{1,8}(?:account\s{1,8}\S{1,256}\s{1,8})?|^[ \t]{0,8}login[ \t]{1,8}\S{1,256}\s{1,8})password\s{1,8}(?<secret>\S+)/dgim,
    accept: isFilledIn,
  },
  {
    kind: 'password',
    needles: ['curl', 'http', 'wget'],
    pattern: /(?:\s|^)(?:-u|--user|--proxy-user)(?:[ \t]{1,4}|=)?["']?[^\s:"'`/$]{1,128}:(?<secret>[^\s"'`]+)/dg,
    accept: secret => isFilledIn(secret) && !/^\d{1,6}$/.test(secret),
  },
  {
    kind: 'password',
    needles: ['mysql', 'mariadb', 'sshpass', 'docker login', 'redis-cli'],
    pattern:
      /\b(?:(?:mysql\w*|mariadb\w*)\b[^\n]{0,200}?\s-p|sshpass[ \t]{1,4}-p[ \t]{0,4}|docker login\b[^\n]{0,200}?\s-p[ \t]{1,4}|redis-cli\b[^\n]{0,200}?\s-a[ \t]{1,4})["']?(?<secret>[^\s"'`]+)/dgi,
    accept: isFilledIn,
  },
  {
    kind: 'azure-key',
    needles: ['key='],
    pattern: /\b(?:account|sharedaccess|primary|secondary)key=(?<secret>[A-Za-z0-9+/=_-]{16,})/dgi,
  },
  { kind: 'azure-key', needles: ['sig='], pattern: /\bsig=(?<secret>[A-Za-z0-9%+/=_-]{20,})/dgi },
  {
    kind: 'secret',
    needles: ['value'],
    pattern:
      /\bname\\*["']?:\s{0,4}\\*["']?[\w.-]{0,64}(?:passw(?:or)?d|secret|token|api_?key)[\w.-]{0,16}\\*["']?,?\s{1,40}\\*["']?value\\*["']?:[ \t]{0,4}\\*["']?(?<secret>[^\s"'`\\]{3,})/dgi,
    accept: isFilledIn,
  },
]

/** Every secret known by its place. Time linear in the text. */
export function findShapes(text: string): Span[] {
  const lower = text.toLowerCase()
  const spans: Span[] = []
  for (const { kind, needles, pattern, accept } of SHAPES) {
    if (!needles.some(needle => lower.includes(needle))) continue
    for (const match of text.matchAll(pattern)) {
      const at = match.indices?.groups?.['secret']
      if (!at || (accept && !accept(text.slice(at[0], at[1])))) continue
      spans.push({ start: at[0], end: at[1], kind })
    }
  }
  return spans
}

/** False for what stands in a secret's place without being one: a mask, a variable, a template, a word for "nothing". */
export function isFilledIn(value: string): boolean {
  return !(
    /^(?:\*+|x{3,}|\.+|-+|_+|#+)$/i.test(value) ||
    /^\\?\$[({\w]|^%[\w]+%$|^\{\{|^<|^\$$|^\[(?:redacted|masked|hidden|filtered|secret|secure)/i.test(value) ||
    /^(?:null|none|nil|undefined|true|false|yes|no|on|off|unset|empty|missing|required|masked|hidden|redacted|secure|n\/a|string|str|bytes|int|integer|number|boolean|bool|object|any|void|optional|password|passwd|secret|token)$/i.test(
      value,
    )
  )
}
