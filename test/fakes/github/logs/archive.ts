/** The zip of one attempt's logs, laid out as GitHub lays it out. */
import { ZipFile } from 'yazl'
import type { AttemptData, JobData } from '../world.ts'
import { archiveName, createNamer } from './archive-names.ts'
import { jobLog, stepLogs } from './job-log.ts'

/** GitHub's entries carry no useful time. */
const OPTIONS = { mtime: new Date('1980-01-01T00:00:00Z'), forceDosTimestamp: true }

/**
 * `N_job.txt` at the top for each job in the order the jobs ended, and a folder per job with
 * `N_step.txt` and `system.txt`. Skipped, unfinished, expired and carried-over jobs are not in it.
 */
export async function archiveOf(attempt: AttemptData): Promise<Uint8Array> {
  const zip = new ZipFile()
  const nameOf = createNamer()
  const jobs = attempt.jobs
    .filter(hasLog)
    .sort(byEnd)
    .map(job => ({ job, name: nameOf(job.archiveName ?? job.name) }))
  for (const [index, { job, name }] of jobs.entries()) {
    zip.addBuffer(Buffer.from(jobLog(job)), `${index}_${name}.txt`, OPTIONS)
  }
  for (const { job, name } of jobs) addFolder(zip, job, { name, withSteps: attempt.archive === 'full' })
  zip.end()
  const chunks: Uint8Array[] = []
  for await (const chunk of zip.outputStream) chunks.push(chunk as Uint8Array)
  return Buffer.concat(chunks)
}

/** Whether a job leaves a log at all. */
export function hasLog(job: JobData): boolean {
  return job.status === 'completed' && job.conclusion !== 'skipped' && !job.logGone && !job.carriedOver
}

function addFolder(zip: ZipFile, job: JobData, { name, withSteps }: { name: string; withSteps: boolean }): void {
  zip.addEmptyDirectory(`${name}/`, OPTIONS)
  const texts = withSteps ? stepLogs(job) : new Map<number, string>()
  for (const [number, text] of texts) {
    const step = job.steps.find(candidate => candidate.number === number)
    zip.addBuffer(Buffer.from(text), `${name}/${number}_${archiveName(step?.name ?? '')}.txt`, OPTIONS)
  }
  const system = `Requested labels: ${job.labels.join(', ')}\nWaiting for a runner to pick up this job...\n`
  zip.addBuffer(Buffer.from(system), `${name}/system.txt`, OPTIONS)
}

function byEnd(a: JobData, b: JobData): number {
  return Date.parse(a.completedAt ?? '') - Date.parse(b.completedAt ?? '') || a.id - b.id
}
