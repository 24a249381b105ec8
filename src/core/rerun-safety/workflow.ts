import type { Path } from '../config/document.ts'

/** The text of a workflow file, parsed: its plain value, and where things stand in it. */
export interface WorkflowDocument {
  /** Plain JSON. */
  readonly value: unknown
  /** 1-based. */
  lineOf(path: Path): number
  readonly text: string
}

/** A job as a workflow file declares it. */
export interface WorkflowJob {
  readonly key: string
  readonly path: Path
  /** As it is shown, with expressions unevaluated. */
  readonly name: string
  readonly needs: readonly string[]
  readonly condition: string | null
  /** The reusable workflow that it calls. */
  readonly calls: string | null
  readonly permissions: unknown
  readonly environment: string | null
  readonly isMatrix: boolean
  readonly steps: readonly WorkflowStep[]
  /** All of it, as JSON: for the expressions in it. */
  readonly json: string
}

export interface WorkflowStep {
  readonly path: Path
  readonly name: string | null
  readonly condition: string | null
  readonly uses: string | null
  readonly inputs: Readonly<Record<string, string>>
  readonly script: string | null
}

/** The jobs of a workflow file, in its order; none where it is not one. */
export function jobsOf({ value }: WorkflowDocument): readonly WorkflowJob[] {
  return Object.entries(fields(fields(value)['jobs'])).map(([key, declared]) => {
    const job = fields(declared)
    const path = ['jobs', key]
    const { needs } = job
    return {
      key,
      path,
      name: textOf(job['name']) ?? key,
      needs: (Array.isArray(needs) ? needs : [needs]).flatMap(need => textOf(need) ?? []),
      condition: textOf(job['if']),
      calls: textOf(job['uses']),
      permissions: job['permissions'],
      environment: environmentOf(job['environment']),
      isMatrix: fields(job['strategy'])['matrix'] !== undefined,
      steps: (Array.isArray(job['steps']) ? job['steps'] : []).map((step, i) => stepOf(fields(step), [...path, 'steps', i])),
      json: JSON.stringify(declared) ?? '',
    }
  })
}

function stepOf(step: Fields, path: Path): WorkflowStep {
  return {
    path,
    name: textOf(step['name']),
    condition: textOf(step['if']),
    uses: textOf(step['uses']),
    inputs: Object.fromEntries(Object.entries(fields(step['with'])).map(([key, value]) => [key, textOf(value) ?? ''])),
    script: textOf(step['run']),
  }
}

/** A name, or an object with one. */
const environmentOf = (value: unknown) => textOf(value) ?? textOf(fields(value)['name'])

type Fields = Readonly<Record<string, unknown>>

/** An object's fields; none where it is something else. */
export const fields = (value: unknown): Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {}

const textOf = (value: unknown): string | null =>
  typeof value === 'string' ? value : typeof value === 'number' || typeof value === 'boolean' ? String(value) : null
