/** As most CI systems put it there; nothing is captured, because this is asked of every line. */
const USUAL = /\d{4}-\d\d-\d\dT(?:[01]\d|2[0-3]):\d\d:\d\d(?:\.\d{1,9})?Z(?= )/y

/** An RFC 3339 timestamp at the beginning of a line, with what else may stand around it. */
const TIMESTAMP =
  /^\ufeff?\[?(?<date>\d{4}-\d\d-\d\d)[T ](?<time>\d\d:\d\d:\d\d)(?:[.,](?<fraction>\d{1,9}))?(?<zone>Z|[+-]\d\d:?\d\d)?\]? ?/

/** The line behind its timestamp; the line itself where there is none. Without a zone the time is taken for UTC. */
export function stripTimestamp(raw: string): { raw: string; timeMs?: number } {
  USUAL.lastIndex = 0
  if (!USUAL.test(raw)) return stripUnusual(raw)
  const end = USUAL.lastIndex
  return behind(raw, end + 1, Date.parse(raw.slice(0, end)))
}

function stripUnusual(raw: string) {
  const first = raw.charCodeAt(0)
  if (first !== 0xfeff && first !== 91 && (first < 48 || first > 57)) return { raw }
  const found = TIMESTAMP.exec(raw)
  if (!found?.groups) return { raw }
  const { date, time, fraction = '0', zone = 'Z' } = found.groups
  const timeMs = Date.parse(
    `${date}T${time}.${fraction.slice(0, 3)}${zone === 'Z' ? zone : zone.replace(/(?<=\d\d)(?=\d\d$)/, ':')}`,
  )
  return behind(raw, found[0].length, timeMs)
}

const behind = (raw: string, end: number, timeMs: number) => (Number.isNaN(timeMs) ? { raw } : { raw: raw.slice(end), timeMs })
