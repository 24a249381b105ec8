import type { TestFramework } from '../model/test-report.ts'
import { number } from './lines/numbers.ts'
import { tally } from './lines/tally.ts'
import { toolLines } from './lines/tool-lines.ts'

/** The `spec` reporter of node:test, Node 18 to 26: https://nodejs.org/api/test.html#test-reporters */

const FAILED = /^(?<indent> *)✖ (?<name>\S.*?)(?: \([\d.]+m?s\))?(?: # .*)?$/
const COUNT = /^ℹ (?<what>tests|pass|fail|cancelled|skipped|todo) (?<count>\d+)$/
const PLACE = /^test at (?<file>.+):(?<line>\d+):\d+$/
const SUITE = /^(?<indent> *)▶ (?<name>\S.*?)(?: \([\d.]+m?s\))?$/

export const framework: TestFramework = {
  id: 'node-test',
  needles: ['ℹ tests ', 'ℹ fail '],
  parse(lines) {
    const results = tally('node-test')
    const path: { indent: number; name: string }[] = []
    let counts: Record<string, number> | undefined
    let telling = false
    let place: { file: string; line: number } | undefined
    /** Failed so far in the tree, by title: the list at the end tells titles only. */
    const named = new Map<string, string[]>()
    for (const { n, text } of toolLines(lines)) {
      const count = COUNT.exec(text)?.groups
      const at = PLACE.exec(text)?.groups
      const suite = SUITE.exec(text)?.groups
      const failed = suite ? undefined : FAILED.exec(text)?.groups
      if (count?.['what'] !== undefined) {
        counts = { ...counts, [count['what']]: number(count['count']) }
        if (count['what'] !== 'todo') continue
        finish()
      } else if (/^✖ failing tests:$/.test(text)) telling = true
      else if (at) {
        results.close()
        place = { file: at['file'] ?? '', line: number(at['line']) }
      } else if (suite) {
        climb((suite['indent'] ?? '').length)
        path.push({ indent: (suite['indent'] ?? '').length, name: suite['name'] ?? '' })
        telling = false
      } else if (failed && telling && place) {
        const title = failed['name'] ?? ''
        const name = named.get(title)?.shift() ?? title
        results.open(name, n, place)
        place = undefined
      } else if (failed && !telling) {
        const indent = (failed['indent'] ?? '').length
        // A suite's own line comes after its tests, where the suite began.
        const isSuite = path.some(one => one.indent === indent && one.name === failed['name'])
        climb(indent)
        if (isSuite) continue
        const title = failed['name'] ?? ''
        const name = [...path.map(one => one.name), title].join(' > ')
        named.set(title, [...(named.get(title) ?? []), name])
        results.fail(name)
      } else if (results.isOpen) results.tell(n, text)
    }
    if (counts) finish()
    return results.report()

    function climb(indent: number) {
      while ((path.at(-1)?.indent ?? -1) >= indent) path.pop()
    }

    function finish() {
      const { tests = 0, pass = 0, fail = 0, cancelled = 0, skipped = 0, todo = 0 } = counts ?? {}
      results.summary({ total: tests, passed: pass, failed: fail + cancelled, skipped: skipped + todo })
      counts = undefined
      path.length = 0
    }
  },
}
