import type { TestFramework } from '../model/test-report.ts'
import { reportReader } from './lines/read-report.ts'

/** Swift Testing: https://developer.apple.com/documentation/testing */
export const framework: TestFramework = reportReader({
  id: 'swift-testing',
  needles: ['Test run with '],
  proof: /Test run with \d+ tests? /,
  failed: [
    /^(?:✘|􀢄|\[FAIL\]|X) +Test (?<name>".*"|\S+\(.*?\))(?: with .*)? recorded an issue(?: with .*)? at (?<file>\S+\.swift):(?<line>\d+):\d+: (?<why>.*)$/,
  ],
  listed: [/^(?:✘|􀢄|\[FAIL\]|X) +Test (?<name>".*"|\S+\(.*?\))(?: with .*)? failed after [\d.]+ seconds/],
  end: /^(?:✘|✔|◇|􀢄|􁁛|􀟈|↳? *Suite) /,
  summary: [
    /^\S+ +Test run with (?<total>\d+) tests?(?: in \d+ suites?)? (?:passed|failed) after [\d.]+ seconds(?: with \d+ (?:known )?issues?.*)?\.$/,
  ],
})
