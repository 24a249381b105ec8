import { diagnose } from '../diagnose.ts'
import { gatherChecked, jobLog } from '../gather/from-logs.ts'
import type { DocumentInput } from '../gather/input.ts'
import type { RunDocument } from '../gather/run-document.ts'
import type { Knowledge } from '../log/read.ts'
import type { CaseFile, LogExtract } from '../model/case-file.ts'
import type { Diagnosis, Failure } from '../model/diagnosis.ts'
import type { AttemptRecord, FailureRecord, JobRecord } from '../model/history.ts'
import { SherpaError } from '../model/trouble.ts'
import type { SecretFinder } from '../ports/secrets.ts'
import type { Redactor } from '../redact/redact.ts'
import { surroundings } from '../redact/surroundings.ts'
import { redactAll } from '../redact/value.ts'
import { defined } from './defined.ts'
import type { GreenMemory } from './green-memory.ts'
import { readGreenLog } from './read-green.ts'
import { withLog } from './with-log.ts'

export interface LogReading {
  readonly knowledge: Knowledge
  readonly redact: Redactor
  readonly finder: SecretFinder
}

interface DocumentReading extends LogReading {
  readonly green: GreenMemory
  /** Hears what keeps a log from being read. */
  readonly tell: (sentence: string) => void
}

/** Kept of one job: a log that fails in a thousand ways is told by the first of them. */
const MOST_FAILURES = 20

/** The attempt with what the logs of its document say: failures of red jobs, hashes of the lines of green ones, and of all what is measured. */
export async function withLogs(
  attempt: AttemptRecord,
  document: RunDocument,
  input: Pick<DocumentInput, 'source' | 'logFile'>,
  reading: DocumentReading,
): Promise<AttemptRecord> {
  const keyOf = (job: string) => ({ repository: attempt.repository, workflow: attempt.workflow, job })
  const { knowledge, green, tell } = reading
  const baselineOf = (job: string) => green.baseline(keyOf(job))
  const file = await gatherChecked(withoutGreenLogs(document), input, { knowledge, baselineOf })
  for (const { text } of file.notes) tell(text)
  const { logs, failures } = file.logs.length === 0 ? NOTHING : await findingsOf(file, reading)
  const documentJobs = document.jobs ?? []
  const jobs: JobRecord[] = []
  for (const [i, job] of attempt.jobs.entries()) {
    const log = logs.find(({ job: name }) => name === job.name)
    const source = documentJobs[i] && jobLog(documentJobs[i], input)
    if (source && job.conclusion === 'success') {
      const read = await readGreenLog(source.open(), job, { knowledge, baseline: await baselineOf(job.name) }).catch(sentence)
      if (typeof read === 'string') tell(read)
      else await green.learn(keyOf(job.name), read.greenLines)
      jobs.push(typeof read === 'string' ? job : read)
    } else jobs.push(log ? withLog(job, log, failures.get(job.name)) : job)
  }
  return { ...attempt, jobs }
}

/** Logs of green jobs are not diagnosed. */
const withoutGreenLogs = ({ jobs = [], ...document }: RunDocument): RunDocument => ({
  ...document,
  jobs: jobs.map(job => (job.conclusion === 'success' ? { ...job, log: undefined, logFile: undefined } : job)),
})

function sentence(error: unknown): string {
  if (error instanceof SherpaError) return `${error.message}.`
  throw error
}

/** Whether reading them would tell anything. */
export const hasLogs = ({ jobs = [] }: RunDocument): boolean =>
  jobs.some(({ log, logFile }) => log !== undefined || logFile !== undefined)

/** What there is to remember of logs, with their secrets hidden. */
export interface Findings {
  readonly logs: readonly LogExtract[]
  /** What a diagnosis finds, by job. */
  readonly failures: ReadonlyMap<string, readonly FailureRecord[]>
}

const NOTHING: Findings = { logs: [], failures: new Map() }

export async function findingsOf(file: CaseFile, { knowledge, redact, finder }: LogReading): Promise<Findings> {
  const diagnosis = diagnose(file, knowledge)
  const { failures, tests } = await redactAll<Pick<Diagnosis, 'failures'> & { readonly tests: readonly LogExtract['tests'][] }>(
    { failures: diagnosis.failures, tests: file.logs.map(log => log.tests) },
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
  return { logs: file.logs.map((log, i) => ({ ...log, tests: tests[i] ?? [] })), failures: byJob }
}

function failureRecord({ job: _, ...failure }: Failure): FailureRecord {
  const { file, line, ...rest } = failure
  return { ...rest, ...defined({ file, line }) }
}
