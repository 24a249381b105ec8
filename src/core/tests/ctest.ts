import type { TestFramework } from '../model/test-report.ts'
import { reportReader } from './lines/read-report.ts'

/** CTest: https://cmake.org/cmake/help/latest/manual/ctest.1.html */
export const framework: TestFramework = reportReader({
  id: 'ctest',
  needles: ['tests passed, ', 'Test project ', '***Failed', '***Exception', '***Timeout', 'The following tests FAILED'],
  proof: /^Test project \S|^\d+% tests passed|^ *\d+\/\d+ Test +#\d+: /,
  failed: [],
  listed: [
    /^ *\d+\/\d+ Test +#\d+: (?<name>\S.*?) \.+\** *\*\*\*(?<why>Failed|Exception: ?\S*|Timeout)\b/,
    /^[\t ]+\d+ - (?<name>\S+) \((?<why>Failed|SEGFAULT|Timeout|ILLEGAL|INTERRUPT|NUMERICAL|OTHER_FAULT|BAD_COMMAND|Not Run|Subprocess aborted|Subprocess killed|Child aborted|Exit code .*)\)(?: .*)?$/,
  ],
  passed: /^ *\d+\/\d+ Test +#\d+: (?<name>\S.*?) \.+ +Passed +[\d.]+ sec$/,
  summary: [/^\d+% tests passed, (?<failed>\d+) tests? failed out of (?<total>\d+)$/],
})
