/**
 * XML cut into tags and text, in one pass over the document: enough for test reports. No document types, no entities but
 * the five of XML and character references, nothing is ever fetched. Elements nest no deeper than `DEPTH`.
 */
export type XmlToken =
  | { readonly kind: 'open'; readonly name: string; readonly attributes: string; readonly isEmpty: boolean }
  | { readonly kind: 'close'; readonly name: string }
  /** `raw`: out of a CDATA section, not to be decoded. */
  | { readonly kind: 'text'; readonly text: string; readonly raw: boolean }
  | { readonly kind: 'trouble'; readonly what: string }

const DEPTH = 200
const NAME = /^[A-Za-z_][\w:.-]*/
const ATTRIBUTE = /([A-Za-z_][\w:.-]{0,200})\s{0,80}=\s{0,80}(?:"([^"]*)"|'([^']*)')/g
const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

/** Ends after the first trouble. */
export function* tokens(xml: string): Generator<XmlToken, void, undefined> {
  let at = 0
  let depth = 0
  while (at < xml.length) {
    const start = xml.indexOf('<', at)
    const text = xml.slice(at, start < 0 ? undefined : start)
    if (text.trim()) yield { kind: 'text', text, raw: false }
    if (start < 0) return
    const special = SPECIAL.find(({ from }) => xml.startsWith(from, start))
    if (special) {
      const end = special.to ? xml.indexOf(special.to, start + special.from.length) : -1
      if (!special.to) return yield { kind: 'trouble', what: 'it has a document type, which is refused' }
      if (end < 0) return yield { kind: 'trouble', what: `it ends inside ${special.from}` }
      if (special.from === '<![CDATA[') yield { kind: 'text', text: xml.slice(start + special.from.length, end), raw: true }
      at = end + special.to.length
      continue
    }
    const end = tagEnd(xml, start)
    if (end < 0) return yield { kind: 'trouble', what: 'it ends inside a tag' }
    const isClose = xml[start + 1] === '/'
    const inner = xml.slice(start + (isClose ? 2 : 1), end)
    const name = NAME.exec(inner)?.[0]
    if (name === undefined) return yield { kind: 'trouble', what: `"<${inner.slice(0, 20)}" is no tag` }
    if (isClose) {
      depth--
      yield { kind: 'close', name }
    } else {
      const isEmpty = inner.endsWith('/')
      if (!isEmpty && ++depth > DEPTH) return yield { kind: 'trouble', what: `elements nest deeper than ${DEPTH}` }
      yield { kind: 'open', name, attributes: inner.slice(name.length), isEmpty }
    }
    at = end + 1
  }
}

/** `to` is absent where the thing is refused. */
const SPECIAL: readonly { readonly from: string; readonly to?: string }[] = [
  { from: '<!--', to: '-->' },
  { from: '<![CDATA[', to: ']]>' },
  { from: '<?', to: '?>' },
  { from: '<!' },
]

/** Where the tag that starts here closes: the first `>` outside of quotes. */
function tagEnd(xml: string, start: number): number {
  let quote = ''
  for (let at = start + 1; at < xml.length; at++) {
    const char = xml[at]
    if (quote) quote = char === quote ? '' : quote
    else if (char === '"' || char === "'") quote = char
    else if (char === '>') return at
    else if (char === '<') return -1
  }
  return -1
}

/** Attributes by name, decoded. */
export function attributes(source: string): Readonly<Record<string, string>> {
  const byName = Object.create(null) as Record<string, string>
  for (const [, name = '', double, single] of source.matchAll(ATTRIBUTE)) byName[name] = decode(double ?? single ?? '')
  return byName
}

/** Text with its entities and character references resolved; what is not known stays as written. */
export function decode(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(
    /&(?:#(\d{1,7})|#x([\dA-Fa-f]{1,6})|(\w{2,4}));/g,
    (whole, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return (Object.hasOwn(ENTITIES, name) && ENTITIES[name]) || whole
      const code = decimal !== undefined ? Number(decimal) : Number.parseInt(hex ?? '', 16)
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole
    },
  )
}
