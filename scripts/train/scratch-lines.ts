import { writeFileSync } from 'node:fs'
import { serialize } from 'node:v8'
import { createKnowledge } from '../../src/core/log/read.ts'
import { rules } from '../../src/core/rules/index.ts'
import { frameworks } from '../../src/core/tests/index.ts'
import { readCorpus } from '../measure/corpus.ts'
import { caseOf } from './case.ts'
import { crossFit } from './cross-fit.ts'
import { readExample } from './dataset.ts'
import { lineStages } from './lines.ts'
const folder = process.argv[2] ?? ''
const knowledge = createKnowledge({ rules, frameworks })
const rows = readCorpus(folder).filter(row => !['bump-gha', 'errorformat', 'go-junit-report'].includes(row.source))
const examples = rows.flatMap(row => (row.passLog ? [true, false] : [false]).map(compare => readExample(row, knowledge, compare)))
console.error('examined', performance.now() | 0)
const lines = lineStages(examples, crossFit)
console.error('lines', performance.now() | 0)
const cached = examples.map(example => ({ row: example.row, group: example.group, compared: example.evidence.baseline !== undefined, file: caseOf(example, lines.second.get(example)!), n: example.evidence.lines.map(l => l.n), scores: lines.second.get(example)! }))
writeFileSync('/tmp/cases.bin', serialize(cached))
console.error('saved', performance.now() | 0)
