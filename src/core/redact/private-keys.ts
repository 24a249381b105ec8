import type { Span } from './span.ts'

const KEY_BEGIN = /-----BEGIN (?:[A-Z0-9]+ ){0,4}PRIVATE KEY(?: BLOCK)?-----|PuTTY-User-Key-File-\d(?:: [\w@.-]{1,64})?/g

/** Private keys, whole or cut off; also where line ends are written as `\n` in a string. */
export function findPrivateKeys(text: string): Span[] {
  const spans: Span[] = []
  if (!text.includes('PRIVATE KEY') && !text.includes('PuTTY-User-Key-File')) return spans
  let reached = 0
  for (const match of text.matchAll(KEY_BEGIN)) {
    if (match.index < reached) continue
    const body = match.index + match[0].length
    reached = keyEnd(text, body)
    spans.push({ start: match.index, end: reached, kind: 'private-key' })
  }
  return spans
}

/** After the END line, or where an excerpt stops looking like a key. */
function keyEnd(text: string, start: number): number {
  const piece =
    /(?:(?:Proc-Type|DEK-Info|Key-Derivation|Argon2-[A-Z][a-z]{3,12}|Version|Comment|Encryption|Public-Lines|Private-Lines|Private-MAC|Hash)[:-][^\n]{0,200}|[ \t>|]|\\+[nr]|\r?\n|["'+,]|[A-Za-z0-9+/=]{16,}|[A-Za-z0-9+/]{1,15}={0,2}(?=\s*(?:\\+[nr]|\r?\n|-|$|["'])))/y
  let end = start
  let content = start
  for (;;) {
    piece.lastIndex = end
    const match = piece.exec(text)
    if (!match) break
    end += match[0].length
    if (/[A-Za-z0-9]/.test(match[0]) && !/^\\+[nr]$/.test(match[0])) content = end
  }
  const closing = /-----END (?:[A-Z0-9]+ ){0,4}PRIVATE KEY(?: BLOCK)?-----/y
  closing.lastIndex = end
  return closing.exec(text) ? closing.lastIndex : content
}
