/**
 * Trains all models on a folder of labelled logs and says how good they are on projects they have not seen:
 * `npm run train -- FOLDER [--write] [--answers OUT.ndjson]`
 * `--answers` writes each log's diagnosis by the models that have not seen its project, for the scorer.
 */
import { writeFileSync } from 'node:fs'
import { diagnose } from '../../src/core/diagnose.ts'
import { type Models, packModels } from '../../src/core/learned/models.ts'
import { createKnowledge } from '../../src/core/log/read.ts'
import { diagnosisDocument } from '../../src/core/report/json.ts'
import { rules } from '../../src/core/rules/index.ts'
import { frameworks } from '../../src/core/tests/index.ts'
import { readCorpus } from '../measure/corpus.ts'
import { caseOf } from './case.ts'
import { crossFit } from './cross-fit.ts'
import { readExample } from './dataset.ts'
import { fitLines, lineStages } from './lines.ts'
import { fitVerdicts, verdictStages } from './verdicts.ts'

const folder = process.argv[2] ?? ''
const option = (name: string) => (process.argv.includes(name) ? process.argv[process.argv.indexOf(name) + 1] : undefined)
const say = (text: string) => console.error(`${(performance.now() / 1000).toFixed(0)}s ${text}`)

const knowledge = createKnowledge({ rules, frameworks })
const rows = readCorpus(folder).filter(row => !['bump-gha', 'errorformat', 'go-junit-report'].includes(row.source))
const examples = rows.flatMap(row => (row.passLog ? [true, false] : [false]).map(compare => readExample(row, knowledge, compare)))
say(`${examples.length} examples, ${examples.reduce((sum, example) => sum + example.gold.length, 0)} lines`)

const lines = lineStages(examples, crossFit)
say('lines')
const cases = new Map(examples.map(example => [example, caseOf(example, lines.second.get(example) as Float32Array)]))
const verdicts = verdictStages(examples, cases, crossFit)
say('verdicts')

const out = option('--answers')
if (out) {
  const answers = examples
    .filter(
      example =>
        (example.row.passLog !== undefined) === (example.evidence.baseline !== undefined) ||
        process.argv.includes('--no-baseline'),
    )
    .filter(example => !process.argv.includes('--no-baseline') || example.evidence.baseline === undefined)
    .map(example => {
      const models = { ...lines.models.get(example), ...verdicts.models.get(example) } as Models
      const answer = diagnose(cases.get(example) as ReturnType<typeof caseOf>, {
        models: () => models,
        matcher: knowledge.matcher,
      })
      return JSON.stringify({ ...diagnosisDocument(answer), _id: example.row.id, _s: 0 })
    })
  writeFileSync(out, `${answers.join('\n')}\n`)
  say(`answers in ${out}`)
}
if (process.argv.includes('--write')) {
  const models: Models = { ...fitLines(examples, lines), ...fitVerdicts(examples, cases, verdicts) }
  writeFileSync(new URL('../../src/core/learned/weights.json', import.meta.url), `${JSON.stringify(packModels(models))}\n`)
  say('weights written')
}
