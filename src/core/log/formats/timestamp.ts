/** An RFC 3339 timestamp at the beginning of a line, as CI systems put it there, with what stands around it. */
const TIMESTAMP = /^\ufeff?\[?(\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d{1,9})?(?:Z|[+-]\d\d:?\d\d)?)\]? ?/

/** The line behind its timestamp; the line itself where there is none. */
export function stripTimestamp(raw: string): { raw: string; timeMs?: number } {
  const first = raw.charCodeAt(0)
  if (first !== 0xfeff && first !== 91 && (first < 48 || first > 57)) return { raw }
  const found = TIMESTAMP.exec(raw)
  if (!found) return { raw }
  const timeMs = Date.parse(`${(found[1] as string).slice(0, 23).replace(' ', 'T').replace(',', '.').replace(/Z?$/, 'Z')}`)
  return Number.isNaN(timeMs) ? { raw } : { raw: raw.slice(found[0].length), timeMs }
}

/** Share of the lines that begin with a timestamp. */
export const timestamped = (lines: readonly string[]): number =>
  lines.filter(line => TIMESTAMP.test(line)).length / Math.max(1, lines.length)
