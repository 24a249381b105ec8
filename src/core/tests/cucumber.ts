import type { TestFramework } from '../model/test-report.ts'
import { reportReader } from './lines/read-report.ts'

/** Cucumber for Ruby, JavaScript and the JVM (https://cucumber.io/docs), and behave for Python (https://behave.readthedocs.io). */
export const framework: TestFramework = reportReader({
  id: 'cucumber',
  needles: [
    ' scenarios (',
    ' scenario (',
    'Scenarios (',
    ' scenarios passed, ',
    ' scenario passed, ',
    'failing scenarios:',
    'failed scenarios:',
  ],
  within: {
    from: /^(?:Failing [Ss]cenarios:|Failed [Ss]cenarios:|Failures:)$/,
    to: /^(?:Warnings:|Undefined scenarios:|\d+ features? passed)/,
  },
  failed: [/^\d+\) (?:Scenario(?: Outline)?: )?(?<name>\S.*?)(?: \(attempt \d+(?:, retried)?\))? # (?<file>\S+?):(?<line>\d+)$/],
  listed: [
    /^(?:cucumber )?(?:-p \S+ )?(?:file:\/\/|classpath:)?(?<file>\S+\.feature):(?<line>\d+) *# *(?:Scenario(?: Outline)?: )?(?<name>\S.*)$/,
    /^ {2,}(?<file>\S+\.feature):(?<line>\d+) {2,}(?<name>\S.*)$/,
  ],
  noise: /^ *[✔-] |^ *at /,
  label: /^ *✖ /,
  summary: [
    /^(?<total>\d+) [Ss]cenarios? \((?:(?<failed>\d+) failed)?(?:, )?(?:\d+ (?:ambiguous|undefined)(?:, )?)*(?:(?<skipped>\d+) skipped)?(?:, )?(?:(?<pending>\d+) (?:pending|undefined))?(?:, )?(?:(?<passed>\d+) passed)?\)$/,
    /^(?<passed>\d+) scenarios? passed, (?<failed>\d+) failed, (?:\d+ error, )?(?<skipped>\d+) skipped/,
  ],
})
