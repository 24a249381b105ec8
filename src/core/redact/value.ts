/** Redaction of whole JSON values: every string, so that nothing printed can bypass it. */
import type { SecretFinder } from '../ports/secrets.ts'
import { hideSpans, type Redactor } from './redact.ts'
import type { Span } from './span.ts'

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
/** Records whose keys are chosen by rules or by strangers and whose values may be text of a log. */
const RECORDS_OF_TEXT = new Set(['captures', 'params', 'metrics'])

/**
 * The same value with every string redacted, and with the keys of records that strangers fill; our own keys and words, numbers and
 * booleans are kept.
 * Strings of one array, and lines of a log (`n`, `text`) in one array, are taken as lines of one text, so that a secret broken over
 * them is found.
 */
export function redactValue<T>(value: T, redact: Redactor): T {
  return redacted(value, redact, false) as T
}

/**
 * {@link redactValue}, then what was hidden in one string wherever it stands in another, and then what a further finder finds
 * in what is left: for everything that leaves the process.
 * Rejects where the finder cannot work, so that nothing goes out half redacted.
 * @param around texts that are not printed themselves but tell what is secret in those that are
 */
export async function redactAll<T>(value: T, redact: Redactor, finder: SecretFinder, around: readonly string[] = []): Promise<T> {
  const once = redactTogether(value, redact, around)
  const suspects = new Set<string>()
  eachText(once, false, text => {
    if (finder.mayFind(text)) suspects.add(text)
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

/** A title or a capture may hold a secret without the words beside it that told so, a line one half of a token. */
function redactTogether<T>(value: T, redact: Redactor, around: readonly string[]): T {
  const hidden = new Set<string>()
  const learn: Redactor = text => {
    const shown = redact(text)
    if (shown !== text) for (const piece of redact.hidden?.(text) ?? []) if (isTelling(piece)) hidden.add(piece)
    return shown
  }
  for (const text of around) learn(text)
  const once = redactValue(value, learn)
  return hidden.size === 0 ? once : redactValue(once, text => hideSpans(text, occurrences(text, hidden)))
}

/** Words are not hidden for having been somebody's password: they would be missing everywhere. */
const isTelling = (piece: string) => piece.length >= 8 && /\d/.test(piece) && /[A-Za-z]/.test(piece)

function occurrences(text: string, pieces: ReadonlySet<string>): Span[] {
  const spans: Span[] = []
  for (const piece of pieces)
    for (let at = text.indexOf(piece); at !== -1; at = text.indexOf(piece, at + piece.length))
      spans.push({ start: at, end: at + piece.length, kind: 'secret' })
  return spans
}

function redacted(value: unknown, redact: Redactor, ofText: boolean): unknown {
  if (typeof value === 'string') return redact(value)
  if (Array.isArray(value)) return redactedArray(value, redact, ofText)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      ofText ? redact(key) : key,
      !ofText && isOurs(key, item) ? item : redacted(item, redact, ofText || isOfText(key, item)),
    ]),
  )
}

function redactedArray(items: readonly unknown[], redact: Redactor, ofText: boolean): unknown[] {
  if (items.every(isString)) return redactLines(items, redact)
  if (!items.every(isLine)) return items.map(item => redacted(item, redact, ofText))
  const texts = redactLines(
    items.map(item => item.text),
    redact,
  )
  return items.map(({ text: _, ...item }, i) => ({ ...(redacted(item, redact, ofText) as object), text: texts[i] }))
}

/** Every text that {@link redactValue} would redact, without making a copy of the value. */
function eachText(value: unknown, ofText: boolean, see: (text: string) => void): void {
  if (typeof value === 'string') see(value)
  else if (Array.isArray(value)) {
    if (value.length > 0 && value.every(isString)) see(value.join('\n'))
    else if (value.length > 0 && value.every(isLine)) {
      see(value.map(({ text }) => text).join('\n'))
      for (const { text: _, ...item } of value) eachText(item, ofText, see)
    } else for (const item of value) eachText(item, ofText, see)
  } else if (typeof value === 'object' && value !== null)
    for (const [key, item] of Object.entries(value)) {
      if (ofText) see(key)
      if (ofText || !isOurs(key, item)) eachText(item, ofText || isOfText(key, item), see)
    }
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

const isOfText = (key: string, item: unknown) => RECORDS_OF_TEXT.has(key) && !Array.isArray(item)

function isOurs(key: string, value: unknown): boolean {
  return WORDS_OF_OURS.has(key) && typeof value === 'string' && /^[a-z][a-z0-9_./:-]{0,48}$/.test(value)
}

function isString(value: unknown): value is string {
  return typeof value === 'string'
}

/** A line of a log, with its number. */
function isLine(value: unknown): value is { readonly n: number; readonly text: string } {
  return typeof value === 'object' && value !== null && 'n' in value && 'text' in value && isString(value.text)
}
