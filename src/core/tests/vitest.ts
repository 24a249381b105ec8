import type { TestFramework } from '../model/test-report.ts'
import { numbersByWord } from './lines/numbers.ts'
import { tally } from './lines/tally.ts'
import { toolLines } from './lines/tool-lines.ts'

/** Vitest's default, verbose and dot reporters, 0.x to 5: https://vitest.dev/guide/reporters */

/** ` FAIL  src/cart.test.ts > cart > adds tax`, with ` |project| ` before the file in workspaces. */
const FAIL = /^\s*(?:FAIL|❌)\s+(?:\|?[\w@./:-]+(?: \(\w+\))?\|? +)?(?<file>[^\s>|]+\.[\w.]+)(?<path> [>›] \S.*)?$/
const SUITE = /^\s*FAIL\s+(?:\|[^|]+\| +)?(?<file>\S+) +\[ [^\]]+ \]$/
const FAILED_INLINE = /^\s+(?:×|✗|✖) (?<name>\S.*?)(?: \d+ms)?$/
const INLINE_FILE = /^ ?[❯×✗] (?:\|[^|]+\| )?(?<file>\S+\.[cm]?[jt]sx?) +\(?\d+ tests? \|/
const SUMMARY = /^ {2,}Tests {2}(?<counts>(?:no tests|\d).*)$/
const PLACE = /^ *❯ (?:.* )?(?<file>[^\s:]+):(?<line>\d+):\d+$/

export const framework: TestFramework = {
  id: 'vitest',
  needles: ['Test Files ', ' FAIL  '],
  parse(lines) {
    const own = toolLines(lines)
    if (!own.some(({ text }) => /^ +Test Files {2}\d|⎯⎯ (?:Failed (?:Tests|Suites)|Unhandled)|^ +RUN +v\d/.test(text)))
      return null
    const results = tally('vitest')
    /** Progress tells titles without their suites: only for logs that end before the list of failures. */
    const inlines: { readonly name: string; readonly file: string }[] = []
    let inlineFile: string | undefined
    let heads: string[] = []
    for (const { n, text } of own) {
      const test = SUITE.exec(text)?.groups ?? FAIL.exec(text)?.groups
      if (test?.['file'] !== undefined) {
        // Tests that fail for the same reason are listed above one telling of it.
        const name = `${test['file']}${test['path'] ?? ''}`
        if (heads.length === 0) results.close()
        heads.push(name)
        results.open(name, n, { file: test['file'] })
        continue
      }
      heads = []
      const file = INLINE_FILE.exec(text)?.groups?.['file']
      if (file !== undefined) inlineFile = file
      const inline = inlineFile === undefined ? undefined : FAILED_INLINE.exec(text)?.groups?.['name']
      if (inline !== undefined && inlineFile !== undefined) inlines.push({ name: `${inlineFile} > ${inline}`, file: inlineFile })
      const counts = SUMMARY.exec(text)?.groups?.['counts']
      if (counts !== undefined) {
        results.close()
        inlineFile = undefined
        const { failed = 0, passed = 0, skipped = 0, todo = 0 } = numbersByWord(counts)
        results.summary({ failed, passed, skipped: skipped + todo })
      } else if (/^⎯+\[\d+\/\d+\]⎯|^ +Test Files /.test(text)) results.close()
      else if (results.isOpen) {
        const place = PLACE.exec(text)?.groups
        if (place?.['file'] !== undefined) results.at({ file: place['file'], line: Number(place['line']) })
        results.tell(n, text)
      }
    }
    if (results.failures === 0) for (const { name, file } of inlines) results.fail(name, { file })
    return results.report()
  },
}
