import type { TestFramework } from '../model/test-report.ts'
import { reportReader } from './lines/read-report.ts'

/** Hspec's failure report: https://hspec.github.io */
export const framework: TestFramework = reportReader({
  id: 'hspec',
  needles: ['To rerun use: --match', ' examples, ', ' example, '],
  proof: /^ *To rerun use: --match|^Randomized with seed \d+$|^Finished in [\d.]+ seconds(?:, used [\d.]+ seconds of CPU time)?$/,
  within: { from: /^Failures:$/, to: /^(?:Randomized with seed|Finished in )/ },
  failed: [/^ {2}\d+\) (?<name>\S.*)$/],
  end: /^ {2}(?:To rerun use: |\S+\.hs:\d+:\d+: *$)/,
  place: /^ {2,}(?<file>\S+\.hs):(?<line>\d+):\d+/,
  summary: [/^(?<total>\d+) examples?, (?<failed>\d+) failures?(?:, (?<pending>\d+) pending)?$/],
})
