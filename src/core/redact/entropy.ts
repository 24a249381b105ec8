/** Long random tokens without a known prefix. What is public by its form (hashes, ids, data URIs) stays. */
import type { Span } from './span.ts'

const CANDIDATE = /[A-Za-z0-9+/=_-]{24,}/g
/** What stands right before a public value of high entropy. */
const PUBLIC_BEFORE =
  /(?:sha(?:1|224|256|384|512)[-:=]|h1:|md5[-:=]|base64,|integrity["':= ]{1,4}|checksum["':= ]{1,4}|digest["':= ]{1,4}|nonce["':= ]{1,4}|AAAA|fingerprint[^\n]{0,16})$/i
const PUBLIC_FORM = /^(?:sha(?:1|224|256|384|512)[-_]|h1[-_]|AAAA[A-Z]3|eyJ2ZXJzaW9uIjoz|_?_[ZR]|MII[A-Za-z])/

/** Every token that looks drawn at random. Time linear in the text. */
export function findRandom(text: string): Span[] {
  const spans: Span[] = []
  for (const match of text.matchAll(CANDIDATE)) {
    const token = match[0].replace(/^[/=_-]+/, '')
    const start = match.index + match[0].length - token.length
    if (token.length > 512 || PUBLIC_FORM.test(token) || PUBLIC_BEFORE.test(text.slice(Math.max(0, start - 32), start))) continue
    for (const part of parts(token)) {
      if (isRandom(part.text)) spans.push({ start: start + part.start, end: start + part.start + part.text.length, kind: 'random' })
    }
  }
  return spans
}

/** A path or a dashed name is judged piece by piece, a base64 value as a whole. */
function parts(token: string): { text: string; start: number }[] {
  if (isRandom(token.replace(/[/_-]/g, ''))&& !/[a-z]{5,}|[/_-][a-z]{3,}(?:[/_-]|$)/.test(token)) return [{ text: token, start: 0 }]
  return [...token.matchAll(/[A-Za-z0-9+=]{24,}/g)].map(match => ({ text: match[0], start: match.index }))
}

/**
 * Letters of both cases and digits, changing class far more often than words, numbers and camel case do.
 * In a random base62 text 62 of 100 neighbours differ in class; 0.42 is two standard deviations below at 24 characters.
 */
function isRandom(token: string): boolean {
  if (token.length < 24) return false
  const letters = token.replace(/=+$/, '')
  let changes = 0
  const seen = [0, 0, 0, 0]
  let previous = -1
  for (const character of letters) {
    const kind = character >= 'a' && character <= 'z' ? 0 : character >= 'A' && character <= 'Z' ? 1 : character >= '0' && character <= '9' ? 2 : 3
    seen[kind] = (seen[kind] ?? 0) + 1
    if (previous !== -1 && kind !== previous) changes++
    previous = kind
  }
  const [lower = 0, upper = 0, digits = 0] = seen
  const least = letters.length / 12
  if (lower < least || upper < least || digits < 2) return false
  return changes / (letters.length - 1) >= 0.42 && new Set(letters).size >= Math.min(14, letters.length / 2)
}
