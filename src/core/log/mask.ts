/** Numbers, hexadecimal ids and times differ from run to run; masked, two runs of the same job print the same lines. */

const VARIABLE = /\b(?:0x)?[0-9a-f]*[0-9][0-9a-f]*\b/gi
const PATH_OF_RUN = /(?:\/tmp\/|\/var\/folders\/)\S+/g

/** The line with everything that changes between runs replaced. */
export const mask = (text: string): string => text.replace(PATH_OF_RUN, '/tmp/*').replace(VARIABLE, '0').trim()

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
