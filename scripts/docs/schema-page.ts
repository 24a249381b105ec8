import { escapeCell } from './table.ts'

/** As much of a JSON Schema as the pages tell. */
export interface Schema {
  readonly type?: string | readonly string[]
  readonly description?: string
  readonly default?: unknown
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly minimum?: number
  readonly maximum?: number
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly items?: Schema
  readonly additionalProperties?: Schema | boolean
  readonly prefixItems?: readonly Schema[]
  readonly anyOf?: readonly Schema[]
}

/** A page that lists the fields of a JSON Schema, one row a field. */
export function schemaPage(title: string, introduction: string, schema: Schema): string {
  const rows = fields('', schema).map(cells => `| ${cells.join(' | ')} |`)
  return [`# ${title}`, introduction, ['| field | value | meaning |', '| --- | --- | --- |', ...rows].join('\n')].join('\n\n')
}

function fields(path: string, schema: Schema): readonly (readonly string[])[] {
  const { properties = {}, required = [] } = schema
  return Object.entries(properties).flatMap(([name, field]) => {
    const at = path === '' ? name : `${path}.${name}`
    const optional = required.includes(name) ? '' : '?'
    return [[`\`${at}${optional}\``, escapeCell(valueWords(field)), escapeCell(meaning(field))], ...inner(at, field)]
  })
}

/** Rows of what an object or a list of objects holds. */
function inner(at: string, field: Schema): readonly (readonly string[])[] {
  if (field.properties) return fields(at, field)
  if (typeof field.additionalProperties === 'object') return inner(`${at}.NAME`, field.additionalProperties)
  if (field.items) return inner(`${at}[]`, field.items)
  return (field.anyOf ?? []).flatMap(choice => inner(at, choice))
}

function meaning({ description = '', default: preset }: Schema): string {
  const isShown = ['string', 'number', 'boolean'].includes(typeof preset) && preset !== ''
  return isShown ? `${description} Default: \`${String(preset)}\`.`.trim() : description
}

/** The kind of value in a few words, `number 0..1`, `list of text`. */
function valueWords(schema: Schema): string {
  if (schema.const !== undefined) return `\`${String(schema.const)}\``
  if (schema.enum) return schema.enum.map(value => (value === '' ? 'nothing' : `\`${String(value)}\``)).join(', ')
  if (schema.anyOf) return [...new Set(schema.anyOf.map(valueWords))].join(' or ')
  if (schema.prefixItems) return `[${schema.prefixItems.map(valueWords).join(', ')}]`
  if (schema.type === 'array') return schema.items ? `list of ${valueWords(schema.items)}` : 'list'
  const types = typeof schema.type === 'string' ? [schema.type] : (schema.type ?? ['any'])
  return `${types.map(type => WORDS[type] ?? type).join(' or ')}${range(schema)}`
}

const WORDS: Readonly<Record<string, string>> = {
  string: 'text',
  integer: 'whole number',
  boolean: 'true or false',
  object: 'object',
}

function range({ minimum, maximum }: Schema): string {
  const low = minimum !== undefined && minimum > Number.MIN_SAFE_INTEGER
  const high = maximum !== undefined && maximum < Number.MAX_SAFE_INTEGER
  if (low && high) return ` ${minimum}..${maximum}`
  return low ? ` from ${minimum}` : ''
}
