/** Secrets under base64, hexadecimal or percent encoding, or in the escapes of programs and of HTML, also twice. */
import { findAssignments } from './assignments.ts'
import { fromBase64, fromEscapes, fromHex, fromPercent } from './encoding.ts'
import { findShapes } from './shapes.ts'
import type { Kind } from './span.ts'
import { type FoundToken, findTokens, HAS_PREFIX } from './tokens.ts'
import { plainView, type View } from './view.ts'

// Text in base64 has letters of both cases.
const BASE64_RUN = /[A-Za-z0-9+/_-]{24,}={0,2}/g
const HEX_RUN = /(?:[0-9a-fA-F]{2}){20,}/g
const PERCENT_RUN = /(?<![\w.~+*'()!$&,;=:@/?%-])[\w.~+*'()!$&,;=:@/?-]*(?:%[0-9a-fA-F]{2}[\w.~+*'()!$&,;=:@/?-]*)+/g
// As programs and dumps write bytes: `67:68:70:5f`, `67 68 70 5f`, `0x67, 0x68`.
const APART_RUN = /(?<![0-9a-zA-Z])(?:0x)?[0-9a-fA-F]{2}(?:(?:, ?|[ :-])(?:0x)?[0-9a-fA-F]{2}){19,}(?![0-9a-zA-Z])/g
const ESCAPED_RUN =
  /(?<![\w.~+/=-])[\w.~+/=-]{0,256}(?:(?:\\{1,4}u00|\\{1,4}x)[0-9a-fA-F]{2}[\w.~+/=-]{0,256}|&#(?:\d{2,3}|x[0-9a-fA-F]{2});[\w.~+/=-]{0,256})+/g
/** Of a run over more lines only the first few are tried as its beginning. */
const MOST_STARTS = 8
/** Longer readable texts are files (source maps), not somebody's secret. */
const MOST_TEXT = 2048

/** Spans, in offsets of the view, of texts that stand for a known token; in a view of joined lines only those over a join. */
export function findEncoded(view: View, depth = 2): FoundToken[] {
  if (depth === 0) return []
  return [
    ...decodable(view, BASE64_RUN, fromMixedBase64, depth),
    ...decodable(view, HEX_RUN, fromHex, depth),
    ...(view.text.includes('%') ? decodable(view, PERCENT_RUN, fromPercent, depth) : []),
    ...decodable(view, APART_RUN, text => fromHex(text.replace(/0x|[^0-9a-fA-F]/g, '')), depth),
    ...(/\\[ux]|&#/.test(view.text) ? decodable(view, ESCAPED_RUN, fromEscapes, depth) : []),
  ]
}

function decodable(view: View, run: RegExp, decode: (text: string) => string | null, depth: number): FoundToken[] {
  const found: FoundToken[] = []
  for (const match of view.text.matchAll(run)) {
    const end = match.index + match[0].length
    const broken = joinsWithin(view, match.index, end)
    if (view.joins.size > 0 && broken.length === 0) continue
    // A run over lines may have swallowed the last word of the line above.
    for (const start of [match.index, ...broken]) {
      const decoded = decode(view.text.slice(start, end))
      const kind = decoded === null ? null : (heldBy(decoded, depth) ?? (run === BASE64_RUN ? told(decoded) : null))
      if (!kind) continue
      found.push({ start, end, kind })
      break
    }
  }
  return found
}

/** Where the run was put together from lines, the first few of them. */
function joinsWithin({ joins }: View, start: number, end: number): number[] {
  const found: number[] = []
  if (joins.size === 0) return found
  for (let index = start + 1; index < Math.min(end, start + 1024) && found.length < MOST_STARTS; index++)
    if (joins.has(index)) found.push(index)
  return found
}

/** The kind of secret that a decoded text holds. */
function heldBy(decoded: string, depth: number): Kind | null {
  if (/-----BEGIN [A-Z ]{0,40}PRIVATE KEY/.test(decoded)) return 'private-key'
  const view = plainView(decoded)
  const token = HAS_PREFIX.test(decoded) ? findTokens(view)[0] : undefined
  return (token ?? findEncoded(view, depth - 1)[0])?.kind ?? null
}

/** A secret by its place, in what is text through and through. */
function told(decoded: string): Kind | null {
  if (decoded.length > MOST_TEXT || !/^[\t\r\n\x20-\x7e]+$/.test(decoded)) return null
  return (findShapes(decoded)[0] ?? findAssignments(decoded)[0])?.kind ?? null
}

/** Tolerates an end that belongs to something else. */
function fromMixedBase64(text: string): string | null {
  if (!/[a-z]/.test(text) || !/[A-Z]/.test(text)) return null
  return fromBase64(text) ?? fromBase64(text.slice(0, text.length - (text.length % 4)))
}
