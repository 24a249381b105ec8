/** GitHub's OpenAPI document, read once and only when the first request arrives. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

/** A piece of JSON schema as OpenAPI 3.0 writes it. */
export type Schema = { readonly [keyword: string]: unknown }

export interface Parameter {
  name: string
  in: 'query' | 'path' | 'header'
  required?: boolean
  schema: Schema
}
export interface Body {
  required?: boolean
  content?: Record<string, { schema?: Schema }>
}
export interface Operation {
  operationId: string
  parameters: Parameter[]
  requestBody: Body | null
  responses: Record<string, Body>
}

type Ref = { $ref: string }
interface Document {
  paths: Record<string, Record<string, RawOperation>>
  components: Record<string, Record<string, unknown>>
}
interface RawOperation {
  operationId: string
  parameters?: (Parameter | Ref)[]
  requestBody?: Body | Ref
  responses: Record<string, Body | Ref>
}

let loaded: Document | undefined

/** The operation of one path template, references resolved (schemas excepted); null if GitHub has none. */
export function findOperation(method: string, template: string): Operation | null {
  const raw = document().paths[template]?.[method.toLowerCase()]
  if (raw === undefined) return null
  return {
    operationId: raw.operationId,
    parameters: (raw.parameters ?? []).map(entry => resolve<Parameter>(entry)),
    requestBody: raw.requestBody === undefined ? null : resolve<Body>(raw.requestBody),
    responses: Object.fromEntries(Object.entries(raw.responses).map(([status, entry]) => [status, resolve<Body>(entry)])),
  }
}

/** A schema by its `#/components/…` reference. */
export function findSchema(ref: string): Schema {
  return resolve<Schema>({ $ref: ref })
}

/** Every path template of the contract: only for telling "unknown" from "not served here". */
export function allTemplates(): string[] {
  return Object.keys(document().paths)
}

function resolve<T extends object>(entry: T | Ref): T {
  if (!('$ref' in entry) || typeof entry.$ref !== 'string') return entry as T
  const [, , kind = '', name = ''] = entry.$ref.split('/')
  const target = document().components[kind]?.[name]
  if (target === undefined) throw new Error(`GitHub's OpenAPI has no ${entry.$ref}`)
  return resolve<T>(target as T | Ref)
}

function document(): Document {
  if (loaded === undefined) {
    const path = createRequire(import.meta.url).resolve('@octokit/openapi/generated/api.github.com.json')
    loaded = JSON.parse(readFileSync(path, 'utf8')) as Document
  }
  return loaded
}
