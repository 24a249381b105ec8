/** Where in a JSON text something stands, so that a complaint about a value can name its line. Never throws; no recursion. */

export interface Position {
  /** 1-based. */
  readonly line: number
  /** 1-based, in UTF-16 code units. */
  readonly column: number
}

export type JsonPath = readonly (string | number)[]

/** The position of the value at `path`; where it is absent, of the nearest thing around it. */
export const positionOfPath = (text: string, path: JsonPath): Position => positionAt(text, scan(text, path).found)

/** The position of the first character at which the text stops being JSON; undefined if it is JSON. */
export function positionOfSyntaxError(text: string): Position | undefined {
  const { stopped } = scan(text, [])
  return stopped === undefined ? undefined : positionAt(text, stopped)
}

function positionAt(text: string, offset: number): Position {
  const before = text.slice(0, offset)
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') }
}

/** A container that is open: an object's current key or an array's current index, and whether it lies on the path. */
interface Open {
  readonly kind: '{' | '['
  key: string | number
  readonly onPath: boolean
}

const TOKEN =
  /[ \t\r\n]*(?:(?<mark>[{}[\],:])|(?<string>"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*")|(?<atom>-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null))/y

function scan(text: string, path: JsonPath): { found: number; stopped: number | undefined } {
  const open: Open[] = []
  let found = text.search(/\S|$/)
  let at = 0
  let expect: 'value' | 'value-or-end' | 'key' | 'key-or-end' | 'colon' | 'more' | 'nothing' = 'value'

  const onPath = () => {
    const parent = open.at(-1)
    return parent === undefined || (parent.onPath && parent.key === path[open.length - 1])
  }
  const closed = () => (open.length > 0 ? 'more' : 'nothing')

  for (;;) {
    TOKEN.lastIndex = at
    const token = TOKEN.exec(text)
    if (!token) {
      const stopped = at + text.slice(at).search(/[^ \t\r\n]|$/)
      return { found, stopped: expect === 'nothing' && stopped === text.length ? undefined : stopped }
    }
    const { mark, string } = token.groups as { mark?: string; string?: string }
    const begin = TOKEN.lastIndex - (mark ?? string ?? token.groups?.['atom'] ?? '').length
    at = TOKEN.lastIndex
    const top = open.at(-1)
    if (expect.startsWith('value') && mark !== ']' && mark !== '}' && mark !== ',' && mark !== ':') {
      const here = onPath()
      if (here && open.length <= path.length) found = begin
      if (mark === '{') open.push({ kind: '{', key: '', onPath: here })
      else if (mark === '[') open.push({ kind: '[', key: 0, onPath: here })
      expect = mark === '{' ? 'key-or-end' : mark === '[' ? 'value-or-end' : closed()
    } else if (expect.startsWith('key') && string !== undefined && top) {
      top.key = JSON.parse(string) as string
      expect = 'colon'
    } else if (expect === 'colon' && mark === ':') expect = 'value'
    else if (expect === 'more' && mark === ',' && top) {
      if (top.kind === '[') top.key = (top.key as number) + 1
      expect = top.kind === '[' ? 'value' : 'key'
    } else if (
      top &&
      mark === (top.kind === '{' ? '}' : ']') &&
      (expect === 'more' || expect === (top.kind === '{' ? 'key-or-end' : 'value-or-end'))
    ) {
      open.pop()
      expect = closed()
    } else return { found, stopped: begin }
  }
}
