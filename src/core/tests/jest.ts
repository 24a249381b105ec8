import type { TestFramework } from '../model/test-report.ts'
import { numbersByWord } from './lines/numbers.ts'
import { ownJsPlace } from './lines/own-place.ts'
import { tally } from './lines/tally.ts'
import { toolLines } from './lines/tool-lines.ts'

/** Jest's default and verbose reporters, versions 15 to 30: https://jestjs.io/docs/cli, packages/jest-reporters */

const FILE =
  /^\s*(?<outcome>FAIL|PASS)\s+(?:[\w@./ -]{1,80}:? )??(?<file>[^\s:]+\.[cm]?[jt]sx?)(?: \([\d.]+ ?m?s\))?(?: \(\d+ MB heap size\))?$/
const BULLET = /^ {1,4}● +(?<title>\S.*)$/
const SUMMARY = /^Tests: +(?<counts>\d+ (?:failed|passed|skipped|todo|pending|total)\b.*)$/
/** Bullets that do not name a test. */
const NOT_A_TEST =
  /^(?:Console$|Validation (?:Warning|Error)|Deprecation Warning|Cannot log after tests are done|process\.exit called|Multiple configurations)/

export const framework: TestFramework = {
  id: 'jest',
  needles: ['Tests: ', 'Test suite failed to run', 'FAIL ', 'Test Suites:'],
  parse(lines) {
    const results = tally('jest', (name, { file }) => `${file}\n${name}`)
    let failing: string | undefined
    let seen = false
    let before = ''
    /** jest-light-runner has no bullets: the title stands alone, its error is indented below. */
    let title: { readonly n: number; readonly text: string } | undefined
    for (const { n, text } of toolLines(lines)) {
      const file = FILE.exec(text)?.groups
      if (file) {
        results.close()
        failing = file['outcome'] === 'FAIL' ? file['file'] : undefined
        before = ''
        continue
      }
      const bullet = BULLET.exec(text)?.groups?.['title']
      if (bullet !== undefined) {
        results.close()
        if (failing === undefined || NOT_A_TEST.test(bullet)) continue
        results.open(bullet === 'Test suite failed to run' ? `${failing} › ${bullet}` : bullet, n, { file: failing })
        seen = true
        continue
      }
      if (title && failing !== undefined && /^ {4}(?:\w*Error\b|thrown: )/.test(text)) {
        results.close()
        results.open(title.text.replaceAll(' > ', ' › '), title.n, { file: failing })
        seen = true
      }
      const summary = SUMMARY.exec(text)?.groups?.['counts']
      if (summary !== undefined && / total\b/.test(summary)) {
        results.close()
        failing = undefined
        seen = true
        const { total = 0, failed = 0, passed = 0, skipped = 0, todo = 0, pending = 0 } = numbersByWord(summary)
        results.summary({ total, failed, passed, skipped: skipped + todo + pending })
      } else if (/^(?:Test Suites: |Snapshots: |Snapshot Summary|npm ERR!|error Command)/.test(text)) results.close()
      else if (results.isOpen) {
        const place = ownJsPlace(text)
        if (place) results.at(place)
        // What Jest says of a failure is indented.
        if (!/^\S/.test(text)) results.tell(n, text)
      }
      title = failing !== undefined && !before && /^\S/.test(text) ? { n, text } : undefined
      before = text
    }
    return seen ? results.report() : null
  },
}
