import { readDependencyChanges } from '../changes/read-changes.ts'
import { type Baseline, createBaselineReader } from '../log/baseline.ts'
import type { Knowledge } from '../log/read.ts'
import type { CaseFile, LogExtract, Note } from '../model/case-file.ts'
import { SherpaError } from '../model/trouble.ts'
import { type Clues, cluesOf } from '../pointers/clues.ts'
import type { DocumentInput, Input, LogInput, TextFile } from './input.ts'
import { printedJobName } from './job-names.ts'
import { junitReports } from './junit-reports.ts'
import { type LogSource, readLog, type Tell } from './log-source.ts'
import { documentJobs, documentRun, documentTests, parseRunDocument, type RunDocument } from './run-document.ts'

export interface GatherOptions {
  readonly knowledge: Knowledge
  /** Logs of a green run of the same job. */
  readonly baseline?: readonly LogSource[] | undefined
  /** The same by the job that a log is of. */
  readonly baselineOf?: ((job: string) => Promise<Baseline | undefined>) | undefined
  /** Test reports in JUnit's XML. */
  readonly junit?: readonly TextFile[] | undefined
  /** Told the bytes read so far of the log with this name. */
  readonly onProgress?: ((bytes: number, log: string) => void) | undefined
}

/** Makes the case file of one input, whatever it is. */
export const gatherInput = (input: Input, options: GatherOptions): Promise<CaseFile> =>
  input.kind === 'run-document' ? gatherDocument(input, options) : gatherLogs(input, options)

/** Reads logs, one after another, into one case file. A log that cannot be read becomes a note, unless none can. */
export async function gatherLogs(input: LogInput, options: GatherOptions): Promise<CaseFile> {
  const notes = [...input.notes]
  const tell: Tell = note => notes.push(note)
  const logs = await readAll(input.logs, options, tell)
  return {
    schema: 'sherpa.case/1',
    source: input.source,
    run: null,
    jobs: [],
    logs,
    reports: await junitReports(options.junit ?? [], tell),
    notes: capped(notes),
  }
}

/** Checks a run document and gathers it. */
export async function gatherDocument(input: DocumentInput, options: GatherOptions): Promise<CaseFile> {
  const document = await parseRunDocument(input.text, input.source.name === '-' ? 'stdin' : input.source.name)
  return gatherChecked(document, input, options)
}

/** Reads the logs of the jobs of a checked document that did not succeed; where no job says it failed, all. */
export async function gatherChecked(
  document: RunDocument,
  input: Pick<DocumentInput, 'source' | 'logFile'>,
  options: GatherOptions,
): Promise<CaseFile> {
  const notes: Note[] = []
  const tell: Tell = note => notes.push(note)
  const run = documentRun(document)
  const dependencies = run.changes && readDependencyChanges(run.changes)
  const clues = dependencies && cluesOf(dependencies)
  const logs = await readAll(documentLogs(document, input), { ...options, clues }, tell, 'none may be read')
  return {
    schema: 'sherpa.case/1',
    source: input.source,
    run,
    ...(dependencies ? { dependencies } : {}),
    jobs: documentJobs(document),
    logs,
    reports: [...documentTests(document), ...(await junitReports(options.junit ?? [], tell))],
    notes: capped(notes),
  }
}

function documentLogs(document: RunDocument, input: Pick<DocumentInput, 'logFile'>): LogSource[] {
  const jobs = document.jobs ?? []
  const fine = new Set<string | undefined>(['success', 'skipped', 'neutral'])
  const suspects = jobs.filter(job => !fine.has(job.conclusion))
  const someFailed = jobs.some(job => job.conclusion !== undefined && !fine.has(job.conclusion))
  const chosen = someFailed || document.conclusion === 'success' ? suspects : jobs
  return chosen.flatMap(job => {
    const source = jobLog(job, input)
    return source ? [source] : []
  })
}

/** The log of a job in a document, where it has one. */
export function jobLog(
  { name, log, logFile }: NonNullable<RunDocument['jobs']>[number],
  input: Pick<DocumentInput, 'logFile'>,
): LogSource | undefined {
  if (log !== undefined) return textSource(name, log)
  return logFile === undefined ? undefined : input.logFile(logFile, name)
}

const textSource = (job: string, text: string): LogSource => ({
  name: job,
  job,
  async *open() {
    yield new TextEncoder().encode(text)
  },
})

async function readAll(
  sources: readonly LogSource[],
  options: GatherOptions & { readonly clues?: Clues | undefined },
  tell: Tell,
  need: 'one must be read' | 'none may be read' = 'one must be read',
) {
  const baseline = await readBaseline(options.baseline, tell)
  const logs: LogExtract[] = []
  const troubles: SherpaError[] = []
  for (const source of sources) {
    try {
      const ofJob = source.job === null ? undefined : await options.baselineOf?.(source.job)
      const log = await readNamed(source, options, baseline ?? ofJob, tell)
      logs.push(log.job === null && sources.length > 1 ? { ...log, job: source.name } : log)
    } catch (trouble) {
      if (!(trouble instanceof SherpaError) || trouble.code === 'archive-too-large') throw trouble
      troubles.push(trouble)
      tell({ code: trouble.code, text: `${trouble.message}.` })
    }
  }
  if (logs.length === 0 && troubles[0] && need === 'one must be read') throw troubles[0]
  return logs
}

/** Reads a log, and the full name of its job where the log tells it. */
async function readNamed(
  source: LogSource,
  { knowledge, clues, onProgress }: GatherOptions & { readonly clues?: Clues | undefined },
  baseline: Baseline | undefined,
  onNote: Tell,
): Promise<LogExtract> {
  let printed: string | undefined
  const sniffed: LogSource = {
    ...source,
    async *open(tell) {
      let seen = 0
      for await (const chunk of source.open(tell)) {
        if (seen < SNIFFED) printed ??= printedJobName(latin(chunk.subarray(0, SNIFFED - seen)))
        seen += chunk.length
        yield chunk
      }
    },
  }
  const extract = await readLog(sniffed, {
    knowledge,
    baseline,
    clues,
    onNote,
    onProgress: bytes => onProgress?.(bytes, source.name),
  })
  return extract.job === null || isCutOf(extract.job, printed) ? { ...extract, job: printed ?? extract.job } : extract
}

/** The runner prints a job's name within its first lines. */
const SNIFFED = 64 * 1024
const latin = (bytes: Uint8Array) => new TextDecoder().decode(bytes)
const bare = (name: string) => name.replace(/[^\p{L}\p{N}]+/gu, '')

/** Whether one is what a file name could keep of the other. */
const isCutOf = (name: string, printed: string | undefined) => printed !== undefined && bare(printed).startsWith(bare(name))

async function readBaseline(sources: readonly LogSource[] | undefined, tell: Tell): Promise<Baseline | undefined> {
  if (!sources || sources.length === 0) return undefined
  const reader = createBaselineReader()
  for (const source of sources) for await (const chunk of source.open(tell)) reader.push(chunk)
  return reader.end()
}

const MAX_NOTES = 50

/** A folder of thousands of broken logs must not bury the answer. */
function capped(notes: readonly Note[]): Note[] {
  if (notes.length <= MAX_NOTES) return [...notes]
  return [
    ...notes.slice(0, MAX_NOTES),
    { code: 'more-notes', text: `${notes.length - MAX_NOTES} further remarks about the input are left out.` },
  ]
}
