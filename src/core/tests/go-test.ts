import type { TestFramework } from '../model/test-report.ts'
import { tally } from './lines/tally.ts'
import { toolLines } from './lines/tool-lines.ts'

/** `go test`, plain, `-v` and `-json`: https://pkg.go.dev/cmd/go#hdr-Test_packages, https://pkg.go.dev/cmd/test2json */

/** What the test printed without a line feed may stand before it. */
const RESULT = /^(?<before>.*?)--- (?<outcome>FAIL|PASS|SKIP|BENCH): (?<name>\S+)(?: \([\d.]+ ?s(?:econds)?\))?$/
const RUN = /^=== (?<what>RUN|CONT|NAME|PAUSE) +(?<name>\S+)$/
const PACKAGE = /^(?<outcome>FAIL|ok {2}|\? {3})[\t ]+(?<path>[\w.~/-]+)(?:[\t ]+(?<rest>.*))?$/
const PLACE = /^ +(?<file>[\w.-]+\.go):(?<line>\d+):(?: (?<why>.*))?$/
const RUNNING = /^\t*(?<name>(?:Test|Fuzz|Example)\S*) \([\d.hms]+\)$/

interface Failure {
  readonly name: string
  start: number
  end: number
  why: string[]
  file?: string
  line?: number
}

export const framework: TestFramework = {
  id: 'go-test',
  needles: ['--- FAIL: ', '--- PASS: ', 'ok  \t', 'FAIL\t', '"Action":"', '=== RUN '],
  parse(lines) {
    const own = toolLines(lines)
    // gotestsum prints these lines too, and sums them up itself.
    if (own.some(({ text }) => /^DONE (?:\d+ runs, )?\d+ tests?\b/.test(text))) return null
    const results = tally('go-test')
    let failures: Failure[] = []
    let told: Failure | undefined
    /** What running tests printed before their result (`-v`), by name. */
    let running = new Map<string, Failure>()
    let current: Failure | undefined
    let panic: Failure | undefined
    let listing = false

    for (const { n, text } of own) {
      if (text.startsWith('{') && text.includes('"Action":"')) {
        json(text, n)
        continue
      }
      const run = text.startsWith('=== ') ? RUN.exec(text)?.groups : undefined
      const result = text.includes('--- ') ? RESULT.exec(text)?.groups : undefined
      const ended = PACKAGE.exec(text)?.groups
      if (run?.['name'] !== undefined) {
        told = undefined
        const known = running.get(run['name'])
        current = known ?? { name: run['name'], start: n, end: n, why: [] }
        if (!known && run['what'] === 'RUN') running.set(run['name'], current)
      } else if (result?.['name'] !== undefined) {
        const { name, outcome } = result
        const before = running.get(name)
        running.delete(name)
        current = undefined
        told = undefined
        if (outcome === 'PASS') results.count({ passed: 1 })
        else if (outcome === 'SKIP') results.count({ skipped: 1 })
        else if (outcome === 'FAIL') {
          told = before ? { ...before, end: Math.max(before.end, n) } : { name, start: n, end: n, why: [] }
          failures.push(told)
        }
      } else if (ended?.['path'] !== undefined && (ended['outcome'] !== 'FAIL' || ended['rest'] !== undefined)) {
        finish(ended['path'], ended['outcome'] === 'FAIL' && !/\[(?:build|setup) failed\]/.test(ended['rest'] ?? ''))
      } else if (/^(?:panic: |fatal error: |signal: |WARNING: DATA RACE)/.test(text) && !panic) {
        const name = told?.name ?? current?.name ?? ''
        panic = { name, start: n, end: n, why: [text] }
        if (told) told.why.push(text)
        listing = false
      } else if (text === 'running tests:' || text.trim() === 'running tests:') listing = true
      else if (listing && RUNNING.test(text)) {
        const name = RUNNING.exec(text)?.groups?.['name'] ?? ''
        failures.push({ name, start: n, end: n, why: panic?.why ?? [] })
      } else {
        listing &&= text === ''
        if (/^(?:FAIL|PASS|ok)$/.test(text)) told = current = undefined
        const tests = told ?? current
        if (tests && text.trim()) {
          const place = PLACE.exec(text)?.groups
          tests.end = n
          if (place && tests.file === undefined) {
            tests.file = place['file'] ?? ''
            tests.line = Number(place['line'])
          }
          if (tests.why.length < 2 && !/^\s*(?:error|Error Trace):/.test(text))
            tests.why.push(place ? (place['why'] ?? '') : text)
        }
      }
    }
    finish('', false)
    return results.report()

    /** The package is named only after its tests. */
    function finish(path: string, failed: boolean) {
      const named = new Set(failures.map(one => one.name))
      // A crash ends the package before its test can be reported.
      if (failed && panic && !named.size) {
        const last = [...running.values()].at(-1)
        const name = panic.name || last?.name
        if (name) failures.push({ ...panic, name })
      }
      for (const { name, start, end, why, file, line } of failures) {
        const full = path ? `${path}.${name}` : name
        results.open(full, start, { ...(file !== undefined && { file }), ...(line !== undefined && { line }) })
        for (const text of why) results.tell(start, text)
        results.tell(end)
        results.close()
      }
      failures = []
      told = current = panic = undefined
      running = new Map()
      listing = false
    }

    function json(text: string, n: number) {
      const event = parseEvent(text)
      if (!event?.Test || !event.Package) return
      const key = `${event.Package}.${event.Test}`
      if (event.Action === 'output') {
        const why = event.Output?.trim() ?? ''
        const known = running.get(key) ?? { name: key, start: n, end: n, why: [] }
        known.end = n
        const place = PLACE.exec(event.Output?.trimEnd() ?? '')?.groups
        if (place && known.file === undefined) Object.assign(known, { file: place['file'], line: Number(place['line']) })
        if (known.why.length < 2 && why && !/^(?:=== |--- )/.test(why)) known.why.push(place?.['why'] ?? why)
        running.set(key, known)
      } else if (event.Action === 'pass') results.count({ passed: 1 })
      else if (event.Action === 'skip') results.count({ skipped: 1 })
      else if (event.Action === 'fail') {
        const known = running.get(key)
        results.open(key, known?.start ?? n, known?.file === undefined ? {} : { file: known.file, line: known.line ?? 0 })
        for (const why of known?.why ?? []) results.tell(known?.start ?? n, why)
        results.tell(n)
        results.close()
      }
    }
  },
}

interface GoEvent {
  readonly Action?: string
  readonly Package?: string
  readonly Test?: string
  readonly Output?: string
}

function parseEvent(text: string): GoEvent | null {
  try {
    return JSON.parse(text) as GoEvent
  } catch {
    return null
  }
}
