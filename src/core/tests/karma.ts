import type { TestFramework } from '../model/test-report.ts'
import { number } from './lines/numbers.ts'
import { tally } from './lines/tally.ts'
import { toolLines } from './lines/tool-lines.ts'

/**
 * Karma's progress and dots reporters (https://karma-runner.github.io), and the tree that karma-mocha-reporter and
 * karma-spec-reporter print at the end.
 */

/** `Chrome 120.0.0.0 (Linux x86_64) cart adds tax FAILED` */
const FAILED =
  /^(?<browser>[A-Z][\w ]{0,60}?[\d.]{1,20} \([^)]{1,60}\)|[A-Z]\w{1,40} [\d.]{1,20})(?: \([^)]{1,60}\))? (?<name>\S.*) FAILED$/
const EXECUTED = /(?<browser>[A-Z][\w ]{0,60}[\d.]{0,20} ?\([^)]{0,60}\)): Executed (?<run>\d+) of (?<total>\d+)(?<said>.*)$/
const TOTAL = /^TOTAL: (?<failed>\d+) FAILED, (?<passed>\d+) SUCCESS$/
const TREE = /^FAILED TESTS:$/
const TREE_COUNT = /^(?:✔|✖|ℹ|√|×)? ?(?<count>\d+) tests? (?<outcome>completed|failed|skipped)$/
const TREE_FAILED = /^(?<indent> +)(?:✖|×|✗) (?<name>\S.*)$/
const TREE_SUITE = /^(?<indent> +)(?<name>\S.*)$/
const PLACE = /(?<file>(?:[\w@.-]{1,100}\/){0,40}[\w.-]{1,100}\.[cm]?[jt]sx?)(?:\?\w{1,80})?:(?<line>\d+):\d+/

export const framework: TestFramework = {
  id: 'karma',
  needles: [': Executed ', 'FAILED TESTS:', 'karma'],
  parse(lines) {
    const results = tally('karma')
    /** The last `Executed` line of each browser; a browser that starts over is another run. */
    const browsers = new Map<string, { run: number; failed: number; skipped: number }>()
    let tree: { indent: number; name: string }[] | undefined
    let told = { passed: 0, failed: 0, skipped: 0 }
    for (const { n, text } of toolLines(lines)) {
      const failed = text.endsWith(' FAILED') ? FAILED.exec(text)?.groups?.['name'] : undefined
      const executed = text.includes(': Executed ') ? EXECUTED.exec(text)?.groups : undefined
      const counted = TREE_COUNT.exec(text)?.groups
      if (executed?.['browser'] !== undefined) {
        results.close()
        const now = {
          run: number(executed['run']),
          failed: number(/\((\d+) FAILED\)/.exec(executed['said'] ?? '')?.[1]),
          skipped: number(/\(skipped (\d+)\)/.exec(executed['said'] ?? '')?.[1]),
        }
        const before = browsers.get(executed['browser'])
        if (before && before.run > now.run) finish(before)
        browsers.set(executed['browser'], now)
      } else if (failed !== undefined && !/: Executed /.test(text)) {
        results.close()
        results.open(failed, n)
      } else if (counted) {
        if (counted['outcome'] === 'completed') told = { passed: number(counted['count']), failed: 0, skipped: 0 }
        else if (counted['outcome'] === 'failed') told.failed = number(counted['count'])
        else told.skipped = number(counted['count'])
      } else if (TREE.test(text)) {
        tree = []
        results.close()
      } else if (tree && /^\S/.test(text)) {
        tree = undefined
        results.close()
      } else if (tree) branch(tree, text, n)
      else if (TOTAL.test(text)) results.close()
      else if (results.isOpen) tell(text, n)
    }
    for (const last of browsers.values()) finish(last)
    if (told.passed + told.failed) results.summary(told)
    return browsers.size || told.passed + told.failed ? results.report() : null

    function finish({ run, failed, skipped }: { run: number; failed: number; skipped: number }) {
      if (run) results.summary({ passed: Math.max(0, run - failed), failed, skipped })
    }

    function tell(text: string, n: number) {
      if (!text.trim()) return
      const place = PLACE.exec(text)?.groups
      if (place?.['file'] !== undefined && !text.includes('node_modules'))
        results.at({ file: place['file'], line: Number(place['line']) })
      if (/^\S/.test(text) && /^(?:Chrome|Firefox|Safari|Edge|PhantomJS|Electron|HeadlessChrome|\d\d \d\d \d{4})/.test(text))
        results.close()
      else results.tell(n, text)
    }

    /** Suites are known by their indentation only: what stands above a failed test and further out. */
    function branch(path: { indent: number; name: string }[], text: string, n: number) {
      const test = TREE_FAILED.exec(text)?.groups
      const suite = test ?? TREE_SUITE.exec(text)?.groups
      if (!suite) return
      const indent = (suite['indent'] ?? '').length
      const name = suite['name'] ?? ''
      const inTest = path.at(-1)?.name === ''
      if (test) {
        while ((path.at(-1)?.indent ?? -1) >= indent || path.at(-1)?.name === '') path.pop()
        results.close()
        results.open([...path.map(one => one.name), name].join(' '), n)
        path.push({ indent, name: '' })
      } else if (inTest && indent >= (path.at(-1)?.indent ?? 0)) {
        if (!/^[A-Z]\w+ [\d.]+ \(/.test(name)) tell(text, n)
      } else {
        results.close()
        while (path.length && ((path.at(-1)?.indent ?? -1) >= indent || path.at(-1)?.name === '')) path.pop()
        path.push({ indent, name })
      }
    }
  },
}
