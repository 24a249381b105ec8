import type { TestFramework } from '../model/test-report.ts'
import { number } from './lines/numbers.ts'
import { tally } from './lines/tally.ts'
import { toolLines } from './lines/tool-lines.ts'

/** Python's unittest, and what prints like it: Django, nose, nose2, testtools. https://docs.python.org/3/library/unittest.html */

const RULE = /^={40,}$/
const HEAD = /^(?<kind>FAIL|ERROR|UNEXPECTED SUCCESS): (?<name>\S.*)$/
const RAN = /^Ran (?<total>\d+) tests? in /
const RESULT = /^(?<word>OK|FAILED)\b(?: \((?<counts>[^)]*)\))?$/
const PLACE = /^ {2}File "(?<file>[^"]+)", line (?<line>\d+)/
const VERBOSE = /^(?<name>\w+ \([\w.<>]+\)).* \.\.\. (?<outcome>ok|FAIL|ERROR|skipped .*)$/

export const framework: TestFramework = {
  id: 'unittest',
  needles: ['Ran ', 'FAIL: ', 'ERROR: '],
  parse(lines) {
    const results = tally('unittest')
    let afterRule = false
    let total: number | undefined
    let rules = 0
    let unfinished = true
    for (const { n, text } of toolLines(lines)) {
      const head = afterRule ? HEAD.exec(text)?.groups : undefined
      const ran = RAN.exec(text)?.groups
      const result = total === undefined ? undefined : RESULT.exec(text)?.groups
      afterRule = RULE.test(text)
      if (afterRule) results.close()
      else if (head?.['name'] !== undefined) {
        results.open(testName(head['name']), n)
        rules = 0
      } else if (ran) {
        results.close()
        total = number(ran['total'])
      } else if (result && total !== undefined) {
        const said = saidCounts(result['counts'] ?? '')
        results.summary({
          total,
          failed: (said['failures'] ?? 0) + (said['errors'] ?? 0) + (said['unexpected successes'] ?? 0),
          skipped: skipped(said),
        })
        total = undefined
        unfinished = false
      } else if (results.isOpen) {
        if (/^-{40,}$/.test(text) && ++rules === 2) results.close()
        const place = PLACE.exec(text)?.groups
        if (
          place?.['file'] !== undefined &&
          /test/i.test(place['file']) &&
          !/\/(?:site-packages|lib\/python[\d.]*)\//.test(place['file'])
        )
          results.at({ file: place['file'], line: Number(place['line']) })
        // The exception is the first line after the trace that is not indented.
        if (text.trim())
          results.tell(
            n,
            rules > 0 && /^\S/.test(text) && !/^(?:Traceback |-{3,}|The above exception|During handling|[-.]+ >>| {2})/.test(text)
              ? text
              : undefined,
          )
      } else if (text.endsWith(' ... ok')) {
        const verbose = VERBOSE.exec(text)?.groups
        if (verbose) results.count({ passed: 1 })
      }
    }
    return unfinished && results.failures === 0 ? null : results.report()
  },
}

/** Parameters of a sub-test are not part of the test's name: `test_even (m.Numbers) (i=1)`. */
const testName = (printed: string) => printed.replace(/^(\S+ \([\w.<>]+\)) [([].*$/, '$1')

const skipped = (said: Readonly<Record<string, number>>) =>
  (said['skipped'] ?? said['SKIP'] ?? said['skips'] ?? 0) + (said['expected failures'] ?? 0)

/** `failures=1, errors=2, expected failures=1` by their names. */
const saidCounts = (text: string): Readonly<Record<string, number>> =>
  Object.fromEntries(
    text
      .split(', ')
      .map(pair => pair.split('='))
      .map(([name = '', count = '0']) => [name.trim(), Number(count) || 0]),
  )
