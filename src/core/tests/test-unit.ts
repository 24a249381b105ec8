import type { TestFramework } from '../model/test-report.ts'
import { reportReader } from './lines/read-report.ts'

/** Ruby's test-unit, console runner: https://test-unit.github.io */
export const framework: TestFramework = reportReader({
  id: 'test-unit',
  needles: [' omissions, ', ' notifications'],
  proof: /^\d+ tests, \d+ assertions, \d+ failures, \d+ errors, \d+ pendings, /,
  failed: [/^(?:Failure|Error): (?<name>\w[^(]*\([A-Z][\w:]*\))(?::? ?(?<why>\S.*))?$/],
  end: /^={20,}$|^Finished in /,
  place: /^(?<file>\S+\.rb):(?<line>\d+):in /,
  noise: /^\S+\.rb:\d+:in |^ +(?:=> )?\d+:/,
  summary: [
    /^(?<total>\d+) tests, \d+ assertions, (?<failed>\d+) failures, (?<errors>\d+) errors, (?<pending>\d+) pendings, (?<skipped>\d+) omissions/,
  ],
})
