/** Secrets with a known prefix under base64, hexadecimal or percent encoding, also twice. */
import { fromBase64 } from './shapes.ts'
import type { Kind } from './span.ts'
import { findTokens, type FoundToken } from './tokens.ts'
import { plainView, type View } from './view.ts'

const BASE64_RUN = /[A-Za-z0-9+/_-]{24,}={0,2}/g
const HEX_RUN = /(?:[0-9a-fA-F]{2}){20,}/g
const PERCENT_RUN = /[\w.~+*'()!$&,;=:@/?-]*(?:%[0-9a-fA-F]{2}[\w.~+*'()!$&,;=:@/?-]*)+/g

/** Spans, in offsets of the view, of texts that stand for a known token. */
export function findEncoded(view: View, depth = 2): FoundToken[] {
  if (depth === 0) return []
  const { text } = view
  return [
    ...decodable(text, BASE64_RUN, fromBase64, depth),
    ...decodable(text, HEX_RUN, fromHex, depth),
    ...(text.includes('%') ? decodable(text, PERCENT_RUN, fromPercent, depth) : []),
  ]
}

function decodable(text: string, run: RegExp, decode: (text: string) => string | null, depth: number): FoundToken[] {
  const found: FoundToken[] = []
  for (const match of text.matchAll(run)) {
    const kind = heldBy(decode(match[0]) ?? decode(match[0].slice(0, match[0].length - (match[0].length % 4))), depth)
    if (kind) found.push({ start: match.index, end: match.index + match[0].length, kind })
  }
  return found
}

/** The kind of secret that a decoded text holds. */
function heldBy(decoded: string | null, depth: number): Kind | null {
  if (decoded === null) return null
  if (/-----BEGIN [A-Z ]{0,40}PRIVATE KEY/.test(decoded)) return 'private-key'
  const view = plainView(decoded)
  return (findTokens(view)[0] ?? findEncoded(view, depth - 1)[0])?.kind ?? null
}

function fromHex(text: string): string {
  let out = ''
  for (let index = 0; index + 1 < text.length; index += 2) out += String.fromCharCode(Number.parseInt(text.slice(index, index + 2), 16))
  return out
}

function fromPercent(text: string): string {
  return text.replace(/%([0-9a-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}
