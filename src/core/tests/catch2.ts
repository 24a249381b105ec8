import type { TestFramework } from '../model/test-report.ts'
import { reportReader } from './lines/read-report.ts'

/** Catch2 2 and 3 (https://github.com/catchorg/Catch2), and doctest, which prints much like it (https://github.com/doctest/doctest). */
export const framework: TestFramework = reportReader({
  id: 'catch2',
  needles: ['test cases: ', 'All tests passed (', 'TEST CASE:'],
  proof: /^(?:\[doctest\] )?test cases: +\d+ \||^All tests passed \(\d+ assertions? in \d+ test cases?\)$/,
  suite: /^(?:TEST CASE: +| *Scenario: )?(?<suite>[A-Za-z"'[(]\S*(?: \S+)*)$/,
  failed: [/^(?<file>[^\s:(]+\.\w{1,4})[:(](?<line>\d+)\)?: (?:FAILED:?|(?:FATAL )?ERROR: (?<why>\S.*))$/],
  name: (_, suite) => suite.replace(/^TEST CASE: +/, '') || undefined,
  end: /^={20,}$|^-{20,}$|^\.{20,}$/,
  summary: [
    /^(?:\[doctest\] )?test cases: +(?<total>\d+) \| +(?:(?<passed>\d+) passed)?(?: \| )? *(?:(?<failed>\d+) failed)?(?: as expected)?(?: \| +(?<skipped>\d+) skipped)?/,
    /^All tests passed \(\d+ assertions? in (?<total>\d+) test cases?\)$/,
  ],
})
