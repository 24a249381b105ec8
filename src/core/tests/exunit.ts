import type { TestFramework } from '../model/test-report.ts'
import { reportReader } from './lines/read-report.ts'

/** ExUnit's CLI formatter: https://hexdocs.pm/ex_unit/ExUnit.CLIFormatter.html */
export const framework: TestFramework = reportReader({
  id: 'exunit',
  needles: [' tests, ', ' test, ', ' doctest'],
  proof:
    /^ {2,}\d+\) (?:test|doctest|property|feature) .*\([A-Z][\w.]*\)$|^(?:\d+ (?:doctests?|properties|property|features?), )*\d+ tests?, \d+ failures?(?:, \d+ (?:excluded|skipped|invalid))*$/,
  failed: [
    /^ {2,}\d+\) (?<name>(?:test|doctest|property|feature) .* ?\([A-Z][\w.]*\)(?: \(\d+\))?)$/,
    /^ {2,}\d+\) (?<name>[A-Z][\w.]*: failure on setup_all callback.*)$/,
  ],
  end: /^Finished in |^Randomized with seed /,
  place: /^ {5,}(?<file>\S+\.exs?):(?<line>\d+)$/,
  noise: /^ {5,}\S+\.exs?:\d+$/,
  summary: [
    /^(?:\d+ (?:doctests?|properties|property|features?), )*(?<total>\d+) tests?, (?<failed>\d+) failures?(?:, \d+ excluded)?(?:, (?:\d+) invalid)?(?:, (?<skipped>\d+) skipped)?$/,
    /^(?:\d+ (?:properties|property), )?(?<total>\d+) doctests?, (?<failed>\d+) failures?$/,
  ],
})
