/** Checks requests and answers against one operation of GitHub's contract; says in words what is wrong. */
import { allTemplates, findOperation, type Operation } from './document.ts'
import { MAX_PER_PAGE, UNCHECKED_PARAMETERS } from './exceptions.ts'
import { checkJson, checkText } from './schemas.ts'
import { matchTemplate } from './template.ts'

export interface CheckedRequest {
  method: string
  template: string
  params: Record<string, string>
  query: URLSearchParams
  /** Parsed JSON; undefined: no body was sent. */
  body: unknown
}

/** What is wrong with a request: unknown or ill-typed parameters, a body the operation does not take. */
export function checkRequest(request: CheckedRequest): string[] {
  const operation = findOperation(request.method, request.template)
  if (operation === null) return [`GitHub has no ${request.method} ${request.template}`]
  return [
    ...checkParameters(operation, 'path', request.params),
    ...checkParameters(operation, 'query', Object.fromEntries(request.query)),
    ...checkPageSize(request.query),
    ...checkBody(operation, request.body),
  ]
}

/** What is wrong with an answer: an undocumented success, or JSON that breaks its schema. */
export function checkAnswer(method: string, template: string, status: number, json: unknown): string[] {
  const operation = findOperation(method, template)
  if (operation === null) return [`GitHub has no ${method} ${template}`]
  const documented = operation.responses[String(status)]
  if (documented === undefined && status < 400 && status !== 304) {
    return [`${operation.operationId} never answers ${status}`]
  }
  const error = { $ref: '#/components/schemas/basic-error' }
  const schema = documented?.content?.['application/json']?.schema ?? (status >= 400 ? error : undefined)
  if (schema === undefined) return json === undefined ? [] : [`${operation.operationId} answers ${status} without JSON`]
  return checkJson(`${method} ${template} ${status}`, schema, json)
}

/** Why no route serves this path: it does not exist, or this fake has not learnt it. */
export function explainUnserved(method: string, path: string): string {
  const template = allTemplates().find(candidate => matchTemplate(candidate, path) !== null)
  if (template === undefined) return `GitHub has no ${method} ${path}`
  if (findOperation(method, template) === null) return `GitHub has ${template}, but not with ${method}`
  return `the fake does not serve ${method} ${template} yet`
}

function checkParameters(operation: Operation, place: 'path' | 'query', values: Record<string, string>): string[] {
  const parameters = operation.parameters.filter(parameter => parameter.in === place)
  const properties = parameters.map(({ name, schema }) => [name, name in UNCHECKED_PARAMETERS ? {} : schema] as const)
  const schema = {
    type: 'object',
    properties: Object.fromEntries(properties),
    required: parameters.filter(parameter => parameter.required === true).map(parameter => parameter.name),
  }
  const unknown = Object.keys(values).filter(name => !parameters.some(parameter => parameter.name === name))
  return [
    ...unknown.map(name => `${operation.operationId} takes no ${place} parameter "${name}"`),
    ...checkText(`${operation.operationId} ${place}`, schema, values).map(problem => `${place}${problem}`),
  ]
}

function checkPageSize(query: URLSearchParams): string[] {
  const size = Number(query.get('per_page') ?? 1)
  return size >= 1 && size <= MAX_PER_PAGE ? [] : [`per_page is ${size}, GitHub allows 1 to ${MAX_PER_PAGE}`]
}

function checkBody(operation: Operation, body: unknown): string[] {
  const declared = operation.requestBody
  if (body === undefined) return declared?.required === true ? [`${operation.operationId} needs a body`] : []
  const schema = declared?.content?.['application/json']?.schema
  if (schema === undefined) return [`${operation.operationId} takes no JSON body`]
  return [...checkJson(`${operation.operationId} body`, schema, body), ...unknownFields(operation, schema, body)]
}

/** GitHub ignores unknown fields, which hides misspelt ones: here they are wrong. */
function unknownFields(operation: Operation, schema: object, body: unknown): string[] {
  const known = 'properties' in schema ? Object.keys(schema.properties as object) : null
  if (known === null || typeof body !== 'object' || body === null) return []
  const unknown = Object.keys(body).filter(name => !known.includes(name))
  return unknown.map(name => `${operation.operationId} takes no field "${name}"`)
}
