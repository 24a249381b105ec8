/** Prints the last line of a CI run, `tests: 12 passed, 0 failed`, from the file of vitest's JSON reporter. */
import { existsSync, readFileSync } from 'node:fs'

interface Results {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly numPendingTests: number
  /** One a file; a file that could not be loaded has failed without a test. */
  readonly testResults: readonly { readonly status: string; readonly assertionResults: readonly unknown[] }[]
}

const path = process.argv[2] ?? ''
console.log(existsSync(path) ? summary(JSON.parse(readFileSync(path, 'utf8'))) : 'tests: 0 passed, 1 failed')

function summary({ numPassedTests, numFailedTests, numPendingTests, testResults }: Results): string {
  const unloaded = testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  ).length
  const skipped = numPendingTests > 0 ? `, ${numPendingTests} skipped` : ''
  return `tests: ${numPassedTests} passed, ${numFailedTests + unloaded} failed${skipped}`
}
