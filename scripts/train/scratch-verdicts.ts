import { readFileSync, writeFileSync } from 'node:fs'
import { deserialize } from 'node:v8'
import { diagnose } from '../../src/core/diagnose.ts'
import { createKnowledge } from '../../src/core/log/read.ts'
import { rules } from '../../src/core/rules/index.ts'
import { crossFit } from './cross-fit.ts'
import { verdictStages } from './verdicts.ts'
import { matchLines } from '../../src/core/match/match.ts'
import { readCorpus } from '../measure/corpus.ts'
const rows = new Map(readCorpus(process.argv[2] ?? '').map(r => [r.id, r]))
const knowledge = createKnowledge({ rules, frameworks: [] })
const cached = deserialize(readFileSync('/tmp/cases.bin')) as any[]
const examples = cached.map(c => ({ ...c, row: rows.get(c.row.id)!, evidence: { baseline: c.compared ? {} : undefined }, gold: [] })) as any[]
const cases = new Map(examples.map(e => [e, e.file]))
const v = verdictStages(examples, cases as any, crossFit)
const nb = process.argv.includes('--no-baseline')
const out = examples.filter(e => nb ? !e.compared : (e.row.passLog !== undefined) === e.compared).map(e => {
  const models = v.models.get(e) as any
  const answer = diagnose(e.file, { models: () => models, matcher: knowledge.matcher })
  return JSON.stringify({ ...answer, tests: answer.tests.map(r => ({ ...r, failedTests: r.failedTests.map(t => t.name) })), _id: e.row.id, _s: 0 })
})
writeFileSync(process.argv[3]!, out.join('\n') + '\n')
