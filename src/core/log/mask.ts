/** Numbers, hexadecimal ids and times differ from run to run; masked, two runs of the same job print the same lines. */

const PATH_OF_RUN = /(?:\/tmp\/|\/var\/folders\/)\S+/g
const TIME = /\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d{1,9})?(?:Z|[+-]\d\d:?\d\d)?/g
const DIGIT = /\d/

/** The line with everything that changes between runs replaced; time linear in the line. */
export function mask(text: string): string {
  if (!DIGIT.test(text)) return text.trim()
  const paths = text.includes('/tmp/') || text.includes('/var/folders/') ? text.replace(PATH_OF_RUN, '/tmp/*') : text
  const times = paths.includes(':') ? paths.replace(TIME, '0') : paths
  return maskVariables(times).trim()
}

/**
 * Replaces words that are a number with its unit (`122k`, `5ms`) or a hexadecimal id with a digit in it. By hand, because it runs on every line of a
 * log: as a regular expression it took longer than any other. Exported for its test.
 */
export function maskVariables(text: string): string {
  let masked = ''
  let done = 0
  for (let at = 0; at < text.length; at++) {
    const start = at
    let digits = 0
    let leading = 0
    let beyondHex = 0
    for (; at < text.length; at++) {
      const code = text.charCodeAt(at)
      const letter = code | 0x20
      if (code >= 48 && code <= 57) {
        if (digits === at - start) leading++
        digits++
      } else if (letter < 97 || letter > 122 || code > 122) break
      else if (letter > 102) beyondHex++
    }
    if (digits === 0) continue
    const isNumber = leading === digits && at - start - digits <= 2 && leading > 0
    const isHex = beyondHex === 0 || (beyondHex === 1 && at - start > 2 && isPrefix(text, start))
    if (!isNumber && !isHex) continue
    masked += `${text.slice(done, start)}0`
    done = at
  }
  return done === 0 ? text : masked + text.slice(done)
}

/** `0x` */
const isPrefix = (text: string, at: number) => text.charCodeAt(at) === 48 && (text.charCodeAt(at + 1) | 0x20) === 120

/** A 53-bit hash of a text (two rounds of FNV-1a, http://www.isthe.com/chongo/tech/comp/fnv/); not for secrets. */
export function hash53(text: string): number {
  let low = 0x811c9dc5
  let high = 0x01234567
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    low = Math.imul(low ^ code, 0x01000193)
    high = Math.imul(high ^ code, 0x5bd1e995) ^ (low >>> 15)
  }
  return (high >>> 11) * 0x100000000 + (low >>> 0)
}
