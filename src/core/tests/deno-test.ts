import type { TestFramework } from '../model/test-report.ts'
import { reportReader } from './lines/read-report.ts'

/** `deno test`: https://docs.deno.com/runtime/fundamentals/testing/ */
export const framework: TestFramework = reportReader({
  id: 'deno-test',
  needles: [' passed (', ' | 0 failed', ' failed (', ' => '],
  proof: /^running \d+ tests? from \S+|^(?:ok|FAILED) \| \d+ passed/,
  within: { from: /^ ?ERRORS$/, to: /^ ?FAILURES$/ },
  failed: [
    /^(?<name>\S.*?) => (?:file:\/\/)?(?<file>[^\s:]+\.[jt]sx?):(?<line>\d+):\d+$/,
    /^(?<name>(?:file:\/\/|\.\/)\S+\.[jt]sx?) \(uncaught error\)$/,
  ],
  end: /^(?:ok|FAILED) \| /,
  label: /^error: (?:\(in promise\) )?/,
  summary: [
    /^(?:ok|FAILED) \| (?<passed>\d+) passed(?: \(\d+ steps?\))? \| (?<failed>\d+) failed(?: \(\d+ steps?\))?(?: \| (?<skipped>\d+) ignored)?/,
  ],
})
