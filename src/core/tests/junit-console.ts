import type { TestFramework } from '../model/test-report.ts'
import { number } from './lines/numbers.ts'
import { ownJvmPlace } from './lines/own-place.ts'
import { tally } from './lines/tally.ts'
import { toolLines } from './lines/tool-lines.ts'

/**
 * JUnit's own runners: the JUnit Platform console launcher and Ant's junitlauncher (`Failures (2):`), JUnit 4's text runner
 * (`There were 2 failures:`). https://docs.junit.org/current/user-guide/#running-tests-console-launcher
 */

const FAILURES = /^(?:Test )?[Ff]ailures \((?<count>\d+)\):$/
const HEAD = /^ {1,4}(?<name>(?:JUnit |[\w-]+ )?[A-Z][\w ]*:\S.*)$/
const SOURCE = /^ +(?:Method|Class)Source \[className = '(?<class>[^']+)'(?:, methodName = '(?<method>[^']+)')?/
const TOTAL = /^\[ +(?<count>\d+) tests (?<outcome>found|skipped|successful|failed) +\]$/
const OLD_FAILURES = /^There (?:was|were) (?<count>\d+) (?:failure|error)s?:$/
const OLD_HEAD = /^(?<index>\d+)\) (?<name>\S[^(]*\([\w.$]+\)|[\w.$]+)(?<why>: ?.*)?$/
const OLD_TOTALS =
  /^(?:Tests run: (?<total>\d+), {2}Failures: (?<failed>\d+)(?:, {2}Errors: (?<errors>\d+))?|OK \((?<ok>\d+) tests?\))$/

export const framework: TestFramework = {
  id: 'junit-console',
  needles: ['failures (', ' tests found', 'There was 1 failure', 'failures:', 'MethodSource ['],
  parse(lines) {
    const results = tally('junit-console')
    let telling: 'platform' | 'old' | undefined
    let found = { total: 0, passed: 0, failed: 0, skipped: 0 }
    for (const { n, text } of toolLines(lines)) {
      const total = TOTAL.exec(text)?.groups
      const old = OLD_TOTALS.exec(text)?.groups
      const oldHead = telling === 'old' ? OLD_HEAD.exec(text)?.groups?.['name'] : undefined
      const head = telling === 'platform' ? HEAD.exec(text)?.groups?.['name'] : undefined
      if (FAILURES.test(text)) telling = 'platform'
      else if (OLD_FAILURES.test(text)) telling = 'old'
      else if (total) {
        telling = undefined
        results.close()
        const key = ({ found: 'total', skipped: 'skipped', successful: 'passed', failed: 'failed' } as const)[
          total['outcome'] as 'found'
        ]
        found = { ...found, [key]: number(total['count']) }
        if (total['outcome'] === 'failed') {
          results.summary(found)
          found = { total: 0, passed: 0, failed: 0, skipped: 0 }
        }
      } else if (old && (telling === 'old' || old['ok'] !== undefined || results.failures === 0)) {
        telling = undefined
        results.close()
        results.summary({ total: number(old['total'] ?? old['ok']), failed: number(old['failed']) + number(old['errors']) })
      } else if (/^Test run finished after /.test(text)) {
        telling = undefined
        results.close()
      } else if (oldHead !== undefined || head !== undefined) results.open(oldHead ?? head ?? '', n)
      else if (results.isOpen && !SOURCE.test(text)) {
        const place = ownJvmPlace(text, results.openName)
        if (place) results.at(place)
        results.tell(n, text.replace(/^\s*=> /, ''))
      } else if (results.isOpen) results.tell(n)
    }
    return results.report()
  },
}
