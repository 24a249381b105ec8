/** Figures as people read them, the same in a terminal and on a page. */

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** `850 ms`, `12.3 s`, `4m 05s`, `2h 13m`, `3d 4h`. */
export function durationWords(ms: number | null): string {
  if (ms === null || !Number.isFinite(ms)) return '–'
  if (ms < 0) return `-${durationWords(-ms)}`
  if (ms < SECOND) return `${Math.round(ms)} ms`
  if (ms < MINUTE) return `${(ms / SECOND).toFixed(ms < 9950 ? 1 : 0)} s`
  const [large, small, marks, width] =
    ms < HOUR - SECOND / 2
      ? ([MINUTE, SECOND, 'ms', 2] as const)
      : ms < 2 * DAY
        ? ([HOUR, MINUTE, 'hm', 2] as const)
        : ([DAY, HOUR, 'dh', 1] as const)
  const whole = Math.round(ms / small)
  const each = large / small
  return `${Math.floor(whole / each)}${marks[0]} ${String(whole % each).padStart(width, '0')}${marks[1]}`
}

/** `97.3 %`; all and nothing only where it is so. */
export function percentWords(share: number | null): string {
  if (share === null || !Number.isFinite(share)) return '–'
  const percent = share * 100
  if (percent > 99.9 && percent < 100) return '99.9 %'
  return `${Number(percent.toPrecision(3))} %`
}

/** Three digits that count, with thousands apart. */
export function numberWords(value: number | null): string {
  if (value === null || !Number.isFinite(value)) return '–'
  if (Math.abs(value) >= 1000) return Math.round(value).toLocaleString('en-US')
  return String(Number(value.toPrecision(3)))
}

const BYTES = ['B', 'kB', 'MB', 'GB', 'TB'] as const

export function bytesWords(bytes: number | null): string {
  if (bytes === null || !Number.isFinite(bytes)) return '–'
  const step = Math.min(BYTES.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, Math.abs(bytes))) / 3)))
  return `${Number((bytes / 1000 ** step).toPrecision(3))} ${BYTES[step]}`
}

/** `2026-01-31 14:05`, in UTC. */
export const timeWords = (ms: number): string => new Date(ms).toISOString().slice(0, 16).replace('T', ' ')

/** `acme/web › ci › unit`, of what is known. */
export const placeWords = (...names: readonly (string | null)[]): string => names.filter(Boolean).join(' › ')

export const countWords = (count: number, what: string): string => `${numberWords(count)} ${what}${count === 1 ? '' : 's'}`

/** The day of an RFC 3339 time in UTC. */
export const dayWords = (time: string): string => new Date(time).toISOString().slice(0, 10)
