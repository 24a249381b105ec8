import type { QuarantineFormat } from '../config/config.ts'

/** A list with other names in it; null where the text is none of that format. */

/** Adds names that are not there yet, at the end; what stands there stays as it is. @param text null: there is no list yet */
export function withNames(text: string | null, names: readonly string[], format: QuarantineFormat): string | null {
  const known = namesIn(text, format)
  if (!known) return null
  const added = names.filter(name => !known.has(name))
  if (added.length === 0) return text
  if (format === 'json') return written([...known, ...added], text)
  const before = text ?? ''
  const end = before.includes('\r\n') ? '\r\n' : '\n'
  const gap = before === '' || before.endsWith('\n') ? '' : end
  return `${before}${gap}${added.map(name => `${name}${end}`).join('')}`
}

/** Takes names out again. */
export function withoutNames(text: string | null, names: readonly string[], format: QuarantineFormat): string | null {
  const known = namesIn(text, format)
  if (!known || text === null) return text
  const gone = new Set(names)
  if (!names.some(name => known.has(name))) return text
  if (format === 'json')
    return written(
      [...known].filter(name => !gone.has(name)),
      text,
    )
  return text
    .split(/(?<=\n)/)
    .filter(line => !gone.has(line.trim()))
    .join('')
}

/** The names on a list; null where it is none. */
export function namesIn(text: string | null, format: QuarantineFormat): ReadonlySet<string> | null {
  if (text === null || text.trim() === '') return new Set()
  if (format === 'json') return namesOf(text)
  const lines = text.replace(/^\ufeff/, '').split('\n')
  return new Set(lines.map(line => line.trim()).filter(line => line !== '' && !line.startsWith('#')))
}

function namesOf(text: string): ReadonlySet<string> | null {
  try {
    const value: unknown = JSON.parse(text)
    return Array.isArray(value) && value.every(name => typeof name === 'string') ? new Set(value) : null
  } catch {
    return null
  }
}

/** Indented as it was. */
function written(names: readonly string[], before: string | null): string {
  const indent = /^\s*\[\r?\n([ \t]+)/.exec(before ?? '')?.[1] ?? 2
  return `${JSON.stringify(names, null, indent)}\n`
}
