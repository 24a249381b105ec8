import type { TestFramework } from '../model/test-report.ts'
import { reportReader } from './lines/read-report.ts'

/** TestNG's text reporter (verbose 2 and up) and suite summary: https://testng.org/#_logging_and_results */
export const framework: TestFramework = reportReader({
  id: 'testng',
  needles: ['Total tests run:'],
  proof: /^Total tests run: \d/,
  failed: [/^FAILED: (?<name>[^\s(].*)$/, /^(?:FAILED CONFIGURATION|CONFIGURATION FAILED): (?<name>@\w+ \S+)/],
  end: /^(?:PASSED|SKIPPED|SKIPPED CONFIGURATION|PASSED CONFIGURATION|={20,})(?:: |$)/,
  place: /^\s*at .*\((?<file>\w*Test\w*\.(?:java|kt|groovy)):(?<line>\d+)\)$/,
  summary: [/^Total tests run: (?<total>\d+), (?:Passes: (?<passed>\d+), )?Failures: (?<failed>\d+), Skips: (?<skipped>\d+)$/],
})
