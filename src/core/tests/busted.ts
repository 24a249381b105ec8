import type { TestFramework } from '../model/test-report.ts'
import { reportReader } from './lines/read-report.ts'

/** Lua's busted, its terminal handlers: https://lunarmodules.github.io/busted/ */
export const framework: TestFramework = reportReader({
  id: 'busted',
  needles: [' successes / ', ' success / '],
  proof: /^\d+ success(?:es)? \/ \d+ failures? \/ /,
  failed: [/^(?:Failure|Error) (?:→|->) (?<file>\S+) @ (?<line>\d+)(?<name>)$/],
  summary: [
    /^(?<passed>\d+) success(?:es)? \/ (?<failed>\d+) failures? \/ (?<errors>\d+) errors? \/ (?<pending>\d+) pending : [\d.]+ seconds$/,
  ],
})
