import { classify } from './classify/classify.ts'
import { chooseHighlights } from './locate/highlights.ts'
import { rankFailures } from './locate/rank-failures.ts'
import type { CaseFile } from './model/case-file.ts'
import type { Diagnosis } from './model/diagnosis.ts'

/**
 * Evidence in, answer out: pure, so that the same case file always gives the same diagnosis.
 */
export function diagnose(file: CaseFile): Diagnosis {
  const failures = rankFailures(file)
  const highlights = chooseHighlights(file, failures)
  const answer = classify(file, failures)
  return {
    schema: 'sherpa.diagnosis/1',
    source: file.source,
    run: file.run,
    ...answer,
    failures,
    highlights,
    tests: [...file.reports, ...file.logs.flatMap(log => log.tests)],
    anomalies: [],
    causes: [],
    notes: file.notes,
    stats: stats(file),
  }
}

const stats = ({ logs, jobs }: CaseFile): Diagnosis['stats'] => ({
  logs: logs.length,
  lines: logs.reduce((sum, log) => sum + log.size.lines, 0),
  bytes: logs.reduce((sum, log) => sum + log.size.bytes, 0),
  jobs: jobs.length,
  failedJobs: jobs.filter(job => job.conclusion === 'failure' || job.conclusion === 'timed_out').length,
  compared: logs.some(log => log.compared),
})
