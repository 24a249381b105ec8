/** An RFC 3339 timestamp at the beginning of a line, as CI systems put it there, with what stands around it. */
const TIMESTAMP =
  /^\ufeff?\[?(?<date>\d{4}-\d\d-\d\d)[T ](?<time>\d\d:\d\d:\d\d)(?:[.,](?<fraction>\d{1,9}))?(?<zone>Z|[+-]\d\d:?\d\d)?\]? ?/

/** The line behind its timestamp; the line itself where there is none. Without a zone the time is taken for UTC. */
export function stripTimestamp(raw: string): { raw: string; timeMs?: number } {
  const first = raw.charCodeAt(0)
  if (first !== 0xfeff && first !== 91 && (first < 48 || first > 57)) return { raw }
  const found = TIMESTAMP.exec(raw)
  if (!found?.groups) return { raw }
  const { date, time, fraction = '0', zone = 'Z' } = found.groups
  const timeMs = Date.parse(
    `${date}T${time}.${fraction.slice(0, 3)}${zone === 'Z' ? zone : zone.replace(/(?<=\d\d)(?=\d\d$)/, ':')}`,
  )
  return Number.isNaN(timeMs) ? { raw } : { raw: raw.slice(found[0].length), timeMs }
}
