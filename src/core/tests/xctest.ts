import type { TestFramework } from '../model/test-report.ts'
import { reportReader } from './lines/read-report.ts'

/** XCTest under xcodebuild and `swift test`, and xcpretty/xcbeautify over it: https://developer.apple.com/documentation/xctest */
export const framework: TestFramework = reportReader({
  id: 'xctest',
  needles: ["Test Case '", "Test case '", 'Failing tests:', ' (0 unexpected) in ', 'with 0 failures', ': error: -['],
  proof: /^Test [Cc]ase '|^[\t ]*Executed \d+ tests?, with |^Failing tests:$/,
  failed: [
    /^(?<file>\/\S+|[A-Z]:\\\S+|\S+\.(?:swift|mm?)):(?<line>\d+): error: (?:-\[)?(?<name>[\w.]+[ .]\w+)\]? : (?<why>\S.*)$/,
  ],
  listed: [
    /^Test [Cc]ase '(?:-\[)?(?<name>[\w.]+[ .]\w+(?:\(\))?)\]?' failed (?:on '.*' )?\([\d.]+ seconds\)\.?$/,
    /^[\t ]+(?:-\[)?(?<name>[\w.]+[ .]test\w+(?:\(\))?)\]?$/,
  ],
  name: ({ name }) => name?.replace(' ', '.').replace('()', ''),
  identity: name => name.split('.').slice(-2).join('.'),
  end: /^Test (?:[Cc]ase|Suite) '/,
  passed: /^Test [Cc]ase '(?:-\[)?(?<name>[\w.]+[ .]\w+(?:\(\))?)\]?' passed /,
  skipped: /^Test [Cc]ase '.*' skipped /,
  summary: [],
})
