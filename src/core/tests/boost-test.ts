import type { TestFramework } from '../model/test-report.ts'
import { reportReader } from './lines/read-report.ts'

/** Boost.Test's log: https://www.boost.org/doc/libs/release/libs/test/doc/html/boost_test/test_output.html */
export const framework: TestFramework = reportReader({
  id: 'boost-test',
  needles: ['is detected in the test module', 'are detected in the test module', '*** No errors detected', 'error: in "'],
  proof:
    /^\*\*\* (?:\d+ failures? (?:is|are) detected|No errors detected)|: (?:fatal )?error: in "|^Running \d+ test cases?\.\.\./,
  failed: [
    /^(?<file>[^\s():]+)[(:](?<line>\d+)\)?: (?:fatal )?error: in "(?<name>[^"]+)": ?(?<why>.*)$/,
    /^unknown location(?:\(0\)|:0): fatal error: in "(?<name>[^"]+)": ?(?<why>.*)$/,
  ],
  end: /^(?:\*\*\* |Leaving test|Entering test|\S+\(\d+\): )/,
  ran: /^Running (?<total>\d+) test cases?\.\.\.$/,
  summary: [/^\*\*\* (?<failed>\d+) failures? (?:is|are) detected/, /^\*\*\* No errors detected(?<failed>)$/],
})
