import type { TestFramework } from '../model/test-report.ts'
import { number } from './lines/numbers.ts'
import { ownJvmPlace } from './lines/own-place.ts'
import { tally } from './lines/tally.ts'
import { toolLines } from './lines/tool-lines.ts'

/** Maven Surefire and Failsafe, 2.x and 3.x, console report and list of results: https://maven.apache.org/surefire/maven-surefire-plugin/ */

const TOTALS =
  /^Tests run: (?<total>\d+), Failures: (?<failures>\d+), Errors: (?<errors>\d+)(?:, Skipped: (?<skipped>\d+))?(?:, Flakes: \d+)?(?<time>, Time elapsed: .*)?$/
/** `addsTax(com.acme.CartTest)  Time elapsed: 0.01 sec  <<< FAILURE!`; since 3.0 `com.acme.CartTest.addsTax`, since 3.1 with `--`. */
const HEAD = /^(?<name>\S.*?) {1,2}(?:-- )?Time elapsed: [\d.,]+ s(?:ec)? +<<< (?:FAILURE|ERROR)!$/
const LIST =
  /^(?<kind>Failed tests|Tests in error|Failures|Errors|Flaked tests|Flakes|Tests run|Results)\s?:(?: +(?<first>\S.*))?$/
/** `CartTest.addsTax:12->helper:3 expected …`, `CartTest>Base.addsTax:12 » NullPointer`, `addsTax(com.acme.CartTest): message` */
const LISTED =
  /^ {2,}(?:(?<method>[^(:»]{1,200})\((?<class>[\w.$]+)\)(?:: ?(?<why>.*))?|(?<short>[\w$]+(?:[.>][\w$]+)*(?:\[[^\]]*\])?|[\w$]+\.[^:»]{1,200}(?=:\d))(?::(?<line>\d+))?(?<rest>(?:->\S+)* ?.*)?)$/

export const framework: TestFramework = {
  id: 'surefire',
  needles: ['Tests run: ', '<<< FAILURE!', '<<< ERROR!', 'Failed tests:', 'Tests in error:'],
  parse(lines) {
    const own = toolLines(lines)
    if (!own.some(({ text }) => / T E S T S$|<<< (?:FAILURE|ERROR)!|^Results ?:$/.test(text))) return null
    const results = tally('surefire', identity)
    const flaked = new Set<string>()
    let list: string | undefined
    /** Display names (JUnit 5, Spock) stand without their class. */
    let running = ''
    for (const { n, text } of own) {
      const totals = TOTALS.exec(text.replace(/ <<< (?:FAILURE|ERROR)!.*$/, ''))?.groups
      const head = totals || !text.includes('<<<') ? undefined : HEAD.exec(text)?.groups?.['name']
      const heading = totals ? undefined : LIST.exec(text)?.groups
      if (totals) {
        results.close()
        const counts = {
          total: number(totals['total']),
          failed: number(totals['failures']) + number(totals['errors']),
          skipped: number(totals['skipped']),
        }
        if (totals['time'] === undefined) results.summary(counts)
        else results.count(counts)
        list = undefined
        running = /<<< .* in (?<class>\S+)$/.exec(text)?.groups?.['class'] ?? running
      } else if (head !== undefined) {
        results.close()
        results.open(running && !/[.(]/.test(head) ? `${running}.${head}` : head, n)
      } else if (heading) {
        results.close()
        list = heading['kind']
        if (list !== undefined && heading['first'] !== undefined) listed(list, `  ${heading['first']}`)
      } else if (list !== undefined) {
        if (/^\S/.test(text) && /^[\w.$]+$/.test(text)) listed(list, `  ${text}`, 'rerun')
        else if (text.startsWith('  ')) listed(list, text)
        else if (text.trim()) list = undefined
      } else if (results.isOpen) {
        if (/^(?:Running |Results|\s*$)/.test(text) || /^-{20,}$/.test(text)) results.close()
        else {
          const place = ownJvmPlace(text, results.openName)
          if (place) results.at(place)
          results.tell(n, text)
        }
      }
    }
    for (const name of flaked) results.forget(name)
    return results.report()

    function listed(kind: string, text: string, rerun?: 'rerun') {
      if (/^\s+Run \d+: /.test(text) || /^(?:Results|Tests run)$/.test(kind)) return
      const entry = LISTED.exec(text)?.groups
      if (!entry) return
      const name = entry['class'] !== undefined ? `${entry['method']}(${entry['class']})` : (entry['short'] ?? '')
      if (!entry['class'] && !rerun && !/[.>]|»/.test(text)) return
      if (/^Flake/.test(kind)) flaked.add(name)
      else
        results.fail(name, {
          message: (entry['why'] ?? entry['rest'] ?? '').replace(/^(?:->\S+)+/, ''),
          ...(entry['line'] && { line: Number(entry['line']) }),
        })
    }
  },
}

/** The simple class and the method, which is all that the list of results tells: parameters and packages fall away. */
function identity(name: string): string {
  const old = /^([^.(]+)\(([^()]+)\)/.exec(name)
  const inherited = /^([\w$]+)>[\w$]+(?:\.([\w$]+))?/.exec(name)
  const [owner = '', method = ''] = old ? [old[2], old[1]] : inherited ? [inherited[1], inherited[2]] : ownerAndMethod(name)
  return `${owner.replace(/^.*[.$]/, '')}.${method.replace(/[[({].*$/, '')}`
}

function ownerAndMethod(name: string): [string, string] {
  const plain = name.replace(/[[({].*$/, '')
  const dot = plain.lastIndexOf('.')
  // A class that failed as a whole: `com.acme.CartTest`.
  const isClass = dot < 0 || /(?:^|\.)[a-z]\w*\.[A-Z][\w$]*$/.test(plain)
  return isClass ? [plain, ''] : [plain.slice(0, dot), plain.slice(dot + 1)]
}
