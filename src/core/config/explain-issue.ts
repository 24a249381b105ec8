import * as z from 'zod'
import { type ConfigDocument, type ConfigTrouble, mistake, type Path } from './document.ts'
import { nearest } from './nearest.ts'

/** One complaint of the schema as sentences with line and column; several unknown keys are one each. */
export function explainIssue(issue: z.core.$ZodIssue, document: ConfigDocument, schema: z.ZodType): readonly ConfigTrouble[] {
  const path = issue.path.map(key => (typeof key === 'symbol' ? String(key) : key))
  if (issue.code === 'invalid_union') {
    const inner = likeliest(issue.errors).map(one => ({ ...one, path: [...issue.path, ...one.path] }))
    if (inner.length > 0) return inner.flatMap(one => explainIssue(one, document, schema))
  }
  if (issue.code === 'unrecognized_keys') return issue.keys.map(key => unknownKey([...path, key], document, keysAt(schema, path)))
  const actual = valueAt(document.value, path)
  if (actual === undefined && path.length > 0) {
    return [mistake(document.name, document.locate(path.slice(0, -1), 'key'), `${show(path)} is missing`, hintOf(issue))]
  }
  return [
    mistake(document.name, document.locate(path, 'value'), `${show(path)} ${complaint(issue, actual)}`, hintOf(issue, actual)),
  ]
}

/** Of the complaints of a union's members, those of the one that was meant: of the right kind, and with mistakes inside rather than as a whole. */
function likeliest(members: readonly (readonly z.core.$ZodIssue[])[]): readonly z.core.$ZodIssue[] {
  const asWhole = (issues: readonly z.core.$ZodIssue[]) => issues.filter(({ path }) => path.length === 0)
  const meant = members.filter(issues => asWhole(issues).every(({ code }) => code !== 'invalid_type'))
  const weight = (issues: readonly z.core.$ZodIssue[]) => asWhole(issues).length * 100 + issues.length
  return (meant.length > 0 ? meant : members).toSorted((a, b) => weight(a) - weight(b))[0] ?? []
}

function unknownKey(path: Path, document: ConfigDocument, known: readonly string[]): ConfigTrouble {
  const key = String(path.at(-1))
  const similar = nearest(key, known)
  const hint = similar ? `did you mean ${similar}?` : `known here: ${known.join(', ')}`
  const where = path.length > 1 ? ` in ${show(path.slice(0, -1))}` : ''
  return mistake(document.name, document.locate(path, 'key'), `there is no setting ${quote(key)}${where}`, hint)
}

function complaint(issue: z.core.$ZodIssue, actual: unknown): string {
  switch (issue.code) {
    case 'invalid_type':
      return `must be ${KINDS[issue.expected] ?? `a ${issue.expected}`}, and is ${kindOf(actual)}`
    case 'invalid_value':
      return `must be ${issue.values.length > 1 ? 'one of ' : ''}${issue.values.map(value => (value === '' ? '""' : String(value))).join(', ')}, and is ${quote(actual)}`
    case 'too_small':
      return isSized(issue)
        ? sized(issue.message, `has fewer than ${issue.minimum} entries`)
        : `must be at least ${issue.minimum}, and is ${quote(actual)}`
    case 'too_big':
      return isSized(issue)
        ? sized(issue.message, `has more than ${issue.maximum} entries`)
        : `must be at most ${issue.maximum}, and is ${quote(actual)}`
    default:
      return `${issue.message}: ${quote(actual)}`
  }
}

const isSized = ({ origin }: { readonly origin: string }) => origin === 'array' || origin === 'string'

/** The schema's own words, where it has any. */
const sized = (message: string, fallback: string) => (/^(?:Too|Invalid)/.test(message) ? fallback : message)

function hintOf(issue: z.core.$ZodIssue, actual?: unknown): string | undefined {
  if (issue.code !== 'invalid_value' || typeof actual !== 'string') return undefined
  const similar = nearest(actual, issue.values.map(String))
  return similar ? `did you mean ${similar}?` : undefined
}

const KINDS: Readonly<Record<string, string>> = {
  array: 'a list',
  object: 'a mapping',
  record: 'a mapping',
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
}

function kindOf(value: unknown): string {
  if (value === null) return 'empty'
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'object') return 'a mapping'
  return typeof value === 'string' ? `the text ${quote(value)}` : quote(value)
}

function quote(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value)
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}

/** `rules[0].examples.match`; the root is `the file`. */
const show = (path: Path): string =>
  path.map((key, i) => (typeof key === 'number' ? `[${key}]` : `${i > 0 ? '.' : ''}${key}`)).join('') || 'the file'

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce(
    (at: unknown, key) => (at !== null && typeof at === 'object' && Object.hasOwn(at, key) ? Reflect.get(at, key) : undefined),
    value,
  )
}

/** The keys that the schema knows at a path. */
function keysAt(schema: z.core.$ZodType, path: Path): readonly string[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault)
    return keysAt(schema.unwrap(), path)
  if (schema instanceof z.ZodUnion) return schema.options.flatMap(option => keysAt(option, path))
  const [key, ...rest] = path
  if (schema instanceof z.ZodArray) return keysAt(schema.element, rest)
  if (schema instanceof z.ZodRecord) return keysAt(schema.valueType, rest)
  if (!(schema instanceof z.ZodObject)) return []
  if (key === undefined) return Object.keys(schema.shape)
  const member = Reflect.get(schema.shape, key)
  return member instanceof z.ZodType ? keysAt(member, rest) : []
}
