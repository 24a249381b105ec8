import type { CaseFile, LogExtract } from '../model/case-file.ts'
import type { Job } from '../model/run.ts'

/**
 * The case without the logs of jobs that passed: what they complain about was no reason to fail. All of it where nothing but such logs
 * was read and no report tells of failed tests, for then the CI knows of something that the logs do not show.
 */
export function withoutPassed(file: CaseFile): CaseFile {
  const logs = file.logs.filter(log => !hasPassed(log, file.jobs))
  const isExplained = logs.length > 0 || file.reports.some(report => report.failed > 0)
  return isExplained ? { ...file, logs } : file
}

function hasPassed({ job: name, verdict }: LogExtract, jobs: readonly Job[]): boolean {
  const conclusion = jobs.find(job => job.name === name)?.conclusion
  return conclusion === undefined ? verdict === 'passed' : conclusion === 'success'
}
