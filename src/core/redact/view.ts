/** Secrets hide behind characters nobody sees. A view leaves such characters out and remembers where the others stood. */
import type { Kind, Span } from './span.ts'

/** A text with parts left out. */
export interface View {
  readonly text: string
  /** Offset in the original of each character; null where nothing was left out. */
  readonly origin: Uint32Array | null
  /** Offsets in `text` at which something was left out that a reader sees as the end of a line. */
  readonly joins: ReadonlySet<number>
}

// CSI and OSC sequences, other escapes, controls but tab, CR and LF, and code points without width.
// biome-ignore-start lint/suspicious/noMisleadingCharacterClass: code points one by one are meant
const INVISIBLE =
  /\x1b[\]PX^_][^\x07\x1b\n]*(?:\x07|\x1b\\)?|[\x1b\x9b]\[?[0-?]*[ -/]*[@-~]|[\u034f\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb]|\udb40[\udc00-\udfff]/g
// biome-ignore-end lint/suspicious/noMisleadingCharacterClass: as above
const HAS_INVISIBLE = new RegExp(INVISIBLE.source)
const LINE_JOIN = /[ \t]*\\?\r?\n(?:\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z )?[ \t]*(?:[>|+] )?/g
const BLANK = /[\s"'`\\]+/g

/** The text as it is. */
export function plainView(text: string): View {
  return { text, origin: null, joins: new Set() }
}

/** Without escape sequences, control characters and zero-width characters; null where there are none. */
export function visibleView(text: string): View | null {
  return HAS_INVISIBLE.test(text) ? without(plainView(text), INVISIBLE) : null
}

/** Without line ends and the indentation after them; null for a single line. */
export function joinedView(view: View): View | null {
  return view.text.includes('\n') ? without(view, LINE_JOIN) : null
}

/** Without white space, quotes and backslashes. */
export function squeezedView(view: View): View {
  return without(view, BLANK)
}

/** The same squeeze for a text to be looked for in a squeezed view. */
export function squeeze(text: string): string {
  return text.replace(INVISIBLE, '').replace(BLANK, '')
}

/** A span of the original from offsets in a view. */
export function originalSpan(view: View, span: { start: number; end: number; kind: Kind }): Span {
  const { origin } = view
  if (!origin) return span
  const start = origin[span.start] ?? 0
  const last = origin[span.end - 1] ?? start
  return { start, end: last + 1, kind: span.kind }
}

function without(view: View, parts: RegExp): View {
  const { text, origin: outer } = view
  const origin = new Uint32Array(text.length)
  const joins = new Set<number>()
  let kept = ''
  let position = 0
  const keep = (end: number) => {
    for (let index = position; index < end; index++) origin[kept.length + index - position] = outer ? (outer[index] ?? 0) : index
    kept += text.slice(position, end)
  }
  for (const match of text.matchAll(parts)) {
    keep(match.index)
    position = match.index + match[0].length
    if (match[0].includes('\n')) joins.add(kept.length)
  }
  keep(text.length)
  return { text: kept, origin: origin.subarray(0, kept.length), joins }
}
