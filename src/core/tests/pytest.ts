import type { LogLine } from '../model/log.ts'
import type { TestFramework } from '../model/test-report.ts'
import { numbersByWord } from './lines/numbers.ts'
import { type Tally, tally } from './lines/tally.ts'
import { toolLines } from './lines/tool-lines.ts'

/** pytest 2 to 9, with xdist: https://docs.pytest.org/en/stable/how-to/output.html, src/_pytest/terminal.py */

const END =
  /^=*(?: )?(?:\S+ )?(?<counts>\d+ (?:failed|passed|skipped|deselected|errors?|xfailed|xpassed|warnings?|rerun)\b.*) in [\d.]+ ?s/
const NO_TESTS = /^=+ no tests ran in /
const SECTION = /^={3,} (?<title>[A-Za-z].*?) ={3,}$/
/** A long name leaves no room for the rule around it. */
const HEAD = /^(?:_+ (?<name>\S.*?)(?: _+)?| (?<long>\w*[Tt]est[^\s[]*(?:\[.*\])?)(?: _+)?)$/
const SHORT = /^(?:FAILED|ERROR|FAIL) (?<id>[^\s[]+(?:\[.*?\])?)(?: - (?<why>.*))?$/
const VERBOSE =
  /^(?:\[gw\d+\] )?(?:\[ *\d+%\] )?(?<before>FAILED |ERROR )?(?<id>[^\s[]+\.py::[^\s[]+(?:\[.*?\])?)(?<after> FAILED| ERROR)?(?: *\[ *\d+%\])?$/
const PLACE = /^(?<file>[^\s:]+\.\w{2,4}):(?<line>\d+): ?(?<error>\S.*)?$/

interface Told {
  readonly title: string
  readonly start: number
  end: number
  why: string[]
  file?: string
  line?: number
}
interface Run {
  short: { id: string; why: string }[]
  verbose: string[]
  told: Told[]
}

export const framework: TestFramework = {
  id: 'pytest',
  needles: ['test session starts', 'short test summary info', ' FAILURES =', ' ERRORS =', ' passed', ' failed', 'no tests ran'],
  parse(lines) {
    const results = tally('pytest')
    let run: Run = { short: [], verbose: [], told: [] }
    let section = ''
    let sessions = 0
    const finish = () => {
      settle(results, run)
      run = { short: [], verbose: [], told: [] }
      section = ''
    }
    for (const line of toolLines(lines)) {
      const { text } = line
      const title = SECTION.exec(text)?.groups?.['title']
      const end = /\d/.test(text) ? END.exec(text)?.groups?.['counts'] : undefined
      if (end !== undefined && (text.startsWith('=') || sessions > 0 || section)) {
        finish()
        results.summary(counts(end))
      } else if (NO_TESTS.test(text)) finish()
      else if (title === 'test session starts') {
        if (run.told.length || run.short.length || run.verbose.length) finish()
        sessions++
      } else if (title !== undefined) section = title
      else if (section === 'short test summary info') {
        const short = SHORT.exec(text)?.groups
        if (short?.['id'] !== undefined) run.short.push({ id: short['id'], why: short['why'] ?? '' })
      } else if (section === 'FAILURES' || section === 'ERRORS') tell(run, line)
      else if (text.includes('::')) {
        const verbose = VERBOSE.exec(text)?.groups
        if (verbose?.['id'] !== undefined && (verbose['before'] || verbose['after'])) run.verbose.push(verbose['id'])
      }
    }
    settle(results, run)
    return results.report()
  },
}

function tell(run: Run, { n, text }: LogLine): void {
  const head = HEAD.exec(text)?.groups
  const title = head?.['name'] ?? head?.['long']
  if (title !== undefined && !/^_( _)+$/.test(title)) {
    run.told.push({ title: title.replace(/^ERROR (?:at (?:setup|teardown) of|collecting) /, ''), start: n, end: n, why: [] })
    return
  }
  const told = run.told.at(-1)
  if (!told || !text.trim()) return
  told.end = n
  if (told.why.length < 2 && /^E {3,}\S/.test(text)) told.why.push(text.slice(1).trim())
  const place = PLACE.exec(text)?.groups
  if (!place?.['file'] || /Warning$|^\w*Warning:/.test(place['error'] ?? '') || /site-packages|\/lib\/python/.test(place['file']))
    return
  // The last place is where it was raised; the first in a test's file is the test.
  if (told.file === undefined || (/test/i.test(place['file']) && !/test/i.test(told.file))) {
    told.file = place['file']
    told.line = Number(place['line'])
  }
  if (!told.why.length && place['error'] && !place['error'].startsWith('in ')) told.why.push(place['error'])
}

/** Brings together how a run names its failures: short summary, verbose progress, headings of the details. */
function settle(results: Tally, run: Run): void {
  const told = [...run.told]
  const ids = run.short.length ? run.short : run.verbose.map(id => ({ id, why: '' }))
  for (const { id, why } of ids) {
    const [file = id, ...path] = id.split('::')
    const dotted = path.filter(part => part !== '()').join('.')
    const at = told.findIndex(one => (dotted ? one.title === dotted : one.title === file || one.title.startsWith(`${file} `)))
    const [detail] = at >= 0 ? told.splice(at, 1) : []
    add(results, id, detail, { file, why })
  }
  // Only some failures may be in the short summary (-r), so what is told but not listed counts too.
  for (const detail of told) {
    const named = ids.some(({ id }) => id.split('::').slice(1).join('.') === detail.title || id === detail.title)
    if (!named)
      add(
        results,
        detail.file !== undefined && !/[/.]py\b|\.py/.test(detail.title)
          ? `${detail.file}::${detail.title.replaceAll('.', '::')}`
          : detail.title,
        detail,
        { file: detail.title.endsWith('.py') ? detail.title : detail.file, why: '' },
      )
  }
}

function add(results: Tally, name: string, detail: Told | undefined, listed: { file: string | undefined; why: string }): void {
  const line = detail?.line !== undefined && detail.file === listed.file ? detail.line : undefined
  if (detail) {
    results.open(name, detail.start)
    for (const why of detail.why) results.tell(detail.start, why)
    results.tell(detail.end)
    results.close()
  }
  results.fail(name, {
    message: listed.why,
    ...(listed.file !== undefined && { file: listed.file }),
    ...(line !== undefined && { line }),
  })
}

function counts(text: string) {
  const { passed = 0, failed = 0, error = 0, errors = 0, skipped = 0, xfailed = 0, xpassed = 0 } = numbersByWord(text)
  return { passed: passed + xpassed, failed: failed + error + errors, skipped: skipped + xfailed }
}
