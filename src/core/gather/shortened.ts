/** Names, addresses and the like, in characters. */
export const LONGEST_NAME = 1000
export const LONGEST_MESSAGE = 64 * 1024

/** Characters that may stand behind the last space that is kept: what a cut would leave half is left out whole. */
const LONGEST_WORD = 1000

/** The text up to so many characters; a longer one ends before the word that would be cut, and with `…`. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text
  const start = text.slice(0, most - 1)
  const end = Math.max(start.lastIndexOf(' '), start.lastIndexOf('\n'))
  return `${end > 0 && end >= start.length - LONGEST_WORD ? start.slice(0, end) : start.toWellFormed()}…`
}
