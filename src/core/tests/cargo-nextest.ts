import type { TestFramework } from '../model/test-report.ts'
import { number, numbersByWord } from './lines/numbers.ts'
import { tally } from './lines/tally.ts'
import { toolLines } from './lines/tool-lines.ts'

/** cargo-nextest: https://nexte.st/docs/running/, and its retries: https://nexte.st/docs/features/retries/ */

const RESULT =
  /^ *(?<try>TRY \d+ )?(?<outcome>FAIL|TIMEOUT|ABORT|SIG[A-Z]+|LEAK-FAIL|FLKY-FL|TMT|FLAKY|PASS|SLOW|XFAIL)(?: \d+\/\d+)? +\[ *[>\d.]+s\] +(?:\( *\d+\/\d+\) +)?(?<name>\S.*)$/
const SUMMARY = /^ *Summary \[ *[\d.]+s\] +(?<total>\d+)(?:\/\d+)? tests? run: (?<counts>.*)$/
const OUTPUT = /^(?:--- STD(?:OUT|ERR): +(?:TRY \d+ )?(?<old>\S.*?) ---|──── (?:TRY \d+ )?STD(?:OUT|ERR): +(?<name>\S.*))$/
const PANIC = /^ *thread '.*' (?:\(\d+\) )?panicked at (?:'.*', )?(?<file>[^\s:']+\.rs):(?<line>\d+):\d+/

export const framework: TestFramework = {
  id: 'cargo-nextest',
  needles: ['tests run: ', 'test run: ', 'nextest'],
  parse(lines) {
    const results = tally('cargo-nextest')
    let summed = false
    for (const { n, text } of toolLines(lines)) {
      const summary = SUMMARY.exec(text)?.groups
      const result = RESULT.exec(text)?.groups
      const output = OUTPUT.exec(text)?.groups
      if (summary) {
        results.close()
        summed = true
        // `1 timed out` and `1 exec failed` are told beside `1 failed`.
        const { passed = 0, failed = 0, timed = 0, exec = 0, skipped = 0 } = numbersByWord(summary['counts'] ?? '')
        results.summary({ total: number(summary['total']) + skipped, passed, failed: failed + timed + exec, skipped })
      } else if (result?.['name'] !== undefined) {
        const { name, outcome = '' } = result
        results.close()
        // A single failed try may be followed by a better one; the list after the summary has the last word.
        if (/^(?:FLAKY|PASS|SLOW|XFAIL)$/.test(outcome)) {
          if (outcome === 'FLAKY' || (outcome === 'PASS' && result['try'])) results.forget(name)
        } else results.fail(name, { ...(/FAIL/.test(outcome) ? {} : { message: outcome }) })
      } else if (output) {
        results.close()
        const name = (output['old'] ?? output['name'] ?? '').replace(/ {2,}/g, ' ')
        if (results.has(name)) results.open(name, n)
      } else if (results.isOpen) {
        const place = PANIC.exec(text)?.groups
        if (place?.['file'] !== undefined) results.at({ file: place['file'], line: number(place['line']) })
        const why =
          /^ *(?:running \d+ tests?|test .* \.\.\. FAILED|failures:|---- .* ----|note: .*|test result: .*|thread '.*panicked at [^\s']+:|(?:stdout|stderr) ─+)$/.test(
            text,
          )
            ? undefined
            : text
        results.tell(n, why)
      }
    }
    return summed ? results.report() : null
  },
}
