/** Writes the JSON Schemas of what sherpa prints and reads to `schemas/`. `--check` only compares. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { bisectSchema } from '../src/core/bisect/schema.ts'
import { canarySchema } from '../src/core/canary/schema.ts'
import { configSchema } from '../src/core/config/schema.ts'
import { gateSchema } from '../src/core/gate/schema.ts'
import { runDocumentSchema } from '../src/core/gather/run-document.schema.ts'
import { anomaliesSchema, historySchema, trendsSchema } from '../src/core/history/schema.ts'
import { healSchema } from '../src/core/plan/schema.ts'
import { policyCasesSchema, policyFactsSchema } from '../src/core/policy/facts.schema.ts'
import { diagnosisSchema } from '../src/core/report/schema.ts'
import { seriesScoreSchema } from '../src/core/series/schema.ts'
import { simulationSchema } from '../src/core/simulate/schema.ts'

const SCHEMAS = [
  { file: 'diagnosis.schema.json', title: 'sherpa.diagnosis/1', schema: diagnosisSchema, io: 'output' },
  { file: 'run.schema.json', title: 'sherpa.run/1', schema: runDocumentSchema, io: 'input' },
  { file: 'sherpa.schema.json', title: 'sherpa.yml', schema: configSchema, io: 'input' },
  { file: 'series-score.schema.json', title: 'sherpa anomalies score', schema: seriesScoreSchema, io: 'output' },
  { file: 'anomalies.schema.json', title: 'sherpa anomalies', schema: anomaliesSchema, io: 'output' },
  { file: 'trends.schema.json', title: 'sherpa trends', schema: trendsSchema, io: 'output' },
  { file: 'history.schema.json', title: 'sherpa history', schema: historySchema, io: 'output' },
  { file: 'policy-facts.schema.json', title: 'What a policy is asked about', schema: policyFactsSchema, io: 'output' },
  { file: 'policy-cases.schema.json', title: 'sherpa policy test', schema: policyCasesSchema, io: 'input' },
  { file: 'heal.schema.json', title: 'sherpa heal', schema: healSchema, io: 'output' },
  { file: 'simulate.schema.json', title: 'sherpa simulate', schema: simulationSchema, io: 'output' },
  { file: 'gate.schema.json', title: 'sherpa gate', schema: gateSchema, io: 'output' },
  { file: 'canary.schema.json', title: 'sherpa canary', schema: canarySchema, io: 'output' },
  { file: 'bisect.schema.json', title: 'sherpa bisect', schema: bisectSchema, io: 'output' },
] as const

const folder = join(import.meta.dirname, '../schemas')

/** The text of a schema's file. */
function schemaSource({ title, schema, io }: (typeof SCHEMAS)[number]): string {
  return `${JSON.stringify({ title, ...z.toJSONSchema(schema, { target: 'draft-2020-12', io }) }, null, 2)}\n`
}

function onDisk(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return null
  }
}

let stale = 0
for (const document of SCHEMAS) {
  const path = join(folder, document.file)
  const source = schemaSource(document)
  if (!process.argv.includes('--check')) {
    mkdirSync(folder, { recursive: true })
    writeFileSync(path, source)
  } else if (onDisk(path) !== source) {
    console.error(`schemas/${document.file} does not say what src/core says: run node scripts/generate-schemas.ts`)
    stale++
  }
}
process.exitCode = stale ? 1 : 0
