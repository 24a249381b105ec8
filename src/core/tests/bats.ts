import type { TestFramework } from '../model/test-report.ts'
import { reportReader } from './lines/read-report.ts'

/** Bats' pretty formatter (its TAP output is read as TAP): https://bats-core.readthedocs.io */
export const framework: TestFramework = reportReader({
  id: 'bats',
  needles: ['(in test file ', ' tests, 0 failures', ' test, 0 failures'],
  proof: /^ [✗✓-] \S|^ {3}\(in test file /,
  failed: [/^ ✗ (?<name>\S.*?)(?: \[\d+(?:m?s)?\])?$/],
  end: /^ [✓-] /,
  place: /^ +\((?:from function .* )?in test file (?<file>[^,]+), line (?<line>\d+)\)$/,
  noise: /^ +\(.*in (?:test )?file .*, line \d+[,)]$/,
  summary: [
    /^(?<total>\d+) tests?, (?<failed>\d+) failures?(?:, (?<skipped>\d+) skipped)?(?:, \d+ not run)?(?: in [\d.]+ seconds)?$/,
  ],
})
