import type { TestFramework } from '../model/test-report.ts'
import { reportReader } from './lines/read-report.ts'

/** R's testthat, also under `R CMD check`: https://testthat.r-lib.org */
export const framework: TestFramework = reportReader({
  id: 'testthat',
  needles: ['[ FAIL ', 'testthat results', 'FAILED: '],
  proof: /^\s*(?:══ )?\[ FAIL \d+ \||testthat results/,
  failed: [
    /^\s*[─-]{2} (?:\d+\. )?(?:Failure|Error)(?: \('?(?<file>[^\s:')]+)'?:(?<line>\d+)(?::\d+)?'?\))?: (?<name>\S.*?)(?: \(@\S+\))? {0,40}[─-]{0,200}$/,
  ],
  end: /^\s*(?:══|\[ FAIL |[─-]{2} (?:Skipped|Warning))|^ *Error: Test failures/,
  summary: [
    /^\s*\[ FAIL (?<failed>\d+) \| WARN \d+ \| SKIP (?<skipped>\d+) \| PASS (?<passed>\d+) \]$/,
    /^\s*OK: (?<passed>\d+) +SKIPPED: (?<skipped>\d+) +(?:WARNINGS: \d+ +)?FAILED: (?<failed>\d+)$/,
  ],
})
