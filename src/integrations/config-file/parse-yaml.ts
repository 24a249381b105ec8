import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type Pair,
  parseDocument,
  visit,
} from 'yaml'
import { type Checked, type ConfigDocument, inFileOrder, mistake, type Path } from '../../core/config/document.ts'

/** A configuration of a thousand rules has a third of this. */
const MAX_LENGTH = 1024 * 1024

/** YAML 1.2, strictly: one document of plain values, no key twice, no tags of other languages, few aliases. Never throws. */
export function parseYaml(text: string, name: string): Checked<ConfigDocument> {
  if (text.length > MAX_LENGTH) return refuse(name, 'the file is larger than 1 MiB, which no configuration is')
  try {
    return read(text, name)
  } catch (error) {
    if (error instanceof RangeError) return refuse(name, 'the values are nested too deeply')
    throw error
  }
}

function read(text: string, name: string): Checked<ConfigDocument> {
  const lines = new LineCounter()
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    strict: true,
    uniqueKeys: true,
    stringKeys: true,
  })
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset)
    return { line: Math.max(1, line), column: Math.max(1, col) }
  }
  const complaints = [...document.errors, ...document.warnings]
  if (complaints.length > 0) {
    const troubles = complaints.map(({ pos, message, code }) =>
      mistake(name, at(pos[0]), WORDS[code] ?? firstLine({ message }), HINTS[code]),
    )
    return { troubles: inFileOrder(troubles) }
  }
  const dangling = danglingAlias(document)
  if (dangling !== undefined) {
    return { troubles: [mistake(name, at(dangling), 'the alias refers to an anchor that is not set before it')] }
  }
  const value = plainValue(document)
  if (value === EXPLODES) return refuse(name, 'its aliases expand without end')
  return { value: { name, value, locate: (path, part, offset) => at(offsetOf(document, text, path, part, offset)) } }
}

const EXPLODES = Symbol('explodes')

function plainValue(document: Document): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 })
  } catch (error) {
    if (error instanceof ReferenceError) return EXPLODES
    throw error
  }
}

/** Where an alias without an anchor stands. */
function danglingAlias(document: Document): number | undefined {
  let found: number | undefined
  visit(document, {
    Alias(_, alias) {
      if (alias.resolve(document)) return undefined
      found = startOf(alias) ?? 0
      return visit.BREAK
    },
  })
  return found
}

/** The parser's complaints that speak of its own functions, in the user's words. */
const WORDS: Readonly<Record<string, string>> = {
  DUPLICATE_KEY: 'this key is there twice',
  MULTIPLE_DOCS: 'a second document starts here',
  TAB_AS_INDENT: 'a tab cannot indent',
}

const HINTS: Readonly<Record<string, string>> = {
  TAB_AS_INDENT: 'indent with spaces',
  DUPLICATE_KEY: 'merge the two, or rename one',
  MULTIPLE_DOCS: 'keep one document: remove the --- lines',
  BAD_INDENT: 'align it with its neighbours',
  TAG_RESOLVE_FAILED: 'remove the tag',
}

/** Where a path stands in the text; where it does not exist, the nearest thing around it. */
function offsetOf(document: Document, text: string, path: Path, part: 'key' | 'value', within = 0): number {
  let node: unknown = document.contents
  let key: unknown
  for (const [depth, step] of path.entries()) {
    const resolved: unknown = isAlias(node) ? node.resolve(document) : node
    const isLast = depth === path.length - 1
    if (isMap(resolved)) {
      const pair: Pair | undefined = resolved.items.find(({ key }) => isScalar(key) && String(key.value) === String(step))
      if (!pair) return startOf(key) ?? startOf(resolved) ?? 0
      if (isLast && part === 'key') return startOf(pair.key) ?? 0
      key = pair.key
      node = pair.value ?? pair.key
    } else if (isSeq(resolved) && typeof step === 'number' && resolved.items[step] !== undefined) {
      node = resolved.items[step]
      key = node
    } else return startOf(key) ?? 0
  }
  if (part === 'key' && startOf(key) !== undefined) return startOf(key) ?? 0
  const start = startOf(node) ?? startOf(key) ?? 0
  return within > 0 && isNode(node) ? start + intoScalar(node, text, within) : start
}

const startOf = (node: unknown): number | undefined => (isNode(node) ? node.range?.[0] : undefined)

/** How far a character of a text stands from where the scalar starts, which is its quote where it has one; 0 where that is not plain to see. */
function intoScalar(node: Node, text: string, within: number): number {
  if (!isScalar(node) || !node.range || typeof node.value !== 'string') return 0
  const [start, end] = node.range
  const source = text.slice(start, end)
  if (node.type === 'PLAIN') return source === node.value ? within : 0
  if (node.type === 'QUOTE_SINGLE' && !source.includes('\n')) return 1 + within + quotesBefore(node.value, within)
  if (node.type === 'QUOTE_DOUBLE' && source === `"${node.value}"`) return 1 + within
  return 0
}

/** In single quotes, a quote is written twice. */
const quotesBefore = (value: string, within: number) => value.slice(0, within).split("'").length - 1

const refuse = (name: string, text: string) => ({ troubles: [mistake(name, { line: 1, column: 1 }, text)] })

const firstLine = (error: unknown) => {
  const message = typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : String(error)
  return message.split('\n')[0]?.replace(/:$/, '') ?? ''
}
