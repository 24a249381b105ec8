/** `password=…`, `"token": "…"`, `--api-key …`: a name that says secret, and what is given to it. */
import { isFilledIn } from './shapes.ts'
import type { Kind, Span } from './span.ts'

const NAME =
  'pass(?:word|wd|phrase|code)|pwd|[_-]pass(?![a-z])|\\bpass(?==)|secret|token|api[_-]?key|access[_-]?key|private[_-]?key|encryption[_-]?key|signing[_-]?key|' +
  'master[_-]?key|account[_-]?key|auth[_-]?key|deploy[_-]?key|license[_-]?key|app[_-]?key|credentials?|_auth|auth|connection[_-]?string|conn[_-]?str'
/** Names whose value is a secret whatever it looks like; behind the others it has to look like one. */
const STRONG = /pass(?:word|wd|phrase)|pwd|secret|access[_-]?key|private[_-]?key/i

// name, further name characters, closing quote or bracket, operator, opening quote; the value follows.
const ASSIGNMENT = new RegExp(
  String.raw`(?<name>${NAME})(?<rest>[A-Za-z0-9_.-]{0,32})(?<close>\\{0,4}["'\`]?\]?)[ \t]{0,8}(?<operator>=>|:=|=(?!=)|:(?!:))[ \t]{0,8}(?<open>\\{0,4}["'\`])?`,
  'gi',
)
const FLAG = new RegExp(String.raw`(?<=(?:^|[\s"'\`])--?[\w.-]{0,48}(?<name>${NAME}))[ \t]{1,4}(?<open>["'\`])?`, 'gim')
const TAG = new RegExp(String.raw`<(?<name>[\w.:-]{0,48}(?:${NAME}))>[ \t]{0,8}`, 'gi')
/** Ends of names that speak about a secret. */
const ABOUT =
  /(?:(?:type|name|field|path|file|url|uri|id|count|length|len|size|limit|index|hash|policy|rule|scope|provider|manager|service|class|kind|version|format|prefix|header|error|exception|test|spec|ref|arn|status|state|usage|param|second|minute)s?|expir\w*|ttl|lifetime|at|required|enabled|stdin|used|ize|izer|ized|ed|ing)$/i
/** What may follow a flag that is only spoken of, or the source of a secret in its stead. */
const NOT_GIVEN =
  /^(?:-|id=|type=|src=|env=|from-|(?:is|was|are|to|for|and|or|not|in|on|as|if|of|with|from|must|can|cannot|may|has|requires?|given|set|flag|option|argument|parameter|value|instead)[.,:;)]?$)/i
/** A `;key=` further away does not end a bare value. */
const MOST_CUT = 512
const NEEDLES = ['pass', 'pwd', 'secret', 'token', 'key', 'credential', 'auth', 'conn']

/** Every value given to a name that says secret. Time linear in the text. */
export function findAssignments(text: string): Span[] {
  const lower = text.toLowerCase()
  if (!NEEDLES.some(needle => lower.includes(needle))) return []
  return [...assigned(text), ...flagged(text), ...tagged(text)]
}

function assigned(text: string): Span[] {
  const spans: Span[] = []
  const endOf = valueEnds(text)
  let reached = 0
  for (const match of text.matchAll(ASSIGNMENT)) {
    if (match.index < reached) continue
    const { name = '', rest = '', close = '', operator = '', open } = match.groups ?? {}
    const start = match.index + match[0].length
    const end = endOf(start, open)
    const value = text.slice(start, Math.min(end, start + MOST_CUT))
    const bare = open === undefined
    const prose = bare && operator === ':' && !close
    if (!plausibleRest(name, rest) || isPartOfName(text, match.index, value)) continue
    if (rest === '' && isWorkingFolder(text, match.index, name, value)) continue
    const strong = STRONG.test(name) || isPlain(match[0], close, value)
    if (!holdsSecret(value, { strong, bare })) continue
    if (prose && !standsAlone(text, match.index, end) && !looksMade(value)) continue
    reached = end
    spans.push({ start, end, kind: kindOf(name) })
  }
  return spans
}

function flagged(text: string): Span[] {
  const spans: Span[] = []
  const endOf = valueEnds(text)
  for (const match of text.matchAll(FLAG)) {
    const { name = '', open } = match.groups ?? {}
    const start = match.index + match[0].length
    const end = endOf(start, open)
    const value = text.slice(start, Math.min(end, start + MOST_CUT))
    if (NOT_GIVEN.test(value)) continue
    if (holdsSecret(value, { strong: STRONG.test(name), bare: open === undefined }))
      spans.push({ start, end, kind: kindOf(name) })
  }
  return spans
}

function tagged(text: string): Span[] {
  const spans: Span[] = []
  for (const match of text.matchAll(TAG)) {
    const start = match.index + match[0].length
    const end = indexOrEnd(text, /[<\s]/g, start)
    if (text[end] !== '<' || !holdsSecret(text.slice(start, end), { strong: true, bare: false })) continue
    spans.push({ start, end, kind: kindOf(match.groups?.['name'] ?? '') })
  }
  return spans
}

/** Finds where a value ends: at its closing quote, else at white space or where the next `key=` begins. */
function valueEnds(text: string): (start: number, open: string | undefined) => number {
  // Where the word around the last value ends, so that a word full of names is not walked through again for each of them.
  let word = -1
  return (start, open) => {
    if (open !== undefined) return closingQuote(text, start, open)
    if (start >= word) word = indexOrEnd(text, /[\s"'`<>]/g, start)
    const near = Math.min(word, start + MOST_CUT)
    const value = text.slice(start, near)
    const cut = /[;&,](?=[\w.-]{1,64}[=:]|$)|\\[nr]/.exec(value) ?? (near === word ? /[)\]}]+[;,.]?$|[.,;:]$/.exec(value) : null)
    return cut ? start + cut.index : word
  }
}

/** `https://x-access-token:…@host`, `com.google.auth:google-auth:1.18.0`, `PublicKeyToken=…`: what looks like a name is part of one. */
function isPartOfName(text: string, index: number, value: string): boolean {
  const before = text.slice(Math.max(0, index - 64), index)
  if (/:\/\/[^\s/]*$|PublicKey$/i.test(before)) return true
  return /[\w.]$/.test(before) && /^[\w.-]+:(?:[\w.-]+:)*v?\d[\w.-]*$/.test(value)
}

/** `PWD=/home/runner`, `OLDPWD=C:\work`: where a shell is, and was. */
function isWorkingFolder(text: string, index: number, name: string, value: string): boolean {
  const before = text.slice(Math.max(0, index - 4), index)
  return /^pwd$/i.test(name) && /(?:^|[^\w-])(?:OLD)?$/.test(before) && /^(?:~?\/|[A-Za-z]:[\\/])/.test(value)
}

/** `API_KEY=value` of an environment and `"token":"value"` of JSON leave no doubt, even where the value is a word. */
function isPlain(assignment: string, close: string, value: string): boolean {
  if (/\s|^(?:https?:\/\/|\.{0,2}\/)/.test(value)) return false
  if (/^[A-Z0-9_]+=["']?$/.test(assignment)) return value.length >= 6
  return /["']$/.test(close) && value.length >= 12
}

function closingQuote(text: string, start: number, open: string): number {
  const quote = open.at(-1) ?? '"'
  const escapes = open.length - 1
  for (let index = start; index < text.length && text[index] !== '\n'; index++) {
    if (text[index] !== quote) continue
    const before = escapesBefore(text, index)
    if (before <= escapes) return index - before
  }
  return indexOrEnd(text, /[\s"'`]/g, start)
}

function escapesBefore(text: string, index: number): number {
  let count = 0
  while (text[index - 1 - count] === '\\' && count < 8) count++
  return count
}

function holdsSecret(value: string, how: { strong: boolean; bare: boolean }): boolean {
  if (value.length < 3 || !isFilledIn(value) || isCode(value, how.bare)) return false
  if (how.strong) return true
  return value.length >= 8 && looksMade(value) && !/[\s(){}]/.test(value) && !/^(?:https?:\/\/|\.{0,2}\/)/.test(value)
}

/** `process.env.TOKEN`, `getToken()`, `secrets.X`: an expression of a program, not a value. */
function isCode(value: string, bare: boolean): boolean {
  return (
    /^\$\{|^\{\{|\$\{\{/.test(value) ||
    (bare &&
      (/^[[({]/.test(value) ||
        /^[A-Za-z_$][\w$]*(?:(?:\.|::|->)[A-Za-z_$][\w$]*)+[([;,)]*$|^[\w$.:]+[([]|^[A-Z][a-z]+(?:[A-Z][a-z]+)*$/.test(value) ||
        /^&|^\*\w/.test(value)))
  )
}

/** Made by a machine or by somebody who was asked for a digit: not a plain word. */
function looksMade(value: string): boolean {
  return /\d/.test(value) || /[^\w.:/-]/.test(value) || (value.length >= 16 && /[a-z][A-Z]|[A-Z]{2}[a-z]/.test(value))
}

/** `token_type`, `passwordField`, `authority`, `libsecret-1-0`: about a secret or about something else. */
function plausibleRest(name: string, rest: string): boolean {
  if (/^auth$/i.test(name) && /^(?:or|ent|ed|\d)/i.test(rest)) return false
  return !ABOUT.test(rest) && !/-\d/.test(rest)
}

/** A YAML or properties line of its own: nothing before the key but indentation, nothing after the value. */
function standsAlone(text: string, keyStart: number, end: number): boolean {
  const before = text.slice(Math.max(0, keyStart - 80), keyStart)
  const line = before.slice(before.lastIndexOf('\n') + 1)
  return (
    line.length < 80 && /^[\s-]*(?:[\w.][\w.-]*)?$/.test(line) && /^[ \t]*(?:#[^\n]*)?(?:\r?\n|$)/.test(text.slice(end, end + 80))
  )
}

function indexOrEnd(text: string, pattern: RegExp, start: number): number {
  pattern.lastIndex = start
  return pattern.exec(text)?.index ?? text.length
}

function kindOf(name: string): Kind {
  if (/pass|pwd/i.test(name)) return 'password'
  return /token|auth/i.test(name) ? 'token' : 'secret'
}
