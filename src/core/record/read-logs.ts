import { diagnose } from '../diagnose.ts'
import { gatherChecked, jobLog } from '../gather/from-logs.ts'
import type { DocumentInput } from '../gather/input.ts'
import type { LogSource } from '../gather/log-source.ts'
import type { RunDocument } from '../gather/run-document.ts'
import { createBaselineReader } from '../log/baseline.ts'
import type { Knowledge } from '../log/read.ts'
import type { CaseFile, LogExtract } from '../model/case-file.ts'
import type { Diagnosis, Failure } from '../model/diagnosis.ts'
import type { AttemptRecord, FailureRecord, JobKey, JobRecord } from '../model/history.ts'
import { SherpaError } from '../model/trouble.ts'
import type { SecretFinder } from '../ports.ts'
import type { Redactor } from '../redact/redact.ts'
import { surroundings } from '../redact/surroundings.ts'
import { redactAll } from '../redact/value.ts'
import { defined } from './defined.ts'
import type { GreenMemory } from './green-memory.ts'

export interface LogReading {
  readonly knowledge: Knowledge
  readonly redact: Redactor
  readonly finder: SecretFinder
}

/** Kept of one job: a log that fails in a thousand ways is told by the first of them. */
const MOST_FAILURES = 20
export const MOST_GREEN_LINES = 5000

/**
 * The attempt with what the logs of its document say: failures of red jobs, hashes of the lines of green ones. What keeps a log from being
 * read is told.
 */
export async function withLogs(
  attempt: AttemptRecord,
  document: RunDocument,
  input: Pick<DocumentInput, 'source' | 'logFile'>,
  reading: LogReading & { readonly green: GreenMemory; readonly tell: (sentence: string) => void },
): Promise<AttemptRecord> {
  const file = await gatherChecked(withoutGreenLogs(document), input, { knowledge: reading.knowledge })
  for (const { text } of file.notes) reading.tell(text)
  const failures = file.logs.length === 0 ? new Map<string, FailureRecord[]>() : await failuresOf(file, reading)
  const documentJobs = document.jobs ?? []
  const jobs: JobRecord[] = []
  for (const [i, job] of attempt.jobs.entries()) {
    const log = file.logs.find(({ job: name }) => name === job.name)
    const source = documentJobs[i] && jobLog(documentJobs[i], input)
    const key = { repository: attempt.repository, workflow: attempt.workflow, job: job.name }
    if (source && job.conclusion === 'success') jobs.push({ ...job, ...(await readGreen(source, key, reading)) })
    else if (log) {
      const told = withLog(job, log, failures.get(job.name) ?? [])
      const newLines = source && (await newLinesOf(source, key, reading.green))
      jobs.push({ ...told, log: { ...logFacts(log), ...defined({ newLines }) } })
    } else jobs.push(job)
  }
  return { ...attempt, jobs }
}

/** Logs of green jobs are not diagnosed. */
const withoutGreenLogs = ({ jobs = [], ...document }: RunDocument): RunDocument => ({
  ...document,
  jobs: jobs.map(job => (job.conclusion === 'success' ? { ...job, log: undefined, logFile: undefined } : job)),
})

/** Whether reading them would tell anything. */
export const hasLogs = ({ jobs = [] }: RunDocument): boolean =>
  jobs.some(({ log, logFile }) => log !== undefined || logFile !== undefined)

/** What a diagnosis of the evidence finds, by job. */
export async function failuresOf(
  file: CaseFile,
  { knowledge, redact, finder }: LogReading,
): Promise<ReadonlyMap<string, FailureRecord[]>> {
  const diagnosis = diagnose(file, knowledge)
  const { failures } = await redactAll<Pick<Diagnosis, 'failures'>>(
    { failures: diagnosis.failures },
    redact,
    finder,
    surroundings(file, diagnosis),
  )
  const byJob = new Map<string, FailureRecord[]>()
  for (const failure of failures) {
    const job = failure.job ?? file.logs[0]?.job ?? ''
    const list = byJob.get(job) ?? []
    if (list.length < MOST_FAILURES) byJob.set(job, [...list, failureRecord(failure)])
  }
  return byJob
}

function failureRecord({ job: _, ...failure }: Failure): FailureRecord {
  const { file, line, ...rest } = failure
  return { ...rest, ...defined({ file, line }) }
}

/** Where nobody says how a job ended, or on what machine it ran, its log may. */
export function withLog(job: JobRecord, log: LogExtract, failures: readonly FailureRecord[]): JobRecord {
  const told = log.verdict === 'failed' || failures.length > 0 ? 'failure' : log.verdict === 'passed' ? 'success' : undefined
  const conclusion = job.conclusion ?? told
  const { image, version, os } = log.runner ?? {}
  const runner = { ...defined({ image, version, os }), ...job.runner }
  return {
    ...job,
    ...defined({ conclusion }),
    ...(Object.keys(runner).length > 0 && { runner }),
    log: logFacts(log),
    failures,
  }
}

const logFacts = ({ size, matches }: LogExtract) => ({
  ...size,
  errorLines: matches.reduce((sum, { repeats }) => sum + 1 + repeats, 0),
})

/** A log with more lines than are kept of a green one would always seem to say something new: of it nothing is told. */
async function newLinesOf(source: LogSource, key: JobKey, green: GreenMemory): Promise<number | undefined> {
  const lines = new Set<number>()
  const newLines = await green.newLines(key, async () => {
    for (const hash of (await readHashes(source))?.hashes ?? []) lines.add(hash)
    return lines
  })
  return lines.size > MOST_GREEN_LINES ? undefined : newLines
}

async function readGreen(
  source: LogSource,
  key: JobKey,
  { green, tell }: { readonly green: GreenMemory; readonly tell: (sentence: string) => void },
): Promise<Pick<JobRecord, 'log' | 'greenLines'>> {
  const read = await readHashes(source, tell)
  if (!read) return {}
  const { hashes, size } = read
  const newLines = hashes.size > MOST_GREEN_LINES ? undefined : await green.newLines(key, async () => hashes)
  const greenLines = [...hashes].slice(0, MOST_GREEN_LINES)
  await green.learn(key, greenLines)
  return { log: { ...size, errorLines: 0, ...defined({ newLines }) }, greenLines }
}

/** Undefined where the log cannot be read. */
async function readHashes(source: LogSource, tell: (sentence: string) => void = () => {}) {
  const reader = createBaselineReader()
  const size = { lines: 0, bytes: 0 }
  try {
    for await (const chunk of source.open()) {
      reader.push(chunk)
      size.bytes += chunk.length
      for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, at + 1)) size.lines++
    }
  } catch (error) {
    if (!(error instanceof SherpaError)) throw error
    tell(`${error.message}.`)
    return undefined
  }
  return { hashes: reader.end().hashes, size }
}
