import { SherpaError } from '../core/model/trouble.ts'

/** Readers of option values, as commander calls them: text in, value out, or a sentence that says what was wrong. */

/** A whole number from 1. */
export function count(text: string): number {
  const value = Number(text)
  if (Number.isSafeInteger(value) && value > 0) return value
  throw usage(`${quote(text)} is not a whole number from 1`)
}

/** A number from 0 to 1. */
export function share(text: string): number {
  const value = Number(text)
  if (text.trim() !== '' && value >= 0 && value <= 1) return value
  throw usage(`${quote(text)} is not a number from 0 to 1`)
}

/** A number between 0 and 1, without the ends. */
export function fraction(text: string): number {
  const value = Number(text)
  if (text.trim() !== '' && value > 0 && value < 1) return value
  throw usage(`${quote(text)} is not a number between 0 and 1`, 'write it like 0.3')
}

/** A point in time in RFC 3339. */
export function time(text: string): Date {
  const value = new Date(text)
  if (/^\d{4}-\d\d-\d\d/.test(text) && !Number.isNaN(value.getTime())) return value
  throw usage(`${quote(text)} is not a time in RFC 3339`, 'write it like 2026-11-22T08:30:00Z')
}

const MILLISECONDS = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 } as const

/** An age such as `90d`, in milliseconds. */
export function duration(text: string): number {
  const { number, unit } = /^(?<number>\d+(?:\.\d+)?)(?<unit>[smhdw])$/.exec(text)?.groups ?? {}
  if (number !== undefined && isKey(MILLISECONDS, unit)) return Number(number) * MILLISECONDS[unit]
  throw usage(`${quote(text)} is not an age`, 'write it like 90d, 12h or 30m')
}

const BYTES = { B: 1, kB: 1e3, KB: 1e3, MB: 1e6, GB: 1e9, KiB: 2 ** 10, MiB: 2 ** 20, GiB: 2 ** 30 } as const

/** A size such as `200MB`, in bytes. */
export function size(text: string): number {
  const { number, unit } = /^(?<number>\d+(?:\.\d+)?) ?(?<unit>[kKMG]?i?B)$/.exec(text)?.groups ?? {}
  if (number !== undefined && isKey(BYTES, unit)) return Number(number) * BYTES[unit]
  throw usage(`${quote(text)} is not a size`, 'write it like 200MB or 2GB')
}

const isKey = <T extends object>(units: T, unit: string | undefined): unit is Extract<keyof T, string> =>
  unit !== undefined && Object.hasOwn(units, unit)

/** Collects an option that may be given several times. */
export const repeatable = (text: string, previous: readonly string[]): readonly string[] => [...previous, text]

const quote = (text: string) => JSON.stringify(text)

const usage = (message: string, hint = 'see sherpa --help') =>
  new SherpaError({ code: 'bad-option', kind: 'usage', message, hint })
