import type { TestFramework } from '../model/test-report.ts'
import { reportReader } from './lines/read-report.ts'

/** Minitest's default and Rails' reporters, and those of minitest-reporters: https://docs.seattlerb.org/minitest/ */
export const framework: TestFramework = reportReader({
  id: 'minitest',
  needles: [' assertions, '],
  proof:
    /^(?:\d+ (?:runs|tests), \d+ assertions, \d+ failures, \d+ errors, \d+ skips|# Running(?: tests)?[:.]|\d+ tests, \d+ assertions, .*, \d+ skips)/,
  failed: [
    /^(?<name>[\w:]+#\S.*?) \[(?<file>[^\]]+):(?<line>\d+)\]:$/,
    /^(?<name>[A-Z][\w:]*#\S.*?):$/,
    /^(?<method>test_\S.*?)\((?<class>[A-Z][\w:]*)\)(?: \[(?<file>[^\]]+):(?<line>\d+)\])?:$/,
    /^ *(?:FAIL|ERROR)\["(?<method>[^"]+)", (?:"|#<\S+ @name=")?(?<class>[A-Z][\w:]*)/,
    /^ *(?:FAIL|ERROR) (?<name>[A-Z][\w:]*#\S+) \([\d.]+s\)$/,
  ],
  name: groups => groups['name'] ?? `${groups['class']}#${groups['method']}`,
  end: /^ *\d+\) (?:Failure|Error|Skipped):$|^(?:bin\/)?(?:rails|rake) test |^(?:Failure|Error):$|^Finished in /,
  place: /^ +(?<file>\S*_test\.rb|\S*test_\w+\.rb):(?<line>\d+):in /,
  summary: [
    /^(?<total>\d+) (?:runs|tests), \d+ assertions, (?<failed>\d+) failures, (?<errors>\d+) errors(?:, (?<skipped>\d+) skips)?$/,
  ],
})
