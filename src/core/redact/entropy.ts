/** Long random tokens without a known prefix. What is public by its form (hashes, ids, data URIs) stays. */
import { fromBase64 } from './encoding.ts'
import type { Span } from './span.ts'

const CANDIDATE = /[A-Za-z0-9+/_-]{24,}={0,2}/g
/** What stands right before a public value of high entropy. */
const PUBLIC_BEFORE =
  /(?:sha(?:1|224|256|384|512)[-:=]|h1:|md5[-:=]|base64,|integrity["':= ]{1,4}|checksum["':= ]{1,4}|digest["':= ]{1,4}|nonce["':= ]{1,4}|fingerprint[^\n]{0,16})$/i
const PUBLIC_FORM = /^(?:sha(?:1|224|256|384|512)[-_]|h1[-_]|AAAA[A-Z]3|eyJ2ZXJzaW9uIjoz|MII[A-Za-z])/

/** Every token that looks drawn at random. Time linear in the text. */
export function findRandom(text: string): Span[] {
  const spans: Span[] = []
  const blocks = publicBlocks(text)
  for (const match of text.matchAll(CANDIDATE)) {
    const token = match[0].replace(/^[/_-]+/, '')
    const start = match.index + match[0].length - token.length
    if (token.length > 512 || PUBLIC_FORM.test(token) || PUBLIC_BEFORE.test(text.slice(Math.max(0, start - 32), start))) continue
    if (isReadable(fromBase64(token))) continue
    if (blocks.some(([from, to]) => start >= from && start < to)) continue
    for (const part of parts(token))
      spans.push({ start: start + part.start, end: start + part.start + part.text.length, kind: 'random' })
  }
  return spans
}

/** Text in base64 is no secret as such; whether it tells one is looked at where encodings are undone. */
function isReadable(decoded: string | null): boolean {
  return decoded !== null && /^[\t\r\n\x20-\x7e]+$/.test(decoded)
}

/** Certificates, public keys and signatures, from BEGIN to END. */
function publicBlocks(text: string): [start: number, end: number][] {
  if (!text.includes('-----BEGIN ')) return []
  const begins = text.matchAll(/-----BEGIN (?!(?:[A-Z0-9]+ ){0,4}PRIVATE KEY)[A-Z0-9 ]{4,64}-----/g)
  return [...begins].slice(0, 64).map(match => {
    const end = text.indexOf('-----END ', match.index)
    return [match.index, end === -1 ? match.index + match[0].length : end]
  })
}

/** A path or a dashed name is judged piece by piece, a long base64 value as a whole. */
function parts(token: string): { text: string; start: number }[] {
  const whole = token.length >= 40 && !/[a-z]{5,}|[/_-][a-z]{3,}(?:[/_-]|$)/.test(token)
  if (whole && isRandom(token.replace(/[/_-]/g, ''))) return [{ text: token, start: 0 }]
  return [...token.matchAll(/[A-Za-z0-9+=]{24,}/g)]
    .map(match => ({ text: match[0], start: match.index }))
    .filter(part => isRandom(part.text))
}

/**
 * Letters of both cases and digits, changing class far more often than words, numbers and camel case do, and few
 * pronounceable pieces. In a random base62 text 62 of 100 neighbours differ in class; 0.42 is two standard deviations
 * below at 24 characters.
 */
function isRandom(token: string): boolean {
  const letters = token.replace(/=+$/, '')
  if (letters.length < 24) return false
  const count = (characters: RegExp) => letters.match(characters)?.length ?? 0
  const least = letters.length / 12
  if (count(/[a-z]/g) < least || count(/[A-Z]/g) < least || count(/[0-9]/g) < 2) return false
  if (count(/[a-z](?=[^a-z])|[A-Z](?=[^A-Z])|[0-9](?=[^0-9])/g) / (letters.length - 1) < 0.42) return false
  return new Set(letters).size >= Math.min(14, letters.length / 2) && wordiness(letters) < 0.4
}

/** Which part of the token is made of words: four letters or more, vowels and consonants, a capital at most in front. */
function wordiness(token: string): number {
  const words = token.match(/[A-Z]?[a-z]{3,}/g) ?? []
  return words.filter(word => /[aeiouy]/i.test(word) && !/[^aeiouy]{4}/i.test(word)).join('').length / token.length
}
