import type { CaseFile } from '../model/case-file.ts'
import type { Category } from '../model/category.ts'
import type { Failure } from '../model/diagnosis.ts'
import type { Conclusion, Job } from '../model/run.ts'
import type { TestReport } from '../model/test-report.ts'
import { fingerprint } from './fingerprint.ts'
import { isFailed } from './places.ts'

/** Failed tests that stand in a report beside the logs. */
export const reportedFailures = (file: CaseFile): Failure[] => file.reports.filter(report => report.failed > 0).map(reportFailure)

/** Headline of a report with failed tests. */
export function testTitle(report: TestReport, first: string | undefined): string {
  const count = Math.max(report.failed, report.failedTests.length)
  if (first === undefined) return `${count} tests failed`
  return count === 1 ? `test failed: ${first}` : `${count} tests failed, first ${first}`
}

function reportFailure(report: TestReport): Failure {
  const [first] = report.failedTests
  return {
    category: 'test',
    rule: null,
    title: testTitle(report, first?.name),
    message: first?.message ?? first?.name ?? `${report.failed} of ${report.total} tests failed`,
    job: null,
    step: null,
    lines: null,
    ...(first?.file === undefined ? {} : { file: first.file, ...(first.line === undefined ? {} : { line: first.line }) }),
    captures: first ? { test: first.name } : {},
    fingerprint: fingerprint(report.framework, first ? `${first.name}\n${first.message ?? ''}` : ''),
    confidence: 0.9,
  }
}

/** Jobs that failed and of which nothing could be read: what the CI says of their end is all there is. */
export function unreadFailures(file: CaseFile): Failure[] {
  const read = new Set(file.logs.filter(log => log.lines.length > 0).map(log => log.job ?? log.name))
  return file.jobs.flatMap(job => {
    const told = job.conclusion && CONCLUSIONS[job.conclusion]
    return told && !read.has(job.name) ? [jobFailure(job, told)] : []
  })
}

/** The failure of a run of which nothing else is known. */
export function runFailure({ run }: CaseFile): Failure[] {
  const told = run?.conclusion && CONCLUSIONS[run.conclusion]
  return told ? [failure(told, `the run ${told.words}`, null, null)] : []
}

interface Told {
  readonly category: Category
  readonly confidence: number
  readonly words: string
}

const CONCLUSIONS: Partial<Record<Conclusion, Told>> = {
  failure: { category: 'unknown', confidence: 0.1, words: 'failed' },
  timed_out: { category: 'timeout', confidence: 0.9, words: 'ran out of time' },
  startup_failure: { category: 'config', confidence: 0.8, words: 'could not be started' },
  cancelled: { category: 'cancelled', confidence: 0.7, words: 'was cancelled' },
  action_required: { category: 'unknown', confidence: 0.1, words: 'waits for an approval' },
}

function jobFailure(job: Job, told: Told): Failure {
  const step = job.steps?.find(isFailed)?.name ?? null
  return failure(told, `job ${job.name} ${told.words}${step === null ? '' : ` in step ${step}`}`, job.name, step)
}

const failure = ({ category, confidence }: Told, title: string, job: string | null, step: string | null): Failure => ({
  category,
  rule: null,
  title,
  message: `${title}; its log was not read`,
  job,
  step,
  lines: null,
  captures: {},
  fingerprint: fingerprint('conclusion', title),
  confidence,
})
