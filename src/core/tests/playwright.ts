import type { TestFramework } from '../model/test-report.ts'
import { number } from './lines/numbers.ts'
import { tally } from './lines/tally.ts'
import { toolLines } from './lines/tool-lines.ts'

/** Playwright Test's list, line, dot and github reporters: https://playwright.dev/docs/test-reporters */

const TEST = String.raw`(?:\[[^\]]+\] › )?(?<file>[^\s›]+?):(?<line>\d+):\d+ › \S.*?`
const HEAD = new RegExp(String.raw`^ {2,}\d+\) (?<name>${TEST}) *─*$`)
const LISTED = new RegExp(String.raw`^ {4}(?<name>${TEST}) *─*$`)
const COUNT =
  /^ {2}(?<count>\d+) (?<what>failed|flaky|skipped|passed|interrupted|did not run|timed out)(?: \([\d.]{1,20}m?s?[^)]*\))?$/

export const framework: TestFramework = {
  id: 'playwright',
  needles: [' › '],
  parse(lines) {
    const own = toolLines(lines)
    if (!own.some(({ text }) => COUNT.test(text) || /^Running \d+ tests? using \d+ workers?/.test(text))) return null
    const results = tally('playwright')
    let counts: Record<string, number> = {}
    let list = ''
    for (const { n, text } of own) {
      const count = COUNT.exec(text)?.groups
      const head = HEAD.exec(text)?.groups
      const listed = list ? LISTED.exec(text)?.groups : undefined
      if (count?.['what'] !== undefined) {
        results.close()
        list = count['what']
        counts = { ...counts, [list]: number(count['count']) }
      } else if (/^Running \d+ tests? using /.test(text)) {
        results.close()
        finish()
      } else if (head?.['name'] !== undefined) {
        results.close()
        results.open(head['name'], n, { file: head['file'] ?? '', line: number(head['line']) })
      } else if (listed?.['name'] !== undefined) {
        if (list === 'flaky') results.forget(listed['name'])
        else if (list === 'failed' || list === 'timed out')
          results.fail(listed['name'], { file: listed['file'] ?? '', line: number(listed['line']) })
      } else if (results.isOpen) results.tell(n, /^ *(?:Retry #\d+ ─*|attachment #\d+.*)$/.test(text) ? undefined : text)
    }
    finish()
    return results.report()

    /** The list and github reporters may both tell the totals of a run: a run ends where the next begins. */
    function finish() {
      const { passed = 0, failed = 0, flaky = 0, skipped = 0 } = counts
      const unfinished = (counts['interrupted'] ?? 0) + (counts['did not run'] ?? 0)
      if (Object.keys(counts).length)
        results.summary({ passed: passed + flaky, failed: failed + (counts['timed out'] ?? 0), skipped: skipped + unfinished })
      counts = {}
      list = ''
    }
  },
}
