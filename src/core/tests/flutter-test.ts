import type { TestFramework } from '../model/test-report.ts'
import { reportReader } from './lines/read-report.ts'

/** `flutter test` and `dart test`, expanded, compact and GitHub reporters: https://pub.dev/packages/test */
export const framework: TestFramework = reportReader({
  id: 'flutter-test',
  needles: [': Some tests failed.', ': All tests passed!', ' [E]', ' tests passed'],
  proof: /^\d\d:\d\d \+\d+(?: ~\d+)?(?: -\d+)?: |^(?:##\[group\])?[✅❌] /u,
  failed: [/^\d\d:\d\d \+\d+(?: ~\d+)? -\d+: (?<name>\S.*?) \[E\]$/, /^(?:##\[group\])?❌ (?<name>\S.*?) \(failed\)$/],
  name: ({ name }) => name?.replace(/ \((?:setUpAll|tearDownAll)\)$/, ''),
  end: /^\d\d:\d\d \+\d+|^(?:##\[endgroup\]|::endgroup::)$/,
  place: /^ +(?<file>\S+_test\.dart) (?<line>\d+):\d+ /,
  label: /^ +(?=Expected:)/,
  summary: [
    /^\d\d:\d\d \+(?<passed>\d+)(?: ~(?<skipped>\d+))?(?: -(?<failed>\d+))?: (?:Some tests failed\.|All tests passed!|All other tests passed!)$/,
    /^(?:🎉 )?(?<passed>\d+) tests? passed(?:, (?<failed>\d+) failed)?(?:, (?<skipped>\d+) skipped)?\.$/u,
  ],
})
