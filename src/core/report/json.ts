import type { Diagnosis } from '../model/diagnosis.ts'
import type { FailedTest, TestReport } from '../model/test-report.ts'
import { escapeRisky } from './inert-json.ts'

/** How a diagnosis is written as JSON. */
export interface JsonOptions {
  /** Over several lines, for people; one line otherwise. */
  readonly pretty?: boolean
}

/** A test report as it is printed: names first, so that programs that want only names find texts; the rest beside them. */
export interface TestDocument extends Omit<TestReport, 'failedTests'> {
  readonly failedTests: readonly string[]
  /** The same tests in the same order, with messages and places. */
  readonly failedTestDetails: readonly FailedTest[]
}

/** A diagnosis as it is printed. */
export interface DiagnosisDocument extends Omit<Diagnosis, 'tests'> {
  readonly tests: readonly TestDocument[]
}

/** The shape that programs outside read. */
export const diagnosisDocument = (diagnosis: Diagnosis): DiagnosisDocument => ({
  ...diagnosis,
  tests: diagnosis.tests.map(({ failedTests, ...report }) => ({
    ...report,
    failedTests: failedTests.map(test => test.name),
    failedTestDetails: failedTests,
  })),
})

/** The whole diagnosis as one JSON document, ending in a line feed; what could be taken for a command is escaped, not changed. */
export function renderJson(diagnosis: Diagnosis, { pretty = false }: JsonOptions = {}): string {
  const json = JSON.stringify(diagnosisDocument(diagnosis), null, pretty ? 2 : undefined)
  return `${escapeRisky(json)}\n`
}
