/**
 * The words of a line as positions in a fixed-size vector (feature hashing: Weinberger et al., "Feature Hashing for Large Scale
 * Multitask Learning", ICML 2009). Digits are masked, so that counts and ids of one log mean nothing in another.
 */
export const TOKEN_BITS = 14
const MAX_WORDS = 40
const MAX_CHARS = 400

/** Hashes of the line's words, of adjacent pairs, and of its first two words as a beginning; without repetition of order. */
export function lineTokens(text: string): number[] {
  const tokens = new Int32Array(MAX_TOKENS)
  return [...tokens.subarray(0, writeTokens(text, tokens))]
}

/** Most tokens of a line. */
export const MAX_TOKENS = 2 * MAX_WORDS + 2

/**
 * Writes {@link lineTokens} and returns how many there are. Words are runs of letters, runs of digits, and single signs; they are hashed as they are
 * read, because this runs on every line of a log.
 */
export function writeTokens(text: string, tokens: Int32Array): number {
  const end = Math.min(text.length, MAX_CHARS)
  let previous = 0x9e3779b9
  let count = 0
  let words = 0
  for (let at = 0; at < end && words < MAX_WORDS; words++) {
    let kind = kindOf(text.charCodeAt(at))
    while (kind === SPACE && ++at < end) kind = kindOf(text.charCodeAt(at))
    if (kind === SPACE) break
    let hash = NUMBER_HASH
    if (kind === DIGIT) while (++at < end && kindOf(text.charCodeAt(at)) === DIGIT);
    else {
      hash = 0x811c9dc5
      do hash = Math.imul(hash ^ lower(text.charCodeAt(at)), 0x01000193)
      while (++at < end && kind === LETTER && kindOf(text.charCodeAt(at)) === LETTER)
      hash ^= hash >>> 15
    }
    tokens[count++] = hash & LAST
    tokens[count++] = (Math.imul(previous, 31) ^ hash) & LAST
    if (words < 2) tokens[count++] = (Math.imul(hash, 0x85ebca6b) ^ (words + 1)) & LAST
    previous = hash
  }
  if (count === 0) tokens[count++] = LAST
  return count
}

const LAST = (1 << TOKEN_BITS) - 1
const NUMBER_HASH = 0x0d1617

const SPACE = 0
const LETTER = 1
const DIGIT = 2
const SIGN = 3

/** Of each ASCII character. */
const KINDS = Uint8Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code)
  return /\s/.test(character) ? SPACE : /\d/.test(character) ? DIGIT : /\w/.test(character) ? LETTER : SIGN
})

const kindOf = (code: number): number =>
  code < 128 ? (KINDS[code] as number) : /\s/.test(String.fromCharCode(code)) ? SPACE : SIGN

const lower = (code: number) => (code >= 65 && code <= 90 ? code + 32 : code)
