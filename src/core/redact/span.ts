/** Every kind of secret that a marker can name: `[redacted:<kind>]`. */
export const KINDS = [
  'github-token',
  'gitlab-token',
  'aws-key',
  'google-key',
  'azure-key',
  'slack-token',
  'stripe-key',
  'npm-token',
  'pypi-token',
  'openai-key',
  'anthropic-key',
  'sendgrid-key',
  'twilio-key',
  'docker-token',
  'service-token',
  'jwt',
  'private-key',
  'webhook',
  'url-password',
  'url-token',
  'authorization',
  'cookie',
  'password',
  'secret',
  'token',
  'value',
  'random',
] as const

/** One of {@link KINDS}. */
export type Kind = (typeof KINDS)[number]

/** A stretch of a text that holds a secret: UTF-16 offsets, `end` exclusive. */
export interface Span {
  readonly start: number
  readonly end: number
  readonly kind: Kind
}

/** A place that was redacted before; such text is never looked at again. */
export const MARKER = new RegExp(String.raw`\[redacted:(?:${KINDS.join('|')})\]`, 'g')

/** The text with each span replaced by its marker; line feeds inside a span stay, so line numbers do not move. */
export function applySpans(text: string, spans: readonly Span[]): string {
  let out = ''
  let position = 0
  for (const span of merge(spans)) {
    out += text.slice(position, span.start) + replacement(text.slice(span.start, span.end), span.kind)
    position = span.end
  }
  return out + text.slice(position)
}

/** Overlapping spans become one, named after the one that begins first (the longer of two). */
function merge(spans: readonly Span[]): Span[] {
  const sorted = [...spans].sort((a, b) => a.start - b.start || b.end - a.end)
  const merged: Span[] = []
  for (const span of sorted) {
    if (span.end <= span.start) continue
    const last = merged.at(-1)
    if (last && span.start < last.end) merged[merged.length - 1] = { ...last, end: Math.max(last.end, span.end) }
    else merged.push(span)
  }
  return merged
}

function replacement(covered: string, kind: Kind): string {
  const marker = `[redacted:${kind}]`
  if (!covered.includes('\n')) return marker
  return covered
    .split('\n')
    .map((line, index) => {
      const indent = index === 0 ? '' : (/^[ \t]*/.exec(line)?.[0] ?? '')
      const ending = line.endsWith('\r') ? '\r' : ''
      return line.trim() === '' ? ending : indent + marker + ending
    })
    .join('\n')
}
