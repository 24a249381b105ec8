/** Redaction of whole JSON values: every string, so that nothing printed can bypass it. */
import type { SecretFinder } from '../ports.ts'
import { hideSpans, type Redactor } from './redact.ts'

/** Fields whose value is one of a few words of ours, never text of a log. */
const WORDS_OF_OURS = new Set([
  'schema',
  'category',
  'fingerprint',
  'framework',
  'conclusion',
  'status',
  'direction',
  'kind',
  'format',
  'mark',
  'role',
  'level',
])
/** Records whose keys are chosen by rules and whose values are text of a log. */
const RECORDS_OF_TEXT = new Set(['captures', 'params'])

/**
 * The same value with every string redacted; keys, numbers, booleans and our own words are kept.
 * Strings of one array are taken as lines of one text, so that a secret broken over them is found.
 */
export function redactValue<T>(value: T, redact: Redactor): T {
  return redacted(value, redact, false) as T
}

/**
 * {@link redactValue}, and then what a further finder finds in what is left: for everything that leaves the process.
 * Rejects where the finder cannot work, so that nothing goes out half redacted.
 */
export async function redactAll<T>(value: T, redact: Redactor, finder: SecretFinder): Promise<T> {
  const once = redactValue(value, redact)
  const suspects = new Set<string>()
  redactValue(once, text => {
    if (finder.mayFind(text)) suspects.add(text)
    return text
  })
  if (suspects.size === 0) return once
  const hidden = new Map<string, string>()
  for (const text of suspects) {
    const found = await finder.find(text)
    hidden.set(
      text,
      hideSpans(
        text,
        found.map(({ start, end }) => ({ start, end, kind: 'secret' })),
      ),
    )
  }
  return redactValue(once, text => hidden.get(text) ?? text)
}

function redacted(value: unknown, redact: Redactor, ofText: boolean): unknown {
  if (typeof value === 'string') return redact(value)
  if (Array.isArray(value))
    return value.every(isString) ? redactLines(value, redact) : value.map(item => redacted(item, redact, ofText))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      !ofText && isOurs(key, item) ? item : redacted(item, redact, RECORDS_OF_TEXT.has(key)),
    ]),
  )
}

/** Redacts lines that follow one another as one text; as many lines come back. */
export function redactLines(lines: readonly string[], redact: Redactor): string[] {
  const pieces = redact(lines.join('\n')).split('\n')
  let position = 0
  return lines.map(line => {
    const count = line.split('\n').length
    position += count
    return pieces.slice(position - count, position).join('\n')
  })
}

function isOurs(key: string, value: unknown): boolean {
  return WORDS_OF_OURS.has(key) && typeof value === 'string' && /^[a-z][a-z0-9_./:-]{0,48}$/.test(value)
}

function isString(value: unknown): value is string {
  return typeof value === 'string'
}
