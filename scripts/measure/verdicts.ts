/**
 * Measures whether anything failed: `node scripts/measure/verdicts.ts FOLDER [--show]`. FOLDER/index.jsonl has one row a log; `log` is
 * of a failed run where the row says what went wrong there, `pass_log` of a passed one. Prints how many failing logs are called
 * green and how many green ones failing; `--show` names them, with what they are mistaken by.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { diagnose } from '../../src/core/diagnose.ts'
import { createKnowledge, createLogReader } from '../../src/core/log/read.ts'
import type { Diagnosis } from '../../src/core/model/diagnosis.ts'
import { rules } from '../../src/core/rules/index.ts'
import { frameworks } from '../../src/core/tests/index.ts'

/** What the source of a row says of its logs. */
interface Row {
  readonly log: string
  readonly pass_log?: string
  readonly our_label?: unknown
  readonly labels: {
    readonly lines?: readonly unknown[]
    readonly category?: string | null
    readonly expected?: { readonly status?: string; readonly num_failed?: number }
  }
}

const [folder = '.'] = process.argv.slice(2)
const isShown = process.argv.includes('--show')
const knowledge = createKnowledge({ rules, frameworks })
const rows = readFileSync(join(folder, 'index.jsonl'), 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line): Row => JSON.parse(line))

const logs = (choose: (row: Row) => string | undefined) =>
  [...new Set(rows.flatMap(row => choose(row) ?? []))].filter(name => !name.endsWith('.zip'))

measure(
  'failing logs called green',
  logs(row => (hasFailed(row) ? row.log : undefined)),
  answer => answer.failures.length === 0,
)
measure(
  'green logs called failing',
  logs(row => (row.labels.expected?.status === 'ok' ? row.log : row.pass_log)),
  answer => answer.failures.length > 0,
)

function hasFailed({ labels, our_label: label }: Row): boolean {
  const { status, num_failed: failedTests = 0 } = labels.expected ?? {}
  return (
    status === 'broken' || status === 'terminated' || failedTests > 0 || Boolean(labels.lines?.length || labels.category || label)
  )
}

function measure(what: string, names: readonly string[], isMistaken: (answer: Diagnosis) => boolean) {
  const mistaken = names.map(name => ({ name, answer: diagnosed(name) })).filter(({ answer }) => isMistaken(answer))
  console.log(
    `${what}: ${mistaken.length} of ${names.length} (${((100 * mistaken.length) / Math.max(1, names.length)).toFixed(2)} %)`,
  )
  if (isShown) for (const { name, answer } of mistaken) console.log(`  ${name}: ${reason(answer)}`)
}

function reason({ failures: [first], headline }: Diagnosis): string {
  return first ? `${first.lines?.join('-')} ${first.rule ?? 'no rule'}: ${first.message.slice(0, 120)}` : headline
}

function diagnosed(name: string): Diagnosis {
  const bytes = readFileSync(join(folder, name))
  const reader = createLogReader({ name, job: null, knowledge })
  reader.push(bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes)
  return diagnose(
    {
      schema: 'sherpa.case/1',
      source: { kind: 'file', name },
      run: null,
      jobs: [],
      logs: [reader.end()],
      reports: [],
      notes: [],
    },
    knowledge,
  )
}
