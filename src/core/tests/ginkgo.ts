import type { TestFramework } from '../model/test-report.ts'
import { reportReader } from './lines/read-report.ts'

/** Ginkgo 1 and 2, from its summary of failures: https://onsi.github.io/ginkgo/ */
export const framework: TestFramework = reportReader({
  id: 'ginkgo',
  needles: ['Specs in ', 'Summarizing '],
  proof: /^Ran \d+ of \d+ Specs? in |^Summarizing \d+ Failures?:/,
  within: { from: /^Summarizing \d+ Failures?:$/, to: /^Ran \d+ of \d+ Specs? in / },
  failed: [/^ *\[(?:Fail|FAIL|Panic!|PANICKED!?|TIMEDOUT|Timeout\.\.\.|INTERRUPTED)\] (?<name>\S.*)$/],
  name: ({ name }) => name?.replace(/ \[It\](?= )/, '').replace(/ \[[\w: ,-]+\]$/, ''),
  place: /^ *(?<file>\/?\S+\.go):(?<line>\d+)$/,
  noise: /^ *\/?\S+\.go:\d+$/,
  summary: [
    /^(?:FAIL|SUCCESS)! (?:.* )?-- (?<passed>\d+) Passed \| (?<failed>\d+) Failed \| (?:\d+ Flaked \| )?(?<pending>\d+) Pending \| (?<skipped>\d+) Skipped/,
  ],
})
