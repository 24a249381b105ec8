import { readDependencyChanges } from '../changes/read-changes.ts'
import type { Baseline } from '../log/baseline.ts'
import type { Knowledge } from '../log/read.ts'
import type { CaseFile, LogExtract, Note } from '../model/case-file.ts'
import type { DependencyChange } from '../model/dependency.ts'
import type { Annotation, Attempt, Job, Run } from '../model/run.ts'
import { type Clues, cluesOf } from '../pointers/clues.ts'
import type { CiAttempt, CiJob, CiProvider, CiRun, RunRef } from '../ports/ci.ts'
import { boundChanges } from './bound-changes.ts'
import { mapBounded } from './bounded.ts'
import { chooseJobs, hasFailed, wasCancelled } from './choose-jobs.ts'
import { createGreenLogs } from './green-logs.ts'
import { createJobLogs } from './job-logs.ts'
import { createNotebook, type Notebook } from './notebook.ts'
import { runNotes } from './run-notes.ts'

export interface GatherRunOptions {
  readonly knowledge: Knowledge
  /** A green log given by hand; else one is looked for. */
  readonly baseline?: Baseline | undefined
  /** Logs read at most; default 30. */
  readonly maxLogs?: number | undefined
  readonly onProgress?: ((progress: RunProgress) => void) | undefined
}

/** How far the gathering is. */
export type RunProgress =
  | { readonly stage: 'run'; readonly run: Run }
  | { readonly stage: 'jobs'; readonly jobs: number; readonly failed: number; readonly logs: number }
  | { readonly stage: 'log'; readonly job: string; readonly bytes: number; readonly done: number; readonly logs: number }

const WIDTH = 4
const MAX_LOGS = 30
const MAX_ANNOTATED = 60

/**
 * Everything that a diagnosis of a run needs, asked of its CI. Throws a SherpaError only where the run, its jobs or the job asked for
 * cannot be had; whatever else is missing is told in the case file's notes.
 */
export async function gatherRun(ref: RunRef, { ci }: { readonly ci: CiProvider }, options: GatherRunOptions): Promise<CaseFile> {
  const { onProgress } = options
  const opened = await ci.openRun(ref)
  onProgress?.({ stage: 'run', run: opened.run })
  const jobs = await opened.jobs()
  const { chosen, left } = chooseJobs(jobs, ref.job, options.maxLogs ?? MAX_LOGS)
  onProgress?.({ stage: 'jobs', jobs: jobs.length, failed: jobs.filter(hasFailed).length, logs: chosen.length })

  const notebook = createNotebook()
  for (const note of runNotes(opened.run, jobs)) notebook.add(note)
  if (left > 0) notebook.add(capNote(chosen.length, left))
  const attempts = await otherAttempts(opened, notebook)
  const changed = withChanges(opened, notebook)
  const clues = changed.then(({ dependencies }) => dependencies && cluesOf(dependencies))
  const [logs, annotations, { run, dependencies }] = await Promise.all([
    readLogs({ opened, jobs, chosen, attempts, notebook, clues }, options),
    readAnnotations(annotated(jobs, chosen), notebook),
    changed,
  ])
  return {
    schema: 'sherpa.case/1',
    source: {
      kind: 'github',
      name: opened.run.url ?? `${ref.repository.owner}/${ref.repository.name}#${opened.run.run ?? ref.run}`,
    },
    run,
    ...(dependencies ? { dependencies } : {}),
    jobs: jobs.map(({ job }) => withAnnotations(slim(job, jobs.length), annotations.get(job.id))),
    ...(attempts.length > 0 && { attempts: attempts.map(outcomes) }),
    logs,
    reports: [],
    notes: notebook.notes(),
  }
}

interface Work {
  readonly opened: CiRun
  readonly jobs: readonly CiJob[]
  readonly chosen: readonly CiJob[]
  readonly attempts: readonly CiAttempt[]
  readonly notebook: Notebook
  /** Known once the changes are. */
  readonly clues: Promise<Clues | undefined>
}

async function otherAttempts(opened: CiRun, notebook: Notebook): Promise<readonly CiAttempt[]> {
  const { value = [], trouble } = await opened.otherAttempts()
  if (trouble) notebook.trouble(trouble, 'attempts')
  return value
}

const outcomes = ({ attempt, jobs }: CiAttempt): Attempt => ({
  attempt,
  jobs: jobs.map(({ job: { name, conclusion } }) => ({ name, ...(conclusion && { conclusion }) })),
})

/** The trouble of one job's log never costs another's. */
async function readLogs(
  { opened, jobs, chosen, attempts, notebook, clues }: Work,
  { knowledge, baseline, onProgress }: GatherRunOptions,
): Promise<LogExtract[]> {
  const over = chosen.filter(({ job }) => job.conclusion !== undefined)
  for (const { job } of chosen) if (job.conclusion === undefined) notebook.add(unfinishedNote(job))
  const green = createGreenLogs(opened, attempts, notebook)
  const logs = createJobLogs({ opened, jobs, notebook, knowledge, clues })
  let done = 0
  try {
    const read = await mapBounded(over, WIDTH, async ciJob => {
      const tell = (bytes: number) => onProgress?.({ stage: 'log', job: ciJob.job.name, bytes, done, logs: over.length })
      const log = await logs.read(ciJob, { baseline: baseline ?? (await green.baselineOf(ciJob.job)), onProgress: tell })
      done++
      tell(log?.size.bytes ?? 0)
      return log
    })
    return read.filter(log => log !== null)
  } finally {
    await logs.close()
  }
}

/** Runner loss and time-outs often stand in the annotations only. */
const annotated = (jobs: readonly CiJob[], chosen: readonly CiJob[]) =>
  [...new Set([...chosen, ...jobs.filter(hasFailed), ...jobs.filter(wasCancelled)])].slice(0, MAX_ANNOTATED)

async function readAnnotations(jobs: readonly CiJob[], notebook: Notebook): Promise<Map<number, readonly Annotation[]>> {
  const found = new Map<number, readonly Annotation[]>()
  await mapBounded(jobs, WIDTH, async ciJob => {
    if (notebook.hopeless('annotations')) return
    const { value, trouble } = await ciJob.annotations()
    if (trouble) notebook.trouble(trouble, 'annotations')
    else if (value.length > 0) found.set(ciJob.job.id, value)
  })
  return found
}

/** The run with what it changed; dependencies are read before long patches are cut. */
async function withChanges(
  { run, changes }: CiRun,
  notebook: Notebook,
): Promise<{ readonly run: Run; readonly dependencies?: readonly DependencyChange[] }> {
  const { value, trouble } = await changes()
  if (trouble) {
    notebook.trouble(trouble, 'changes')
    return { run }
  }
  if (value.trouble) notebook.trouble(value.trouble, 'changes')
  if (value.truncated)
    notebook.add({ code: 'changes-truncated', text: `Only the first ${value.changes.length} changed files are known.` })
  return {
    run: { ...run, parents: value.parents, changes: boundChanges(value.changes) },
    dependencies: readDependencyChanges(value.changes),
  }
}

const MANY_JOBS = 100

/** The steps of hundreds of green jobs would make the case file large and tell nothing. */
function slim({ steps, ...job }: Job, jobs: number): Job {
  return steps === undefined || (jobs > MANY_JOBS && job.conclusion === 'success') ? job : { ...job, steps }
}

const withAnnotations = (job: Job, annotations: readonly Annotation[] | undefined): Job =>
  annotations ? { ...job, annotations } : job

const capNote = (read: number, left: number): Note => ({
  code: 'logs-capped',
  text: `${read + left} jobs failed; the logs of ${read} of them were read, one of each kind first.`,
})

const unfinishedNote = (job: Job): Note => ({
  code: 'job-in-progress',
  text: `Job ${job.name} is not over yet, so it has no log.`,
})
