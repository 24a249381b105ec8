import fc from 'fast-check'
import { expect, test } from 'vitest'
import { diagnosisOf, HOSTILE, hostileDiagnosis } from './diagnosis.fixture.ts'
import { diagnosisDocument, renderJson } from './json.ts'

const CONTRACT = [
  'schema',
  'source',
  'run',
  'headline',
  'category',
  'confidence',
  'transient',
  'failures',
  'highlights',
  'tests',
  'anomalies',
  'causes',
  'stats',
]

test('one document, one line, every field of the contract', () => {
  const json = renderJson(diagnosisOf())
  expect(json.match(/\n/g)).toHaveLength(1)
  expect(JSON.parse(json)).toEqual(diagnosisDocument(diagnosisOf()))
  expect(Object.keys(JSON.parse(json))).toEqual(expect.arrayContaining(CONTRACT))
})

test('failed tests are plain names, with their details beside them', () => {
  const failedTests = [{ name: 'cart adds tax', message: 'expected 4, got 5', file: 'cart.test.ts', line: 9 }]
  const report = { framework: 'jest', total: 2, passed: 1, failed: 1, skipped: 0, failedTests }
  expect(JSON.parse(renderJson(diagnosisOf({ tests: [report] }))).tests).toEqual([
    { ...report, failedTests: ['cart adds tax'], failedTestDetails: failedTests },
  ])
})

test('over several lines for people', () => {
  expect(renderJson(diagnosisOf(), { pretty: true }).split('\n').length).toBeGreaterThan(20)
})

test.each(HOSTILE)('nothing in it acts, and nothing is changed: %j', text => {
  for (const pretty of [true, false]) {
    const json = renderJson(hostileDiagnosis(text), { pretty })
    expect(JSON.parse(json)).toEqual(JSON.parse(JSON.stringify(diagnosisDocument(hostileDiagnosis(text)))))
    expect(json).not.toMatch(/##(?:\[|vso\[|teamcity\[)/)
    expect(json).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f]/)
    for (const line of json.split('\n')) expect(line.trimStart().startsWith('::')).toBe(false)
  }
})

test('any text comes back as it went in', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), text => {
      expect(JSON.parse(renderJson(diagnosisOf({ headline: text }))).headline).toBe(text)
    }),
  )
})
