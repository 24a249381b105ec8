import type { TestFramework } from '../model/test-report.ts'
import { number } from './lines/numbers.ts'
import { ownJsPlace } from './lines/own-place.ts'
import { tally } from './lines/tally.ts'
import { toolLines } from './lines/tool-lines.ts'

/** Jasmine's console reporter (also Protractor) and jasmine-spec-reporter: https://jasmine.github.io/api/npm/edge/ConsoleReporter */

const HEAD = /^(?<index>\d+)\) (?<name>\S.*)$/
const SUMMARY = /^(?:Executed )?(?<total>\d+) (?:of \d+ )?specs?, (?<failed>\d+) failures?(?:, (?<pending>\d+) pending specs?)?/
const SPEC_SUMMARY = /^Executed (?<run>\d+) of (?<total>\d+) specs?(?: (?:SUCCESS|(?:\((?<failed>\d+) FAILED\))))?/

export const framework: TestFramework = {
  id: 'jasmine',
  needles: [' specs, ', ' spec, ', ' specs ', 'Failures:'],
  parse(lines) {
    const own = toolLines(lines)
    if (!own.some(({ text }) => SUMMARY.test(text) || SPEC_SUMMARY.test(text))) return null
    const results = tally('jasmine')
    let telling = false
    for (const { n, text } of own) {
      const summary = SUMMARY.exec(text)?.groups
      const spec = summary ? undefined : SPEC_SUMMARY.exec(text)?.groups
      const head = telling ? HEAD.exec(text)?.groups?.['name'] : undefined
      if (/^(?:Failures:|\*+ *\n?Failures)\s*$/.test(text) || /^\* +Failures +\*$/.test(text)) telling = true
      else if (summary ?? spec) {
        telling = false
        results.close()
        const { total, run, failed, pending } = (summary ?? spec) as Readonly<Record<string, string | undefined>>
        results.summary({ total: number(run ?? total), failed: number(failed), skipped: number(pending) })
      } else if (/^(?:Suite error|Pending|Incomplete)[: ]/.test(text)) {
        results.close()
        telling &&= !/^Pending/.test(text)
      } else if (head !== undefined) {
        results.close()
        results.open(head, n)
      } else if (results.isOpen) {
        const place = ownJsPlace(text)
        if (place) results.at(place)
        results.tell(n, /^\s*(?:Message:|Stack:)$/.test(text) ? undefined : text.replace(/^\s*- /, ''))
      }
    }
    return results.report()
  },
}
