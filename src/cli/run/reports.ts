import { junitReports } from '../../core/gather/junit-reports.ts'
import type { TestRecord } from '../../core/model/history.ts'
import type { TestReport } from '../../core/model/test-report.ts'
import { connectXmlFiles } from '../../integrations/connect.ts'

/** What the test reports of a command say. */
export interface Reports {
  readonly reports: readonly TestReport[]
  readonly tests: readonly TestRecord[]
  /** What is to be known of the reports themselves, a sentence each. */
  readonly notes: readonly string[]
}

const NONE: Reports = { reports: [], tests: [], notes: [] }

/** File systems may keep times to the second only. */
const CLOCK_MS = 1000

/** Reads the reports that were written since the command started; throws a SherpaError where no file is of the named kind. */
export async function readReports(patterns: readonly string[], startedMs: number): Promise<Reports> {
  if (patterns.length === 0) return NONE
  const [{ files, notes }, { junitResults }] = await Promise.all([
    connectXmlFiles(patterns, { writtenSinceMs: startedMs - CLOCK_MS }),
    import('../../core/tests/junit-xml.ts'),
  ])
  const told = [...notes]
  const reports = await junitReports(files, note => told.push(note))
  const tests = files.flatMap(({ name, text }) => junitResults(text, name).results).filter(({ name }) => name !== '')
  return { reports, tests, notes: told.map(({ text }) => text) }
}
