import { SherpaError } from '../core/model/trouble.ts'

/** Readers of option values, as commander calls them: text in, value out, or a sentence that says what was wrong. */

/** A whole number from 1. */
export function count(text: string): number {
  const value = Number(text)
  if (Number.isSafeInteger(value) && value > 0) return value
  throw usage(`${quote(text)} is not a whole number from 1`)
}

/** A point in time in RFC 3339. */
export function time(text: string): Date {
  const value = new Date(text)
  if (/^\d{4}-\d\d-\d\d/.test(text) && !Number.isNaN(value.getTime())) return value
  throw usage(`${quote(text)} is not a time in RFC 3339`, 'write it like 2026-11-22T08:30:00Z')
}

/** Collects an option that may be given several times. */
export const repeatable = (text: string, previous: readonly string[]): readonly string[] => [...previous, text]

const quote = (text: string) => JSON.stringify(text)

const usage = (message: string, hint = 'see sherpa --help') =>
  new SherpaError({ code: 'bad-option', kind: 'usage', message, hint })
