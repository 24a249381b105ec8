import type { TestFramework } from '../model/test-report.ts'
import { number } from './lines/numbers.ts'
import { tally } from './lines/tally.ts'
import { toolLines } from './lines/tool-lines.ts'

/** `bun test`: https://bun.sh/docs/cli/test. A failure is told above the line that names it. */

const RESULT = /^(?:\((?<word>pass|fail|skip|todo)\)|(?<mark>[✓✗»✎])) (?<name>\S.*?)(?: \[[\d.]+m?s\])?$/
const COUNT = /^ *(?<count>\d+) (?<what>pass|fail|skip|todo|errors?)$/
const FILE = /^(?:##\[group\])?(?<file>(?:[\w@.-]+\/)*[\w.-]+\.[cm]?[jt]sx?):$/
const ERROR = /^(?:error|[A-Z]\w*Error): (?<why>\S.*)$/
const PLACE = /^ +at .*?\(?(?<file>\/?[^\s():]+\.[cm]?[jt]sx?):(?<line>\d+)(?::\d+)?\)?$/

export const framework: TestFramework = {
  id: 'bun-test',
  needles: ['bun test v', 'expect() calls', '(fail) '],
  parse(lines) {
    const own = toolLines(lines)
    if (!own.some(({ text }) => /^bun test v|^ *\d+ expect\(\) calls$|^Ran \d+ tests? across \d+ files?\./.test(text)))
      return null
    const results = tally('bun-test', (name, { file }) => `${file}\n${name}`)
    let file = ''
    let counts: Record<string, number> = {}
    let error: { n: number; why: string; line?: number } | undefined
    let repeated = false
    for (const { n, text } of own) {
      const result = repeated ? undefined : RESULT.exec(text)?.groups
      const count = COUNT.exec(text)?.groups
      const place = error && PLACE.exec(text)?.groups
      if (result?.['name'] !== undefined) {
        if (result['word'] === 'fail' || result['mark'] === '✗') {
          results.open(result['name'], error?.n ?? n, { file, ...(error?.line !== undefined && { line: error.line }) })
          results.tell(n, error?.why)
          results.tell(n)
          results.close()
        }
        error = undefined
      } else if (count?.['what'] !== undefined) counts = { ...counts, [count['what']]: number(count['count']) }
      else if (/^Ran \d+ tests? across /.test(text)) {
        results.summary({
          passed: counts['pass'] ?? 0,
          failed: counts['fail'] ?? 0,
          skipped: (counts['skip'] ?? 0) + (counts['todo'] ?? 0),
        })
        counts = {}
        repeated = false
      } else if (/^\d+ tests? (?:failed|skipped):$/.test(text)) repeated = true
      else if (place?.['file']?.endsWith(file) && error && error.line === undefined) error.line = number(place['line'])
      else {
        file = FILE.exec(text)?.groups?.['file'] ?? file
        const why = ERROR.exec(text)?.groups?.['why']
        if (why !== undefined) error ??= { n, why: text.replace(/^error: /, '') }
      }
    }
    return results.report()
  },
}
