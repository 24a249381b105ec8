import type { TestFramework } from '../model/test-report.ts'
import { number } from './lines/numbers.ts'
import { tally } from './lines/tally.ts'
import { toolLines } from './lines/tool-lines.ts'

/** Ant's junit task with the plain and brief formatters: https://ant.apache.org/manual/Tasks/junit.html */

const SUITE = /^(?:Testsuite|TestSuite): (?<suite>\S+)$/
const RUNNING = /^Running (?<suite>[\w.$]+)$/
const CASE =
  /^Testcase: (?<name>\S.*?)(?:\((?<class>[\w.$]+)\))?(?: took [\d.,]+ sec|:(?<bad>\s*(?:FAILED|Caused an ERROR).*)?)?$/
const TOTALS =
  /^Tests run: (?<total>\d+), Failures: (?<failures>\d+), Errors: (?<errors>\d+)(?:, Skipped: (?<skipped>\d+))?, Time elapsed: [\d.,]+ sec$/
const CRASHED = /^Test (?<suite>[\w.$]+) FAILED(?: \((?:crashed|timeout)\))?$/

export const framework: TestFramework = {
  id: 'ant-junit',
  needles: ['Testcase: ', 'Testsuite: ', '[junit] Test '],
  parse(lines) {
    const results = tally('ant-junit')
    let suite = ''
    let told = ''
    let suiteFailures = 0
    let isAnt = lines.some(({ text }) => /\[junit\]|^\s*Testsuite: /.test(text))
    if (!isAnt) return null
    isAnt = false
    for (const { n, text } of toolLines(lines)) {
      const named = SUITE.exec(text)?.groups ?? RUNNING.exec(text)?.groups
      const totals = TOTALS.exec(text)?.groups
      const test = text.startsWith('Testcase: ') ? CASE.exec(text)?.groups : undefined
      const crashed = CRASHED.exec(text)?.groups
      if (named?.['suite'] !== undefined) {
        results.close()
        suite = named['suite']
        told = ''
      } else if (totals) {
        isAnt = true
        results.summary({
          total: number(totals['total']),
          failed: number(totals['failures']) + number(totals['errors']),
          skipped: number(totals['skipped']),
        })
        suiteFailures = number(totals['failures']) + number(totals['errors'])
      } else if (test?.['name'] !== undefined) {
        results.close()
        told = `${test['class'] ?? suite}.${test['name']}`
        if (test['bad'] !== undefined) failed(told, n, test['bad'])
      } else if (told && /^\s*(?:FAILED|Caused an ERROR)$/.test(text)) {
        failed(told, n, '')
        told = ''
      } else if (crashed?.['suite'] !== undefined) {
        results.close()
        if (suiteFailures === 0 || crashed['suite'] !== suite || /\(/.test(text))
          results.fail(crashed['suite'], { message: text })
      } else if (results.isOpen) {
        if (/^(?:Testcase|Testsuite|-{5,})/.test(text)) results.close()
        else results.tell(n, text)
      }
    }
    return isAnt || results.failures ? results.report() : null

    function failed(name: string, n: number, why: string) {
      results.open(name, n)
      results.tell(n, why.replace(/^\s*(?:FAILED|Caused an ERROR)\s*/, ''))
    }
  },
}
