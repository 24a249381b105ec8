import type { TestFramework } from '../model/test-report.ts'
import { number } from './lines/numbers.ts'
import { tally } from './lines/tally.ts'
import { toolLines } from './lines/tool-lines.ts'

/** The Test Anything Protocol, 12 to 14, with subtests: https://testanything.org/tap-version-14-specification.html */

const POINT =
  /^(?<indent> *)(?<not>not )?ok\b(?: (?<number>\d+))?(?: *-)?(?: (?<name>[^#]*(?:#(?! ?(?:TODO|SKIP|todo|skip|time))[^#]*)*))?(?:# ?(?<directive>TODO|SKIP|todo|skip|time=\S+).*)?$/
const SUBTEST = /^(?<indent> *)# Subtest: (?<name>\S.*)$/
const PLAN = /^ *1\.\.\d+(?: *#.*)?$|^TAP version \d+$/
const PLACE = /^ +(?:at|location): {0,40}'?(?:[^(]{0,200}\()?(?:file:\/\/)?(?<file>[^\s':()]+):(?<line>\d+)/

export const framework: TestFramework = {
  id: 'tap',
  needles: ['not ok ', 'TAP version ', '1..'],
  parse(lines) {
    const own = toolLines(lines)
    if (!own.some(({ text }) => PLAN.test(text)) || !own.some(({ text }) => POINT.test(text))) return null
    // prove shows TAP as it runs the files, and sums it up itself.
    if (own.some(({ text }) => /^Files=\d+, Tests=\d+/.test(text))) return null
    const results = tally('tap')
    const path: { indent: number; name: string }[] = []
    /** Where failed points stand that belong to a subtest still open, so that the subtest itself is not one more. */
    let failedBelow = -1
    for (const { n, text } of own) {
      const subtest = SUBTEST.exec(text)?.groups
      const point = text.includes('ok') ? POINT.exec(text)?.groups : undefined
      if (subtest) {
        results.close()
        const indent = (subtest['indent'] ?? '').length
        while ((path.at(-1)?.indent ?? -1) >= indent) path.pop()
        path.push({ indent, name: subtest['name'] ?? '' })
      } else if (point) {
        results.close()
        const indent = (point['indent'] ?? '').length
        while ((path.at(-1)?.indent ?? -1) > indent) path.pop()
        const title = point['name']?.trim() || `test ${number(point['number'])}`
        const isParent = path.at(-1)?.indent === indent && path.at(-1)?.name === title
        if (isParent) path.pop()
        const directive = point['directive']?.toLowerCase() ?? ''
        const hasFailedBelow = isParent && failedBelow > indent
        if (hasFailedBelow) failedBelow = path.length ? indent : -1
        else if (directive === 'todo' || directive === 'skip') results.count({ skipped: 1 })
        else if (!point['not']) {
          if (!isParent) results.count({ passed: 1 })
        } else {
          failedBelow = indent
          results.open([...path.map(one => one.name), title].join(' > '), n)
        }
      } else if (PLAN.test(text)) results.close()
      else if (results.isOpen) {
        if (!/^\s*(?:#|---|\.\.\.|[ \t])/.test(text)) results.close()
        const place = PLACE.exec(text)?.groups
        if (place?.['file'] !== undefined) results.at({ file: place['file'], line: number(place['line']) })
        results.tell(n, reason(text))
      }
    }
    return results.report()
  },
}

/** Of the YAML below a point, what says why. */
function reason(text: string): string | undefined {
  const error = /^ +(?:error|message): *(?<why>[^|>\s].*)$/.exec(text)?.groups?.['why']
  if (error !== undefined) return error.replace(/^(['"])(.*)\1$/, '$2')
  if (/^ +(?:expected|actual): *\S/.test(text)) return text
  const comment = /^ *# {1,3}(?<why>\S.*)$/.exec(text)?.groups?.['why']
  return comment !== undefined && !/^(?:Subtest|tests|pass|fail|ok$|duration_ms|at |in test file)/.test(comment)
    ? comment
    : undefined
}
