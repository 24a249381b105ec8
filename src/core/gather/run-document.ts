import type { Job, Run } from '../model/run.ts'
import type { TestReport } from '../model/test-report.ts'
import { SherpaError } from '../model/trouble.ts'
import { type JsonPath, positionOfPath, positionOfSyntaxError } from './json-position.ts'
import type { RunDocument } from './run-document.schema.ts'

export type { RunDocument } from './run-document.schema.ts'

/**
 * Checks the text of a run document (`sherpa.run/1`); what is wrong is named with its line and path.
 * @param firstLine where the text begins in what is called `name`
 */
export async function parseRunDocument(text: string, name: string, firstLine = 1): Promise<RunDocument> {
  const { runDocumentSchema } = await import('./run-document.schema.ts')
  const { value, json } = parseJson(text, name, firstLine)
  const checked = runDocumentSchema.safeParse(value)
  if (checked.success) return checked.data
  const [first, ...others] = checked.error.issues
  const path = (first?.path ?? []).map(part => (typeof part === 'symbol' ? String(part) : part))
  const { line, column } = positionOfPath(json, path)
  const more = others.length > 0 ? `, and ${others.length} more` : ''
  throw wrong(
    `${name}:${line + firstLine - 1}:${column}: ${pathText(path)}: ${lowerFirst(first?.message ?? 'is not valid')}${more}`,
  )
}

const wrong = (message: string) =>
  new SherpaError({
    code: 'run-document-invalid',
    kind: 'usage',
    message,
    hint: 'correct the document; schemas/run.schema.json tells its shape',
  })

function parseJson(text: string, name: string, firstLine: number): { value: unknown; json: string } {
  const json = text.startsWith('\ufeff') ? text.slice(1) : text
  try {
    return { value: JSON.parse(json), json }
  } catch {
    const { line, column } = positionOfSyntaxError(json) ?? { line: 1, column: 1 }
    throw wrong(`${name}:${line + firstLine - 1}:${column}: this is not JSON from here on`)
  }
}

const pathText = (path: JsonPath) =>
  path.length === 0
    ? 'the document'
    : path.map((part, i) => (typeof part === 'number' ? `[${part}]` : i === 0 ? part : `.${part}`)).join('')

const lowerFirst = (text: string) => `${text.charAt(0).toLowerCase()}${text.slice(1)}`

/** The facts of the run itself. */
export function documentRun({ schema: _, jobs: __, ...run }: RunDocument): Run {
  return known(run)
}

/** Its jobs, without their logs and tests. */
export const documentJobs = (document: RunDocument): Job[] =>
  (document.jobs ?? []).map(({ log: _, logFile: __, tests: ___, ...job }) => known(job))

/** One report for each job that tells its tests. */
export const documentTests = (document: RunDocument): TestReport[] =>
  (document.jobs ?? []).flatMap(({ name, tests }) => (tests === undefined ? [] : [testReport(name, tests)]))

type TestResults = NonNullable<NonNullable<RunDocument['jobs']>[number]['tests']>

function testReport(job: string, tests: TestResults): TestReport {
  const count = (outcome: string) => tests.filter(test => test.outcome === outcome).length
  return {
    framework: 'run-document',
    job,
    total: tests.length,
    passed: count('passed'),
    failed: count('failed'),
    skipped: count('skipped'),
    failedTests: tests
      .filter(test => test.outcome === 'failed')
      .map(({ name, message }) => (message === undefined ? { name } : { name, message })),
  }
}

/** The value without fields that are undefined, all the way down: unknown is left out. */
function known<T>(value: T): Known<T> {
  if (Array.isArray(value)) return value.map(known) as Known<T>
  if (value === null || typeof value !== 'object') return value as Known<T>
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) => (inner === undefined ? [] : [[key, known(inner)]])),
  ) as Known<T>
}

type Known<T> = T extends readonly (infer Item)[]
  ? Known<Item>[]
  : T extends object
    ? { [K in keyof T as undefined extends T[K] ? never : K]: Known<T[K]> } & {
        [K in keyof T as undefined extends T[K] ? K : never]?: Known<Exclude<T[K], undefined>>
      }
    : T
