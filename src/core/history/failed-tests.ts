import type { CaseFile } from '../model/case-file.ts'

/** The tests that failed in a run, by name, out of its logs and reports. */
export const failedTestNames = ({ reports, logs }: Pick<CaseFile, 'reports' | 'logs'>): ReadonlySet<string> =>
  new Set([...reports, ...logs.flatMap(log => log.tests)].flatMap(report => report.failedTests.map(({ name }) => name)))
