import type { TestFramework } from '../model/test-report.ts'
import { number } from './lines/numbers.ts'
import { tally } from './lines/tally.ts'
import { toolLines } from './lines/tool-lines.ts'

/** TestNG's text reporter (verbose 2 and up) and suite summary: https://testng.org/#_logging_and_results */

const FAILED = /^FAILED: (?<name>[^\s(].*)$/
const CONFIGURATION = /^(?:FAILED CONFIGURATION|CONFIGURATION FAILED): (?<name>@\w+ \S+)$/
const TOTALS = /^Total tests run: (?<total>\d+), (?:Passes: \d+, )?Failures: (?<failed>\d+), Skips: (?<skipped>\d+)$/

export const framework: TestFramework = {
  id: 'testng',
  needles: ['Total tests run:', 'FAILED CONFIGURATION', '\nFAILED: '],
  parse(lines) {
    const results = tally('testng')
    for (const { n, text } of toolLines(lines)) {
      const failed = (FAILED.exec(text) ?? CONFIGURATION.exec(text))?.groups?.['name']
      const totals = TOTALS.exec(text.trim())?.groups
      if (totals) {
        results.close()
        results.summary({ total: number(totals['total']), failed: number(totals['failed']), skipped: number(totals['skipped']) })
      } else if (failed !== undefined) {
        results.close()
        results.open(failed, n)
      } else if (/^(?:PASSED|SKIPPED|={20,}|SKIPPED CONFIGURATION|PASSED CONFIGURATION)(?:: |$)/.test(text)) results.close()
      else if (results.isOpen) results.tell(n, text)
    }
    const report = results.report()
    return report && (report.total > report.failed || lines.some(({ text }) => text.includes('Total tests run:'))) ? report : null
  },
}
