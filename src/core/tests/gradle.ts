import type { TestFramework } from '../model/test-report.ts'
import { number } from './lines/numbers.ts'
import { ownJvmPlace } from './lines/own-place.ts'
import { tally } from './lines/tally.ts'
import { toolLines } from './lines/tool-lines.ts'

/**
 * Gradle's own test logging, whatever framework ran: https://docs.gradle.org/current/userguide/java_testing.html#test_reporting,
 * and the test-logger plug-in: https://github.com/radarsh/gradle-test-logger-plugin
 */

/** `com.acme.CartTest > adds tax() FAILED`, `Gradle suite > Gradle test > com.acme.CartTest.addsTax FAILED` */
const RESULT = /^(?<name>[A-Za-z_][^>]*? > .*?) (?<outcome>FAILED|PASSED|SKIPPED|STANDARD_OUT|STANDARD_ERROR)(?: \([\d.]+m?s\))?$/
const COMPLETED = /^(?<total>\d+) tests? completed(?:, (?<failed>\d+) failed)?(?:, (?<skipped>\d+) skipped)?$/
const EXECUTED = /^(?:FAILURE|SUCCESS): Executed (?<total>\d+) tests? in [^(]+(?:\((?<counts>[^)]*)\))?$/
const PLUGIN_CLASS = /^(?<name>(?:[a-z]\w*\.)+[A-Z][\w$]*)$/
const PLUGIN_RESULT =
  /^ {2,}(?:(?:Test )(?<name>\S.*?) (?<outcome>FAILED|PASSED|SKIPPED)|(?<mark>[✘✗✔]) (?<marked>\S.*?))(?: \([\d.]+m?s\))?$/

export const framework: TestFramework = {
  id: 'gradle',
  needles: [' FAILED', 'tests completed', 'test completed', 'Executed '],
  parse(lines) {
    const results = tally('gradle')
    let suite: string | undefined
    for (const { n, text } of toolLines(lines)) {
      const result =
        text.endsWith('D') || text.endsWith(')') || text.endsWith('R') || text.endsWith('T')
          ? RESULT.exec(text)?.groups
          : undefined
      if (result?.['name'] !== undefined && !text.startsWith('> ')) {
        const name = result['name']
        results.close()
        if (result['outcome'] === 'FAILED') results.open(name, n)
        if (result['outcome'] === 'PASSED') results.count({ passed: 1 })
        if (result['outcome'] === 'SKIPPED') results.count({ skipped: 1 })
        // The retry plug-in runs a failed test again, at once.
        if (result['outcome'] === 'PASSED' && results.has(name)) results.forget(name)
        continue
      }
      const completed = COMPLETED.exec(text)?.groups
      const executed = EXECUTED.exec(text)?.groups
      const pluginResult = suite === undefined ? undefined : PLUGIN_RESULT.exec(text)?.groups
      const pluginSuite = PLUGIN_CLASS.exec(text)?.groups?.['name']
      if (completed) {
        results.close()
        results.summary({
          total: number(completed['total']),
          failed: number(completed['failed']),
          skipped: number(completed['skipped']),
        })
      } else if (executed) {
        results.close()
        const counts = executed['counts'] ?? ''
        results.summary({
          total: number(executed['total']),
          failed: number(/(\d{1,9}) failed/.exec(counts)?.[1]),
          skipped: number(/(\d{1,9}) skipped/.exec(counts)?.[1]),
        })
      } else if (pluginSuite !== undefined) suite = pluginSuite
      else if (pluginResult) {
        results.close()
        const name = `${suite} > ${pluginResult['name'] ?? pluginResult['marked']}`
        if (pluginResult['outcome'] === 'FAILED' || /[✘✗]/.test(pluginResult['mark'] ?? '')) results.open(name, n)
      } else if (results.isOpen) {
        if (/^\S/.test(text)) results.close()
        else {
          const place = ownJvmPlace(text, results.openName)
          if (place) results.at(place)
          results.tell(n, text)
        }
      }
    }
    return results.report()
  },
}
