import type { TestFramework } from '../model/test-report.ts'
import { reportReader } from './lines/read-report.ts'

/** PHPUnit 4 to 12: https://docs.phpunit.de */
export const framework: TestFramework = reportReader({
  id: 'phpunit',
  needles: ['PHPUnit ', 'Assertions: ', ' assertions)'],
  proof: /^PHPUnit \d|^Tests: \d+, Assertions: \d+|^OK \(\d+ tests?, \d+ assertions?\)/,
  within: {
    from: /^There (?:was|were) \d+ (?:PHPUnit )?(?:error|failure)s?:$/,
    to: /^There (?:was|were) \d+ |^(?:FAILURES|ERRORS|WARNINGS)!$|^OK\b|^Tests: /,
  },
  failed: [/^\d+\) (?<name>[A-Za-z_\\][\w\\]*(?:::\S.*)?)$/, /^\d+\) (?<name>\S+\.phpt)$/],
  name: ({ name }) => name?.replace(/^(.* with data set (?:#\d+|"[^"]*")) \(.*$/, '$1'),
  end: /^--$/,
  place: /^(?!.*\/vendor\/)(?<file>\/\S+\.phpt?|[A-Z]:\\\S+\.php):(?<line>\d+)$/,
  noise: /^(?:\/\S+\.php|phar:\S+):\d+$/,
  summary: [
    /^Tests: (?<total>\d+), Assertions: \d+(?:, Errors: (?<errors>\d+))?(?:, Failures: (?<failed>\d+))?(?:, (?:PHPUnit )?Warnings: \d+)?(?:, (?:PHPUnit |PHP )?Deprecations: \d+)?(?:, Notices: \d+)?(?:, Skipped: (?<skipped>\d+))?(?:, Incomplete: (?<pending>\d+))?(?:, Risky: \d+)?\.$/,
    /^OK \((?<total>\d+) tests?, \d+ assertions?\)$/,
  ],
})
