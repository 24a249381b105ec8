import type { TestFramework } from '../model/test-report.ts'
import { reportReader } from './lines/read-report.ts'

/** Julia's Test library: https://docs.julialang.org/en/v1/stdlib/Test/ */
export const framework: TestFramework = reportReader({
  id: 'julia-test',
  needles: ['Test Summary:', 'Test Failed at ', 'Error During Test at ', 'Some tests did not pass'],
  failed: [
    /^(?<name>\S.*): (?:Test Failed|Error During Test|Unexpected Pass) at (?<file>\S+):(?<line>\d+)$/,
    /^(?:Test Failed|Error During Test) at (?<file>\S+):(?<line>\d+)(?<name>)$/,
  ],
  name: ({ name, file, line }) => name || `${file}:${line}`,
  end: /^Test Summary:|^ERROR: /,
  noise: /^Stacktrace:|^ +\[\d+\] /,
  summary: [
    /^ERROR: (?:LoadError: )?Some tests did not pass: (?<passed>\d+) passed, (?<failed>\d+) failed, (?<errors>\d+) errored, (?<skipped>\d+) broken\./,
  ],
})
