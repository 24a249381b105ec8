/**
 * How well the test readers name failed tests: `node scripts/measure/failed-tests.ts FOLDER [--show] [--green]`.
 * FOLDER/index.jsonl has one row a log, `{ log, pass_log?, labels: { expected: { failed_tests: "a#b", num_failed } } }`.
 * Prints recall and precision over all labelled logs, by the last component of a name. `--show` adds what differs, log by
 * log; `--green` reads the logs of passed runs instead and prints every failed test found there.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readLines } from '../../src/core/log/lines.ts'
import type { TestReport } from '../../src/core/model/test-report.ts'
import { frameworks } from '../../src/core/tests/index.ts'

interface Row {
  readonly id: string
  readonly log: string
  readonly pass_log?: string
  readonly labels: {
    readonly expected?: { readonly failed_tests?: string; readonly num_failed?: number; readonly frameworks?: string }
  }
}

function readReports(bytes: Uint8Array): TestReport[] {
  const { lines } = readLines([{ firstLine: 1, bytes }])
  const text = lines
    .map(line => line.text)
    .join('\n')
    .toLowerCase()
  return frameworks
    .filter(({ needles }) => needles.some(needle => text.includes(needle.toLowerCase())))
    .flatMap(framework => framework.parse(lines) ?? [])
}

/** The part of a name that says which test; parameters and a closing colon do not count. */
const lastComponent = (name: string): string =>
  name
    .trim()
    .replace(/:+$/, '')
    .replace(/(?<=[^\s[(])\s*[[(].*/s, '')
    .replace(/\.py$/, '')
    .split(/[#/:.\s>()]+/)
    .filter(Boolean)
    .at(-1) ?? ''

const folder = process.argv[2] ?? '.'
const show = process.argv.includes('--show')
const rows = readFileSync(join(folder, 'index.jsonl'), 'utf8')
  .split('\n')
  .filter(Boolean)
  .map(line => JSON.parse(line) as Row)
if (process.argv.includes('--green')) printGreen(rows)
else printLabelled(rows)

function printLabelled(all: readonly Row[]): void {
  let hits = 0
  let missed = 0
  let wrong = 0
  let logs = 0
  let counts = 0
  let countsRight = 0
  for (const {
    id,
    log,
    labels: { expected },
  } of all) {
    if (expected?.num_failed === undefined && !expected?.failed_tests) continue
    const reports = readReports(readFileSync(join(folder, log)))
    const said = reports.map(report => `${report.framework} ${report.failed}/${report.total}`).join(', ')
    const failed = reports.reduce((sum, report) => sum + report.failed, 0)
    counts++
    const right = expected.num_failed === failed
    if (right) countsRight++
    else if (show)
      console.log(`count  ${log}: ${expected.num_failed} expected (${expected.frameworks}), read ${said || 'nothing'}`)
    if (!expected.failed_tests) continue
    logs++
    const want = new Set(expected.failed_tests.split('#').filter(Boolean).map(lastComponent))
    const found = new Set(reports.flatMap(report => report.failedTests).map(test => lastComponent(test.name)))
    const missing = [...want].filter(name => !found.has(name))
    const extra = [...found].filter(name => !want.has(name))
    hits += want.size - missing.length
    missed += missing.length
    wrong += extra.length
    if (show && (missing.length || extra.length))
      console.log(`names  ${log} (${id}): missed ${JSON.stringify(missing)}, wrong ${JSON.stringify(extra)}`)
  }
  console.log(
    `failed tests in ${logs} logs: recall ${ratio(hits, hits + missed)}, precision ${ratio(hits, hits + wrong)}; number of failures right in ${countsRight} of ${counts} logs`,
  )
}

function printGreen(all: readonly Row[]): void {
  let logs = 0
  let noisy = 0
  for (const { pass_log: log } of all) {
    if (!log || !existsSync(join(folder, log))) continue
    logs++
    const reports = readReports(readFileSync(join(folder, log))).filter(report => report.failed > 0)
    if (reports.length) noisy++
    for (const { framework, failed, failedTests } of reports)
      console.log(
        `${log}: ${framework} ${failed}: ${failedTests
          .slice(0, 5)
          .map(test => test.name)
          .join(' | ')}`,
      )
  }
  console.log(`${logs} logs of passed runs, ${noisy} with failed tests`)
}

function ratio(part: number, whole: number): string {
  return whole ? (part / whole).toFixed(3) : 'n/a'
}
