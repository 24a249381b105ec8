/** A report as SARIF 2.1.0, one result a failure. https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html */
import type { Diagnosis, Failure } from '../model/diagnosis.ts'
import { inert, inertLine } from './inert.ts'
import { escapeRisky } from './inert-json.ts'
import { place } from './words.ts'

/** The SARIF log, over several lines, ending in a line feed. */
export function renderSarif(diagnosis: Diagnosis): string {
  return `${escapeRisky(JSON.stringify(sarifLog(diagnosis), null, 2))}\n`
}

function sarifLog(diagnosis: Diagnosis) {
  const rules = [...new Map(diagnosis.failures.map(failure => [ruleId(failure), failure])).values()]
  const ids = rules.map(ruleId)
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'sherpa', rules: rules.map(rule) } },
        automationDetails: { id: `sherpa/${inertLine(diagnosis.source.name)}` },
        columnKind: 'utf16CodeUnits',
        results: diagnosis.failures.map(failure => result(failure, ids.indexOf(ruleId(failure)))),
        properties: {
          headline: inertLine(diagnosis.headline),
          category: diagnosis.category,
          confidence: diagnosis.confidence,
          transient: diagnosis.transient,
        },
      },
    ],
  }
}

function rule(failure: Failure) {
  return {
    id: ruleId(failure),
    shortDescription: { text: plain(failure.rule ? failure.rule : `a failure of category ${failure.category}`) },
    defaultConfiguration: { level: 'error' },
    properties: { category: failure.category, tags: ['ci', failure.category] },
  }
}

function result(failure: Failure, ruleIndex: number) {
  const { title, message, fingerprint, confidence, category, job, step, lines } = failure
  const told = message !== '' && !title.includes(message) ? `${title}\n${message}` : title
  return {
    ruleId: ruleId(failure),
    ruleIndex,
    level: 'error',
    message: { text: plain(told) || 'failure' },
    locations: locations(failure),
    partialFingerprints: { 'sherpa/v1': fingerprint },
    rank: Math.round(Math.min(1, Math.max(0, confidence)) * 1000) / 10,
    properties: { category, confidence, job: line(job), step: line(step), ...(lines && { logLines: lines }) },
  }
}

function locations(failure: Failure) {
  const uri = relativeUri(failure.file)
  const at = place(failure, '/')
  if (uri === null && at === '') return []
  const region =
    failure.line !== undefined && Number.isInteger(failure.line) && failure.line >= 1
      ? { region: { startLine: failure.line } }
      : {}
  return [
    {
      ...(uri !== null && { physicalLocation: { artifactLocation: { uri, uriBaseId: '%SRCROOT%' }, ...region } }),
      ...(at !== '' && {
        logicalLocations: [
          {
            name: inertLine(failure.step ?? failure.job ?? ''),
            fullyQualifiedName: inertLine(at),
            kind: failure.step ? 'step' : 'job',
          },
        ],
      }),
    },
  ]
}

/** A file of the repository as a URI; null for what lies outside or is not a path. */
function relativeUri(file: string | undefined): string | null {
  const path = inertLine(file ?? '')
    .replace(/\\/g, '/')
    .replace(/^(?:\.\/)+/, '')
  if (path === '' || path.startsWith('/') || /^[A-Za-z][\w+.-]*:/.test(path) || path.split('/').includes('..')) return null
  return encodeURI(path).replace(/[?#]/g, encodeURIComponent)
}

function ruleId({ rule: id, category }: Failure): string {
  return inertLine(id ?? `sherpa/${category}`)
}

/** Square brackets would make links of a message. */
function plain(text: string): string {
  return inert(text).replace(/[\\[\]]/g, '\\$&')
}

function line(text: string | null): string | null {
  return text === null ? null : inertLine(text)
}
