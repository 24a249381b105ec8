/** Compiles pieces of GitHub's OpenAPI 3.0 to validators, each once and only when used. */
import { Ajv, type ValidateFunction } from 'ajv'
import { fullFormats } from 'ajv-formats/dist/formats.js'
import { findSchema, type Schema } from './document.ts'

/** GitHub's own format names are let through unchecked. */
const formats = { ...fullFormats, 'repo.nwo': true, timestamp: true } as const
const exact = new Ajv({ strict: false, allErrors: true, formats })
/** Query and path values arrive as text. */
const fromText = new Ajv({ strict: false, allErrors: true, formats, coerceTypes: 'array' })
const compiled = new Map<string, ValidateFunction>()

/** Validates JSON; answers what is wrong with it, nothing if it is right. `key` names the schema in the cache. */
export function checkJson(key: string, schema: Schema, value: unknown): string[] {
  return check(exact, key, schema, value)
}

/** Like checkJson for values that were text in a URL: "30" is an integer. */
export function checkText(key: string, schema: Schema, value: Record<string, unknown>): string[] {
  return check(fromText, key, schema, { ...value })
}

function check(ajv: Ajv, key: string, schema: Schema, value: unknown): string[] {
  let validate = compiled.get(key)
  if (validate === undefined) {
    validate = ajv.compile(adapt(ajv, schema) as Schema)
    compiled.set(key, validate)
  }
  if (validate(value)) return []
  const errors = validate.errors ?? []
  return errors.slice(0, 6).map(error => `${error.instancePath || '(top)'} ${error.message ?? error.keyword}`)
}

/** OpenAPI 3.0 to JSON schema: references become ids, `nullable` becomes a type of its own. */
function adapt(ajv: Ajv, node: unknown): unknown {
  if (Array.isArray(node)) return node.map(item => adapt(ajv, item))
  if (typeof node !== 'object' || node === null) return node
  const { nullable, ...rest } = node as Record<string, unknown>
  if (typeof rest['$ref'] === 'string') return { $ref: register(ajv, rest['$ref']) }
  const adapted = Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, adapt(ajv, value)]))
  if (nullable === true) return orNull(adapted)
  // A property may itself be called "nullable": that is a schema and stays.
  if (isSchema(nullable)) adapted['nullable'] = adapt(ajv, nullable)
  return adapted
}

/** Keeps messages short where it can: only what has no single type needs a choice. */
function orNull(schema: Record<string, unknown>): Schema {
  const simple = typeof schema['type'] === 'string' && schema['enum'] === undefined
  return simple ? { ...schema, type: [schema['type'], 'null'] } : { anyOf: [{ type: 'null' }, schema] }
}

function register(ajv: Ajv, ref: string): string {
  const id = `github:/${ref.split('/').at(-1)}`
  const known = `${ajv === exact ? 'exact' : 'text'} ${id}`
  if (registered.has(known)) return id
  registered.add(known)
  ajv.addSchema(adapt(ajv, findSchema(ref)) as Schema, id)
  return id
}
const registered = new Set<string>()

function isSchema(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null
}
