import type { TestFramework } from '../model/test-report.ts'
import { number } from './lines/numbers.ts'
import { tally } from './lines/tally.ts'
import { toolLines } from './lines/tool-lines.ts'

/** AVA's default reporter, versions 1 to 6: https://github.com/avajs/ava */

const FAILED =
  /^ *(?:✖|✘|×) (?:\[fail\]: )?(?<name>\S.*?)(?: \([\d.]+m?s\))?(?<why> (?:Error thrown in test|Rejected promise returned by test|Test finished without running any assertions).*)?$/
const COUNT =
  /^ *(?<count>\d+) (?:tests? (?<outcome>passed|failed|skipped|todo)|(?<errors>known failures?|uncaught exceptions?|unhandled rejections?))/
const PLACE = /^ *(?:at |› )?(?:file:\/\/)?(?<file>[^\s:()]+\.[cm]?[jt]sx?):(?<line>\d+)(?::\d+)?$/
const TITLE = /^ {2}(?<name>\S.*)$/

export const framework: TestFramework = {
  id: 'ava',
  needles: [' tests failed', ' test failed', ' tests passed', ' test passed'],
  parse(lines) {
    const own = toolLines(lines)
    // Others count tests in the same words; AVA's failed titles carry its mark.
    if (
      !own.some(({ text }) => /^ *(?:✖|✔|✘|√) (?:\[fail\]: )?\S/.test(text)) ||
      !own.some(({ text }) => /^ *\d+ tests? (?:passed|failed)$/.test(text))
    )
      return null
    const results = tally('ava')
    const names = new Set<string>()
    let ticks = 0
    const counts = { passed: 0, failed: 0, skipped: 0 }
    for (const { n, text } of own) {
      const count = COUNT.exec(text)?.groups
      const failed = count ? undefined : FAILED.exec(text)?.groups
      const title = TITLE.exec(text)?.groups?.['name']
      if (/^ *[✔√] \S/.test(text)) ticks++
      if (count?.['outcome'] !== undefined) {
        results.close()
        if (count['outcome'] === 'passed') counts.passed = number(count['count'])
        else if (count['outcome'] === 'failed') counts.failed = number(count['count'])
        else counts.skipped += number(count['count'])
      } else if (failed?.['name'] !== undefined && !/^No tests found|^Timed out/.test(failed['name'])) {
        names.add(failed['name'])
        results.fail(failed['name'], { message: failed['why'] ?? '' })
      } else if (title !== undefined && names.has(title)) {
        results.close()
        results.open(title, n)
      } else if (results.isOpen) {
        const place = PLACE.exec(text)?.groups
        if (place?.['file'] !== undefined && !/node_modules|^node:/.test(place['file']))
          results.at({ file: place['file'], line: Number(place['line']) })
        if (/^(?:npm ERR!|npm error|error Command|─{3,})/.test(text)) results.close()
        else
          results.tell(
            n,
            /^ *\d+: |^ *[^\s:]+\.[cm]?[jt]sx?:\d+$|^ *─$|^ {2}(?:Error thrown in test|Rejected promise returned by test).*:$/.test(
              text,
            )
              ? undefined
              : text,
          )
      }
    }
    // Where some fail, only newer versions say how many passed.
    if (counts.passed + counts.failed) results.summary({ ...counts, passed: counts.passed || ticks })
    return results.report()
  },
}
