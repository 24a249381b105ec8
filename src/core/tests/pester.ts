import type { TestFramework } from '../model/test-report.ts'
import { reportReader } from './lines/read-report.ts'

/** PowerShell's Pester 3 to 5: https://pester.dev */
export const framework: TestFramework = reportReader({
  id: 'pester',
  needles: ['Tests Passed: ', 'Passed: '],
  proof: /^(?:Tests Passed|Passed): \d+,? Failed: \d+/,
  failed: [/^ *\[-\] (?<name>\S.*?)(?: \d[\d.,]*m?s(?: \(.*\))?)?$/],
  end: /^ *\[[+!?]\] |^ *(?:Describing|Context|Tests completed|Running tests)\b/,
  place: /^ *at .*, (?<file>\S+\.ps1):(?:line )?(?<line>\d+)$/,
  noise: /^ *at /,
  skipped: /^ *\[[!?]\] /,
  summary: [/^(?:Tests )?Passed: (?<passed>\d+),? Failed: (?<failed>\d+),? Skipped: (?<skipped>\d+),? /],
})
