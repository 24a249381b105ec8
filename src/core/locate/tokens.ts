/**
 * The words of a line as positions in a fixed-size vector (feature hashing: Weinberger et al., "Feature Hashing for Large Scale
 * Multitask Learning", ICML 2009). Digits are masked, so that counts and ids of one log mean nothing in another.
 */
export const TOKEN_BITS = 14
const SPACE = 1 << TOKEN_BITS
const MAX_TOKENS = 40
const MAX_CHARS = 400

const WORD = /[A-Za-z_]+|\d+|[^\w\s]/g

/** Hashes of the line's words, of adjacent pairs, and of its first two words as a beginning; without repetition of order. */
export function lineTokens(text: string): number[] {
  const words = (text.length > MAX_CHARS ? text.slice(0, MAX_CHARS) : text).match(WORD)
  if (!words) return BLANK
  const tokens: number[] = []
  let previous = 0x9e3779b9
  const count = Math.min(words.length, MAX_TOKENS)
  for (let i = 0; i < count; i++) {
    const hash = wordHash(words[i] as string)
    tokens.push(hash & (SPACE - 1), (Math.imul(previous, 31) ^ hash) & (SPACE - 1))
    if (i < 2) tokens.push((Math.imul(hash, 0x85ebca6b) ^ (i + 1)) & (SPACE - 1))
    previous = hash
  }
  return tokens
}

const BLANK = [SPACE - 1]

function wordHash(word: string): number {
  const first = word.charCodeAt(0)
  if (first >= 48 && first <= 57) return 0x0d1617
  let hash = 0x811c9dc5
  for (let i = 0; i < word.length; i++) {
    const code = word.charCodeAt(i)
    hash = Math.imul(hash ^ (code >= 65 && code <= 90 ? code + 32 : code), 0x01000193)
  }
  return hash ^ (hash >>> 15)
}
