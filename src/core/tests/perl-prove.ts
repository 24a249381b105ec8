import type { TestFramework } from '../model/test-report.ts'
import { number } from './lines/numbers.ts'
import { tally } from './lines/tally.ts'
import { toolLines } from './lines/tool-lines.ts'

/** Perl's prove and `make test` (Test::Harness): https://metacpan.org/pod/prove. Names are `file: test`, or the file where its tests have none. */

const FAILED =
  /^# {3}Failed (?:\(TODO\) )?test(?: '(?<name>.*)')?(?: \(\S+ at line \d+\))?(?: (?:at|in) (?<file>\S+)(?: at)? line (?<line>\d+)\.)?$/
const PLACE = /^# {3}(?:at|in) (?<file>\S+)(?: at)? line (?<line>\d+)\.$/
const BAD_FILE = /^(?<file>\S+\.t) +\(Wstat: (?<status>\d{1,9}).*Tests: \d+ Failed: (?<failed>\d+)\)$/

export const framework: TestFramework = {
  id: 'perl-prove',
  needles: ['Test Summary Report', 'Result: PASS', 'Result: FAIL', 'All tests successful', 'Files='],
  parse(lines) {
    const own = toolLines(lines)
    if (!own.some(({ text }) => /^(?:Result: (?:PASS|FAIL|NOTESTS)$|Files=\d+, Tests=\d+|Test Summary Report$)/.test(text)))
      return null
    const results = tally('perl-prove')
    /** Files whose failed tests are known one by one. */
    const told = new Set<string>()
    let nameless: { readonly name: string | undefined; readonly n: number } | undefined
    let total = 0
    for (const { n, text } of own) {
      const failed = FAILED.exec(text)?.groups
      const place = failed?.['file'] === undefined ? nameless && PLACE.exec(text)?.groups : failed
      const bad = BAD_FILE.exec(text)?.groups
      if (failed) nameless = text.includes('(TODO)') ? undefined : { name: failed['name'], n }
      if (nameless && place?.['file'] !== undefined) {
        results.close()
        const at = { file: place['file'], line: number(place['line']) }
        results.open(`${at.file}: ${nameless.name ?? `line ${at.line}`}`, nameless.n, at)
        told.add(at.file)
        nameless = undefined
      } else if (bad?.['file'] !== undefined) {
        if (!told.has(bad['file']) && (number(bad['failed']) > 0 || number(bad['status']) > 0))
          results.fail(bad['file'], { message: text.slice(bad['file'].length).trim() })
      } else if (text.startsWith('Files=')) total = number(/Tests=(\d+)/.exec(text)?.[1])
      else if (/^Result: (?:PASS|FAIL|NOTESTS)$/.test(text)) results.summary({ total })
      else if (/^# +\S/.test(text) && !text.startsWith('# Looks like ')) results.tell(n, text.replace(/^# */, ''))
      else results.close()
    }
    return results.report()
  },
}
