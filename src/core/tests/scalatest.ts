import type { TestFramework } from '../model/test-report.ts'
import { number } from './lines/numbers.ts'
import { tally } from './lines/tally.ts'
import { toolLines } from './lines/tool-lines.ts'

/**
 * ScalaTest's standard reporter (https://www.scalatest.org/user_guide/using_the_runner), and what sbt says of every framework
 * (JUnit, MUnit, uTest …): `Test a.B.c failed: …`, `==> X a.B.c`, and its list of classes with failed tests.
 */

const SUITE = /^(?<name>[A-Z][\w.$]*(?:Spec|Suite|Test|Tests|Specs|IT)?):$/
const SCOPE = /^(?<name>[A-Za-z][^:*]*)$/
const FAILED = /^(?<indent> *)- (?<name>\S.*?) \*\*\* FAILED \*\*\*(?: \(.*\))?$/
const ABORTED = /^(?<name>[\w.$]+) \*\*\* ABORTED \*\*\*/
const SBT_TEST =
  /^(?:Test (?<junit>[\w.$]+(?:\([^)]*\))?) failed: (?<why>.*?)(?:, took [\d.]+ s(?:ec)?)?|==> X (?<munit>[\w.$]+ ?\S.*?) +[\d.]+s (?<error>\S.*))$/
const TOTALS =
  /^Tests: succeeded (?<passed>\d+), failed (?<failed>\d+), canceled (?<canceled>\d+), (?:ignored (?<ignored>\d+), )?pending (?<pending>\d+)$/
const SBT_TOTALS =
  /^(?:Passed|Failed|Error): Total (?<total>\d+), Failed (?<failed>\d+), Errors (?<errors>\d+), Passed (?<passed>\d+)(?:, Skipped (?<skipped>\d+))?(?:, Ignored (?<ignored>\d+))?/
const CLASS = /^\t(?<name>[\w$]+(?:\.[\w$]+)*)$/
const PLACE = /\((?<file>\w+\.scala):(?<line>\d+)\)$/

export const framework: TestFramework = {
  id: 'scalatest',
  needles: ['*** FAILED ***', '*** ABORTED ***', 'Tests: succeeded ', ': Total ', 'Failed tests:', '==> X '],
  parse(lines) {
    const results = tally('scalatest')
    let suite = ''
    let scope = ''
    let isList = false
    let ownSummary = false
    const suites = new Set<string>()
    let sums: { total: number; failed: number; skipped: number } | undefined
    for (const { n, text } of toolLines(lines)) {
      const failed = text.includes('*** FAILED') ? FAILED.exec(text)?.groups : undefined
      const aborted = text.includes('*** ABORTED') ? ABORTED.exec(text)?.groups?.['name'] : undefined
      const sbt = /^(?:Test |==> X )/.test(text) ? SBT_TEST.exec(text)?.groups : undefined
      const totals = TOTALS.exec(text)?.groups
      const sbtTotals = SBT_TOTALS.exec(text)?.groups
      const named = SUITE.exec(text)?.groups?.['name']
      const listed = isList ? CLASS.exec(text)?.groups?.['name'] : undefined
      if (failed?.['name'] !== undefined) {
        results.close()
        results.open([suite, scope, failed['name']].filter(Boolean).join(' '), n)
        suites.add(suite)
      } else if (aborted !== undefined) {
        results.close()
        results.open(aborted, n)
        suites.add(aborted.split('.').at(-1) ?? '')
      } else if (sbt) {
        const name = sbt['junit'] ?? sbt['munit'] ?? ''
        results.close()
        results.open(name, n)
        results.tell(n, sbt['why'] ?? sbt['error'])
        suites.add(/([\w$]+)[. ][^.]*$/.exec(name.replace(/\(.*/, ''))?.[1] ?? '')
        for (const part of name.split(/[. ]/)) suites.add(part)
      } else if (totals) {
        results.close()
        ownSummary = true
        const { passed, canceled, ignored, pending } = totals
        results.summary({
          passed: number(passed),
          failed: number(totals['failed']),
          skipped: number(canceled) + number(ignored) + number(pending),
        })
      } else if (sbtTotals) {
        results.close()
        // sbt adds up what ScalaTest has summed up itself.
        sums = {
          total: number(sbtTotals['total']),
          failed: number(sbtTotals['failed']) + number(sbtTotals['errors']),
          skipped: number(sbtTotals['skipped']) + number(sbtTotals['ignored']),
        }
        if (!ownSummary) results.summary(sums)
        ownSummary = false
      } else if (/^(?:Failed tests|Error during tests):$/.test(text)) {
        results.close()
        isList = true
      } else if (listed !== undefined) {
        if (!suites.has(listed.split('.').at(-1) ?? '')) results.fail(listed)
      } else {
        isList = false
        if (named !== undefined) {
          suite = named
          scope = ''
          results.close()
        } else if (/^ *- /.test(text) || /^(?:Run completed|ScalaTest|Total number)/.test(text)) results.close()
        else if (suite && SCOPE.test(text)) {
          scope = text
          results.close()
        } else if (results.isOpen) {
          const place = PLACE.exec(text)?.groups
          if (place?.['file'] !== undefined) results.at({ file: place['file'], line: number(place['line']) })
          if (/^\S/.test(text)) results.close()
          else results.tell(n, text)
        }
      }
    }
    return results.report()
  },
}
