import type { Run } from '../model/run.ts'
import { effectOfAction } from './actions.ts'
import { effectOfLine } from './commands.ts'
import { holds } from './condition.ts'
import { fields, jobsOf, type WorkflowDocument, type WorkflowJob, type WorkflowStep } from './workflow.ts'

/** What a workflow file says about running its jobs again. Plain JSON. */
export interface RerunSafety {
  /** Of the workflow file, in the repository. */
  readonly file: string
  readonly jobs: readonly JobSafety[]
  /** Why the file could not be judged. */
  readonly unread?: string
  /** The same file, were the workflow started by hand. */
  readonly whenDispatched?: RerunSafety
}

export interface JobSafety {
  readonly key: string
  readonly shown: ShownName
  readonly needs: readonly string[]
  /** What it does to the world, or may do. */
  readonly effects: readonly Effect[]
  /** Those that it deploys to; null where the file does not tell: it names one by an expression, or calls another workflow. */
  readonly environments: readonly string[] | null
  /** Of which jobs it uses outputs. */
  readonly outputsOf: readonly { readonly job: string; readonly line: number; readonly text: string }[]
}

/** What a job's name looks like: texts with anything between them, and with what more may follow. */
export interface ShownName {
  readonly parts: readonly string[]
  readonly endings: readonly string[]
}

export interface Effect {
  /** `certain`: the file shows it. `possible`: it could, and the file does not tell. */
  readonly is: 'certain' | 'possible'
  /** 1-based. */
  readonly line: number
  /** As the end of a sentence about the job: `publishes a package: npm publish`. */
  readonly text: string
}

/** Looks for what must not happen twice. */
export function lintWorkflow(file: string, document: WorkflowDocument, run: Pick<Run, 'event' | 'branch'>): RerunSafety {
  const jobs = jobsOf(document)
  if (jobs.length === 0) return { file, jobs: [], unread: 'it declares no jobs' }
  const permissions = fields(document.value)['permissions']
  return { file, jobs: jobs.map(job => lintJob(job, { document, run, permissions })) }
}

interface Surroundings {
  readonly document: WorkflowDocument
  readonly run: Pick<Run, 'event' | 'branch'>
  /** Those of the whole workflow. */
  readonly permissions: unknown
}

function lintJob(job: WorkflowJob, surroundings: Surroundings): JobSafety {
  const never = holds(job.condition, surroundings.run) === false
  return {
    key: job.key,
    shown: shownAs(job),
    needs: job.needs,
    effects: never ? [] : effectsOf(job, surroundings),
    environments: never ? [] : environmentsOf(job),
    outputsOf: never ? [] : outputsUsed(job, surroundings.document),
  }
}

function environmentsOf({ calls, environment }: WorkflowJob): readonly string[] | null {
  if (calls !== null || environment?.includes('${{')) return null
  return environment === null ? [] : [environment]
}

function effectsOf(job: WorkflowJob, { document, run, permissions }: Surroundings): readonly Effect[] {
  const certain = [
    ...(job.environment === null
      ? []
      : [{ line: document.lineOf([...job.path, 'environment']), text: `deploys to the environment ${job.environment}` }]),
    ...job.steps.filter(({ condition }) => holds(condition, run) !== false).flatMap(step => effectsOfStep(step, document)),
  ].map((effect): Effect => ({ is: 'certain', ...effect }))
  if (certain.length > 0) return certain
  if (job.calls !== null) {
    const line = document.lineOf([...job.path, 'uses'])
    return [{ is: 'possible', line, text: `calls the workflow ${job.calls}, of which nothing is known` }]
  }
  const own = granted(job.permissions)
  const path = own === null ? ['permissions'] : [...job.path, 'permissions']
  const what = own ?? (job.permissions === undefined ? granted(permissions) : null)
  return what === null ? [] : [{ is: 'possible', line: document.lineOf(path), text: `may write ${what}` }]
}

function effectsOfStep(step: WorkflowStep, document: WorkflowDocument): readonly { line: number; text: string }[] {
  if (step.uses !== null) {
    const does = effectOfAction(step.uses, step.inputs)
    return does === null ? [] : [{ line: document.lineOf([...step.path, 'uses']), text: `${does}: ${step.uses}` }]
  }
  return commandsOf(step.script ?? '').flatMap(({ text, start }) => {
    const does = effectOfLine(text.slice(0, LONGEST_LINE))
    return does === null ? [] : [{ line: lineOfScript(step, start, document), text: `${does}: ${text.trim().slice(0, 80)}` }]
  })
}

/** What is looked at of a line: whoever wrote it may mean harm. */
const LONGEST_LINE = 500

/** The lines of a script, those that a backslash continues put together; `start` is the first of them as it stands. */
function commandsOf(script: string): readonly { readonly text: string; readonly start: string }[] {
  const continued = /\\\r?\n\s*/g
  const whole = script.replaceAll(continued, '\u0000').split('\n')
  return whole.map(line => ({ text: line.replaceAll('\u0000', ''), start: line.split('\u0000')[0] ?? '' }))
}

/** Where a line of a script stands in the file: from its `run:` on. */
function lineOfScript({ path }: WorkflowStep, text: string, { lineOf, text: whole }: WorkflowDocument): number {
  const start = lineOf([...path, 'run'])
  const at = whole
    .split('\n')
    .slice(start - 1)
    .findIndex(line => line.includes(text.trim()))
  return at === -1 ? start : start + at
}

/** Rights with which the outside can be changed. `id-token` lets a job log in to a cloud or a registry. */
const RIGHTS = ['contents', 'packages', 'id-token', 'deployments', 'pages']

function granted(permissions: unknown): string | null {
  if (permissions === 'write-all') return 'everything'
  const names = RIGHTS.filter(right => fields(permissions)[right] === 'write')
  return names.length === 0 ? null : names.join(', ')
}

const OUTPUT = /needs\.(?<job>[\w-]+)\.outputs\.(?<name>[\w-]+)/g

function outputsUsed({ json, path }: WorkflowJob, { text, lineOf }: WorkflowDocument): JobSafety['outputsOf'] {
  const lines = text.split('\n')
  const start = lineOf(path)
  return [...json.matchAll(OUTPUT)].map(({ 0: expression, groups }) => {
    const at = lines.findIndex((line, i) => i >= start - 1 && line.includes(expression))
    return { job: groups?.['job'] ?? '', line: at === -1 ? start : at + 1, text: expression }
  })
}

/** A name longer than this is not GitHub's. */
const LONGEST_NAME = 500

/** What GitHub shows a job as: its name or key, with the values of its matrix, and the jobs that it calls. */
function shownAs({ name, isMatrix, calls }: WorkflowJob): JobSafety['shown'] {
  const parts = name.slice(0, LONGEST_NAME).split(/\$\{\{[^}]*\}\}/)
  return { parts, endings: [...(isMatrix && parts.length === 1 ? [' ('] : []), ...(calls === null ? [] : [' / '])] }
}
