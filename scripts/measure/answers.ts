/**
 * Diagnoses every labelled log of a folder in one process and writes the answers as NDJSON for the scorer:
 * `node scripts/measure/answers.ts FOLDER OUT.ndjson [--no-baseline] [--sources a,b]`
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { diagnose } from '../../src/core/diagnose.ts'
import { createBaselineReader } from '../../src/core/log/baseline.ts'
import { createKnowledge, createLogReader } from '../../src/core/log/read.ts'
import type { CaseFile } from '../../src/core/model/case-file.ts'
import { rules } from '../../src/core/rules/index.ts'
import { frameworks } from '../../src/core/tests/index.ts'
import { readCorpus } from './corpus.ts'

const [folder = '', out = ''] = process.argv.slice(2)
const sources = process.argv[process.argv.indexOf('--sources') + 1]?.split(',')
const knowledge = createKnowledge({ rules, frameworks })
const read = (path: string) => {
  const bytes = readFileSync(path)
  return bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes
}

const answers = readCorpus(folder)
  .filter(row => row.source !== 'bump-gha' && (!process.argv.includes('--sources') || sources?.includes(row.source)))
  .map(row => {
    const started = performance.now()
    const green = row.passLog && !process.argv.includes('--no-baseline') ? createBaselineReader() : undefined
    green?.push(read(row.passLog as string))
    const reader = createLogReader({ name: row.id, job: null, knowledge, baseline: green?.end() })
    reader.push(read(row.log))
    const file: CaseFile = {
      schema: 'sherpa.case/1',
      source: { kind: 'file', name: row.id },
      run: null,
      jobs: [],
      logs: [reader.end()],
      reports: [],
      notes: [],
    }
    const answer = diagnose(file, knowledge)
    return JSON.stringify({
      ...answer,
      tests: answer.tests.map(report => ({ ...report, failedTests: report.failedTests.map(test => test.name) })),
      _id: row.id,
      _s: (performance.now() - started) / 1000,
    })
  })
writeFileSync(out, `${answers.join('\n')}\n`)
