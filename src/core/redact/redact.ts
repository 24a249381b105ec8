/**
 * Hides secrets in text that is about to be shown, sent or stored. Pure, synchronous, never throws; time linear in the text.
 * Keeps the number of lines, so line numbers still point where they did; a second pass changes nothing.
 */
import { findAssignments } from './assignments.ts'
import { findEncoded } from './encoded.ts'
import { findRandom } from './entropy.ts'
import { formsOf } from './forms.ts'
import { findPrivateKeys } from './private-keys.ts'
import { findShapes } from './shapes.ts'
import { applySpans, MARKER, type Span } from './span.ts'
import { findTokens } from './tokens.ts'
import { joinedView, originalSpan, plainView, squeeze, squeezedView, type View, visibleView } from './view.ts'

export type { Span } from './span.ts'

/** Hides what it finds in a text. */
export interface Redactor {
  (text: string): string
  /** What it hides in the text, line by line: where the same stands alone, nothing may tell that it is a secret. */
  readonly hidden?: (text: string) => readonly string[]
}

/** What a redactor knows beyond the forms that every secret of a kind has. */
export interface RedactorOptions {
  /** Secrets by value, in UTF-8: hidden in every usual encoding. Shorter ones than six characters are ignored. */
  readonly values?: readonly string[]
  /** A further finder; its spans are hidden too. */
  readonly find?: (text: string) => readonly Span[]
}

/** Passes after which the text is taken as it is; each pass can only hide more. */
const MOST_PASSES = 8
/** Stands in for a marker while a text is searched; part of no secret's form. */
const BARRIER = '\ufffc'

/** Hides every secret of a known form. */
export const redact: Redactor = createRedactor()

/** A redactor that also hides the given values and what the given finder finds. */
export function createRedactor({ values = [], find }: RedactorOptions = {}): Redactor {
  const forms = [...new Set(values.flatMap(formsOf))]
  const squeezedForms = [...new Set(forms.map(squeeze))].filter(form => form.length >= 8)
  const spansOf = (part: string) => [
    ...findForms(plainView(part), forms),
    ...(forms.length > 0 ? findForms(squeezedView(visibleView(part) ?? plainView(part)), squeezedForms) : []),
    ...findSecrets(part),
    ...(find?.(part) ?? []),
  ]
  return Object.assign((text: string) => inPasses(text, spansOf), {
    hidden: (text: string) => {
      const pieces: string[] = []
      inPasses(text, (part, whole) => {
        const spans = spansOf(part)
        for (const { start, end } of spans) for (const piece of whole.slice(start, end).split('\n')) pieces.push(piece)
        return spans
      })
      return pieces.map(piece => piece.trim()).filter(piece => piece !== '' && !piece.includes('[redacted:'))
    },
  })
}

/** @param find finds spans in a text whose markers are walled off; told the text as it is, too */
function inPasses(text: string, find: (walled: string, text: string) => readonly Span[]): string {
  let redacted = text
  for (let pass = 0; pass < MOST_PASSES; pass++) {
    const next = onePass(redacted, find)
    if (next === redacted) break
    redacted = next
  }
  return redacted
}

/** Spans of everything that has the form of a secret. */
function findSecrets(text: string): Span[] {
  const plain = plainView(text)
  const visible = visibleView(text)
  const shown = visible ?? plain
  const joined = joinedView(shown)
  return [
    ...(visible
      ? [
          ...inView(plain, findTokens),
          ...inView(plain, spread(findPrivateKeys)),
          ...inView(plain, spread(findShapes)),
          ...inView(plain, spread(findAssignments)),
        ]
      : []),
    ...inView(joined ?? shown, findTokens),
    ...inView(shown, findEncoded),
    ...(joined ? inView(joined, findEncoded) : []),
    ...[findPrivateKeys, findShapes, findAssignments, findRandom].flatMap(find => inView(shown, spread(find))),
  ]
}

function inView(view: View, find: (view: View) => readonly Span[]): Span[] {
  return find(view).map(span => originalSpan(view, span))
}

/** A finder of texts as a finder of views. */
function spread(find: (text: string) => readonly Span[]): (view: View) => readonly Span[] {
  return view => find(view.text)
}

/** The text with the spans hidden, but for what was hidden before. */
export function hideSpans(text: string, spans: readonly Span[]): string {
  if (!text.includes('[redacted:')) return applySpans(text, spans)
  const walled = wallOff(text)
  return applySpans(
    text,
    spans.flatMap(span => around(span, walled)),
  )
}

/** Markers of an earlier pass are walls: nothing is found in or across them. */
function onePass(text: string, find: (walled: string, text: string) => readonly Span[]): string {
  return hideSpans(text, find(text.includes('[redacted:') ? wallOff(text) : text, text))
}

function wallOff(text: string): string {
  return text.replace(MARKER, marker => BARRIER.repeat(marker.length))
}

/** The parts of a span that are not markers. */
function around(span: Span, walled: string): Span[] {
  const pieces: Span[] = []
  const covered = walled.slice(span.start, span.end)
  for (const match of covered.matchAll(/[^\ufffc]+/g)) {
    if (/[^\s]/.test(match[0]))
      pieces.push({ ...span, start: span.start + match.index, end: span.start + match.index + match[0].length })
  }
  return pieces
}

function findForms(view: View, forms: readonly string[]): Span[] {
  const spans: Span[] = []
  for (const form of forms) {
    for (let at = view.text.indexOf(form); at !== -1; at = view.text.indexOf(form, at + form.length)) {
      spans.push(originalSpan(view, { start: at, end: at + form.length, kind: 'value' }))
    }
  }
  return spans
}
