/** `password=…`, `"token": "…"`, `--api-key …`: a name that says secret, and what is given to it. */
import { isFilledIn } from './shapes.ts'
import type { Kind, Span } from './span.ts'

const NAME =
  'pass(?:word|wd|phrase|code)|pwd|pass|secret|token|api[_-]?key|access[_-]?key|private[_-]?key|encryption[_-]?key|signing[_-]?key|' +
  'master[_-]?key|account[_-]?key|auth[_-]?key|deploy[_-]?key|license[_-]?key|app[_-]?key|credentials?|_auth|auth|connection[_-]?string|conn[_-]?str'
/** Names whose value is a secret whatever it looks like; behind the others it has to look like one. */
const STRONG = /pass(?:word|wd|phrase)|pwd|secret|_auth|access[_-]?key|private[_-]?key/i

// name, further name characters, closing quote or bracket, operator, opening quote; the value follows.
const ASSIGNMENT = new RegExp(
  String.raw`(?<name>${NAME})(?<rest>[A-Za-z0-9_.-]{0,32})(?<close>\\{0,4}["'\`]?\]?)[ \t]{0,8}(?<operator>=>|:=|==?|:)[ \t]{0,8}(?<open>\\{0,4}["'\`])?`,
  'gi',
)
const FLAG = new RegExp(String.raw`(?<=(?:^|[\s"'\`])--?[\w.-]{0,48}(?<name>${NAME}))[ \t]{1,4}(?<open>["'\`])?`, 'gim')
const TAG = new RegExp(String.raw`<(?<name>[\w.:-]{0,48}(?:${NAME}))>[ \t]{0,8}`, 'gi')
const NEEDLES = ['pass', 'pwd', 'secret', 'token', 'key', 'credential', 'auth', 'conn']

/** Every value given to a name that says secret. Time linear in the text. */
export function findAssignments(text: string): Span[] {
  const lower = text.toLowerCase()
  if (!NEEDLES.some(needle => lower.includes(needle))) return []
  return [...assigned(text), ...flagged(text), ...tagged(text)]
}

function assigned(text: string): Span[] {
  const spans: Span[] = []
  for (const match of text.matchAll(ASSIGNMENT)) {
    const { name = '', rest = '', close = '', operator = '', open } = match.groups ?? {}
    const start = match.index + match[0].length
    const end = valueEnd(text, start, open)
    const value = text.slice(start, end)
    const bare = open === undefined
    const prose = bare && operator === ':' && !close
    if (!plausibleRest(rest) || !holdsSecret(value, { strong: STRONG.test(name), prose, bare })) continue
    if (prose && !standsAlone(text, match.index, end) && !looksMade(value)) continue
    spans.push({ start, end, kind: kindOf(name) })
  }
  return spans
}

function flagged(text: string): Span[] {
  const spans: Span[] = []
  for (const match of text.matchAll(FLAG)) {
    const { name = '', open } = match.groups ?? {}
    const start = match.index + match[0].length
    const end = valueEnd(text, start, open)
    const value = text.slice(start, end)
    if (/^(?:-|id=|type=|src=|env=|from-|is$|was$|to$|for$|and$|or$|flag|option|argument)/.test(value)) continue
    if (holdsSecret(value, { strong: STRONG.test(name), prose: true, bare: open === undefined }) && looksMade(value)) {
      spans.push({ start, end, kind: kindOf(name) })
    }
  }
  return spans
}

function tagged(text: string): Span[] {
  const spans: Span[] = []
  for (const match of text.matchAll(TAG)) {
    const start = match.index + match[0].length
    const end = indexOrEnd(text, /[<\s]/g, start)
    if (text[end] !== '<' || !holdsSecret(text.slice(start, end), { strong: true, prose: false, bare: false })) continue
    spans.push({ start, end, kind: kindOf(match.groups?.['name'] ?? '') })
  }
  return spans
}

/** Where a value ends: at its closing quote, else at white space or where the next `key=` begins. */
function valueEnd(text: string, start: number, open: string | undefined): number {
  if (open !== undefined) {
    const quote = open.at(-1) ?? '"'
    const escapes = open.length - 1
    for (let index = start; index < text.length && text[index] !== '\n'; index++) {
      if (text[index] !== quote) continue
      if (escapesBefore(text, index) <= escapes) return index - Math.min(escapes, escapesBefore(text, index))
    }
    return indexOrEnd(text, /[\s"'`]/g, start)
  }
  const end = indexOrEnd(text, /[\s"'`<>]/g, start)
  const value = text.slice(start, end)
  const cut = /[;&,](?=[\w.-]{1,64}[=:]|$)|[)\]}]+[;,.]?$|[.,;:]$|\\[nr]/.exec(value)
  return cut ? start + cut.index : end
}

function escapesBefore(text: string, index: number): number {
  let count = 0
  while (text[index - 1 - count] === '\\' && count < 8) count++
  return count
}

function holdsSecret(value: string, how: { strong: boolean; prose: boolean; bare: boolean }): boolean {
  if (value.length < 3 || !isFilledIn(value) || isCode(value, how.bare)) return false
  if (how.strong) return true
  return value.length >= 8 && looksMade(value) && !/[\s(){}]/.test(value) && !/^(?:https?:\/\/|\.{0,2}\/)/.test(value)
}

/** `process.env.TOKEN`, `getToken()`, `secrets.X`: an expression of a program, not a value. */
function isCode(value: string, bare: boolean): boolean {
  return /^\$\{|^\{\{|\$\{\{/.test(value) || (bare && (/^[A-Za-z_$][\w$]*(?:(?:\.|::|->)[A-Za-z_$][\w$]*)+[([;,)]*$|^[\w$.:]+[([]|^[A-Z][a-z]+(?:[A-Z][a-z]+)*$/.test(value) || /^&|^\*\w/.test(value)))
}

/** Made by a machine or by somebody who was asked for a digit: not a plain word. */
function looksMade(value: string): boolean {
  return /\d/.test(value) || /[^\w.:/-]/.test(value) || (value.length >= 16 && /[a-z][A-Z]|[A-Z]{2}[a-z]/.test(value))
}

/** `token_type`, `passwordField`, `secretName`: about a secret, not one. */
function plausibleRest(rest: string): boolean {
  return !/(?:type|name|names|field|path|file|url|uri|id|ids|count|length|len|size|limit|index|hash|policy|rule|rules|scope|scopes|expir\w*|ttl|lifetime|provider|manager|service|class|kind|version|format|prefix|header|error|errors|exception|test|tests|spec|ref|arn|status|state|at|required|enabled|stdin|usage|used|s_used|ize|izer|ized|ed|ing)$/i.test(rest)
}

/** A YAML or properties line of its own: nothing before the key but indentation, nothing after the value. */
function standsAlone(text: string, keyStart: number, end: number): boolean {
  const lineStart = text.lastIndexOf('\n', keyStart) + 1
  const before = text.slice(Math.max(lineStart, keyStart - 80), keyStart)
  return /^[\s-]*[\w.-]*$/.test(before) && /^[ \t]*(?:#[^\n]*)?(?:\r?\n|$)/.test(text.slice(end, end + 80))
}

function indexOrEnd(text: string, pattern: RegExp, start: number): number {
  pattern.lastIndex = start
  return pattern.exec(text)?.index ?? text.length
}

function kindOf(name: string): Kind {
  if (/pass|pwd/i.test(name)) return 'password'
  return /token|auth/i.test(name) ? 'token' : 'secret'
}
