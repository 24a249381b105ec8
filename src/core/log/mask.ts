/** Numbers, hexadecimal ids and times differ from run to run; masked, two runs of the same job print the same lines. */

const PATH_OF_RUN = /(?:\/tmp\/|\/var\/folders\/)\S+/g
const TIME = /\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d{1,9})?(?:Z|[+-]\d\d:?\d\d)?/g
const DIGIT = /\d/
/** A word that is a number with its unit (`122k`, `5ms`) or a hexadecimal id; a digit is in it. */
const VARIABLE = /(?<![a-z\d])(?=[a-z]*\d)(?:\d+[a-z]{0,2}|(?:0x)?[\da-f]+)(?![a-z\d])/gi

/** The line with everything that changes between runs replaced; time linear in the line. */
export function mask(text: string): string {
  if (!DIGIT.test(text)) return text.trim()
  const paths = text.includes('/tmp/') || text.includes('/var/folders/') ? text.replace(PATH_OF_RUN, '/tmp/*') : text
  const times = paths.includes(':') ? paths.replace(TIME, '0') : paths
  return times.replace(VARIABLE, '0').trim()
}

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
