import type { CaseFile } from '../model/case-file.ts'
import type { Job } from '../model/run.ts'

/**
 * The evidence about one job of a run alone: each failed job is judged for itself, because a re-run must heal every one of them. The run's other
 * attempts are left out: as re-runs they are weighed with all others.
 */
export function jobCase({ attempts: _, ...file }: CaseFile, job: Job): CaseFile {
  const { name, conclusion } = job
  return {
    ...file,
    run: file.run && { ...file.run, ...(conclusion !== undefined && { conclusion }) },
    jobs: [job],
    logs: file.logs.filter(log => log.job === name || (log.job === null && file.jobs.length === 1)),
    reports: file.reports.filter(report => report.job === name || report.job === undefined),
    ...(file.past && {
      past: {
        runs: file.past.runs.filter(run => run.job === name),
        ...(file.past.tests && { tests: file.past.tests.filter(test => test.job === name) }),
      },
    }),
  }
}
