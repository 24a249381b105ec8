import type { LogLine } from '../../model/log.ts'
import type { TestReport } from '../../model/test-report.ts'
import { number } from './numbers.ts'
import { ownJsPlace } from './own-place.ts'
import { tally } from './tally.ts'

const PASSING = /^\s*(?:✓|✔|√)? ?(?<count>\d+) passing(?: \([\d.]{1,20}\w{1,5}\))?$/
const PENDING = /^\s*(?:•|-)? ?(?<count>\d+) pending$/
const FAILING = /^\s*(?:✖|×)? ?(?<count>\d+) failing$/
const HEAD = /^(?<indent> *)(?<index>\d+)\)(?: (?<title>\S.*))?$/

/** Reads what Mocha's base reporter prints at the end of a run; Cypress prints the same. */
export function mochaEpilogue(framework: string, lines: readonly LogLine[]): TestReport | null {
  const results = tally(framework)
  let counts = { passed: 0, failed: 0, skipped: 0, open: false }
  /** Numbered failures still to be told. */
  let next = 0
  let title: string[] = []
  let start = 0
  let margin = 0
  const finish = () => {
    if (counts.open) results.summary(counts)
    counts = { passed: 0, failed: 0, skipped: 0, open: false }
  }
  const name = () => {
    results.open(title.filter(Boolean).join(' ').replace(/:$/, ''), start)
    title = []
  }
  for (const { n, text } of lines) {
    const passing = PASSING.exec(text)?.groups
    const pending = PENDING.exec(text)?.groups
    const failing = FAILING.exec(text)?.groups
    if (passing) {
      finish()
      results.close()
      next = 0
      counts = { passed: number(passing['count']), failed: 0, skipped: 0, open: true }
    } else if (pending && counts.open) counts.skipped = number(pending['count'])
    else if (failing && (counts.open || next === 0)) {
      counts = { ...counts, failed: number(failing['count']), open: true }
      next = 1
    } else if (next > 0) {
      const head = HEAD.exec(text)?.groups
      if (head && number(head['index']) === next && next <= counts.failed && (head['indent'] ?? '').length <= 6) {
        if (title.length) name()
        results.close()
        title = [head['title'] ?? '']
        start = n
        margin = Math.max(0, (head['indent'] ?? '').length - 2)
        next++
      } else if (title.length && isTitle(text, margin)) title.push(text.trim())
      else if (title.length === 1 && !title[0] && !text.trim()) continue
      else {
        if (title.length) name()
        const place = ownJsPlace(text)
        if (place) results.at(place)
        if (/^\S/.test(text) && next > counts.failed && !/^[+-]/.test(text)) results.close()
        else results.tell(n, text)
      }
    }
  }
  if (title.length) name()
  finish()
  return results.report()
}

/** The titles of suites and test stand below one another, each further in, from the seventh column; the message is at the fifth. */
const isTitle = (text: string, margin: number) => text.startsWith(' '.repeat(7 + margin)) && text.trim() !== ''
