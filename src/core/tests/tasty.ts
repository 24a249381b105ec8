import type { TestFramework } from '../model/test-report.ts'
import { reportReader } from './lines/read-report.ts'

/** Haskell's tasty, console reporter: https://hackage.haskell.org/package/tasty */
export const framework: TestFramework = reportReader({
  id: 'tasty',
  needles: [' tests failed (', ' tests passed ('],
  proof: /^(?:\d+ out of \d+ tests failed|All \d+ tests passed) \([\d.]+s\)$/,
  failed: [/^ +(?<name>\S.*?): +FAIL(?: \([\d.]+s\))?$/],
  end: /^ *\S.*: +OK(?: \([\d.]+s\))?$/,
  place: /^ +(?<file>\S+\.hs):(?<line>\d+)/,
  noise: /^ +\S+\.hs:\d+:?$/,
  summary: [/^(?<failed>\d+) out of (?<total>\d+) tests failed \([\d.]+s\)$/, /^All (?<total>\d+) tests passed \([\d.]+s\)$/],
})
