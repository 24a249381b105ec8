import type { Ranked } from '../locate/rank.ts'
import type { CaseFile, LogExtract } from '../model/case-file.ts'

/** How certain a lone recognised cause must be (log-odds) to count as a failure where nothing else says that something failed. */
const CLEAR = -0.5

/** Whether anything failed at all. What the CI says decides; where it says nothing, verdicts in the log, failed tests, then clear causes. */
export function hasFailed(file: CaseFile, ranked: readonly Ranked[]): boolean {
  const conclusions = [file.run?.conclusion, ...file.jobs.map(job => job.conclusion)].filter(
    conclusion => conclusion !== undefined,
  )
  if (conclusions.length > 0)
    return conclusions.some(conclusion => FAILED.has(conclusion)) || file.reports.some(report => report.failed > 0)
  if (file.reports.some(report => report.failed > 0)) return true
  return file.logs.some(log => logFailed(log, ranked))
}

const FAILED = new Set(['failure', 'timed_out', 'cancelled', 'startup_failure', 'action_required'])

function logFailed(log: LogExtract, ranked: readonly Ranked[]): boolean {
  if (log.size.bytes === 0) return false
  const verdict = verdictOf(log)
  if (verdict !== null) return verdict === 'failed'
  if (log.matches.some(match => match.role === 'symptom') || log.tests.some(report => report.failed > 0)) return true
  return ranked.some(({ candidate, rank }) => candidate.log === log && candidate.kind !== 'lines' && rank > CLEAR)
}

const PASSED = /^(?:Done\. Your build exited with 0\.|Finished: SUCCESS|Job succeeded|##\[section\]Finishing: .*)$/
const BROKEN =
  /^(?:Done\. Your build exited with [1-9]\d*\.|Finished: (?:FAILURE|ABORTED|UNSTABLE)|ERROR: Job failed.*|Your build has been stopped\.)$/

/** What the last lines of the log say in the CI's own words; null where they say nothing. */
function verdictOf(log: LogExtract): 'passed' | 'failed' | null {
  if (log.sections.some(section => section.failed)) return 'failed'
  const last = log.lines.filter(line => line.n > log.size.lines - 30)
  if (last.some(line => BROKEN.test(line.text))) return 'failed'
  return last.some(line => PASSED.test(line.text)) ? 'passed' : null
}
