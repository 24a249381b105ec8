import { createRequire } from 'node:module'
import { Ajv } from 'ajv'
import addFormats from 'ajv-formats'
import { describe, expect, test } from 'vitest'
import type { Diagnosis } from '../model/diagnosis.ts'
import { diagnosisOf, failureOf, HOSTILE, hostileDiagnosis } from './diagnosis.fixture.ts'
import { renderSarif } from './sarif.ts'

const conforms = sarifSchema()

test('one result a failure, with its rule, its fingerprint and its places', () => {
  const { runs } = JSON.parse(renderSarif(diagnosisOf()))
  expect(runs[0].tool.driver.rules.map((rule: { id: string }) => rule.id)).toEqual(['npm/eresolve', 'github/exit-code'])
  expect(runs[0].results[0]).toEqual({
    ruleId: 'npm/eresolve',
    ruleIndex: 0,
    level: 'error',
    message: { text: 'npm cannot resolve the dependency tree\nnpm error code ERESOLVE' },
    locations: [
      {
        physicalLocation: { artifactLocation: { uri: 'package.json', uriBaseId: '%SRCROOT%' }, region: { startLine: 12 } },
        logicalLocations: [
          { name: 'Install dependencies', fullyQualifiedName: 'unit (ubuntu, 22) / Install dependencies', kind: 'step' },
        ],
      },
    ],
    partialFingerprints: { 'sherpa/v1': 'v1:0123456789abcd' },
    rank: 97,
    properties: {
      category: 'dependency',
      confidence: 0.97,
      job: 'unit (ubuntu, 22)',
      step: 'Install dependencies',
      logLines: [142, 160],
    },
  })
  expect(runs[0].results[1]).toMatchObject({ ruleIndex: 1, locations: [{ logicalLocations: [{}] }] })
  expect(runs[0].results[1].locations[0].physicalLocation).toBeUndefined()
})

test.each([
  ['src/a b.ts', 'src/a%20b.ts'],
  ['./src/a.ts', 'src/a.ts'],
  ['src\\win\\a.cs', 'src/win/a.cs'],
  ['a#b?.ts', 'a%23b%3F.ts'],
  ['/etc/passwd', undefined],
  ['../outside.ts', undefined],
  ['C:\\x\\a.cs', undefined],
  ['http://evil.example/a', undefined],
])('file %s', (file, uri) => {
  const { runs } = JSON.parse(renderSarif(diagnosisOf({ failures: [failureOf({ file })] })))
  expect(runs[0].results[0].locations[0].physicalLocation?.artifactLocation.uri).toBe(uri)
})

describe('the schema of SARIF 2.1.0 accepts it', () => {
  test.each<readonly [string, Diagnosis]>([
    ['usual', diagnosisOf()],
    ['nothing failed', diagnosisOf({ failures: [] })],
    ['little is known', diagnosisOf({ failures: [failureOf({ rule: null, job: null, step: null, lines: null, message: '' })] })],
    ...HOSTILE.map(text => [JSON.stringify(text), hostileDiagnosis(text)] as const),
  ])('%s', (_, diagnosis) => expect(conforms(JSON.parse(renderSarif(diagnosis)))).toEqual([]))
})

test.each(HOSTILE)('nothing in it acts: %j', text => {
  const out = renderSarif(hostileDiagnosis(text))
  expect(out).not.toMatch(/##(?:\[|vso\[|teamcity\[)/)
  for (const { message } of JSON.parse(out).runs[0].results) expect(message.text).not.toMatch(/(?<!\\)\]\(/)
})

/** The schema's complaints about a document. It is written in draft 4, of which it uses nothing that draft 7 reads otherwise but `id`. */
function sarifSchema(): (document: unknown) => unknown[] {
  const {
    id: _id,
    $schema: _draft,
    ...schema
  } = createRequire(import.meta.url)('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json')
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false })
  addFormats.default(ajv)
  const validate = ajv.compile(schema)
  return document => (validate(document) ? [] : (validate.errors ?? []))
}
