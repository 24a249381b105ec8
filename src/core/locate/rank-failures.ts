import { hash53, mask } from '../log/mask.ts'
import { sectionAt } from '../log/sections.ts'
import type { CaseFile, LogExtract, Match } from '../model/case-file.ts'
import type { Failure } from '../model/diagnosis.ts'
import type { TestReport } from '../model/test-report.ts'

const MAX_FAILURES = 20

/** All recognised failures of a case, root first. Symptoms come after everything that could have caused them. */
export function rankFailures(file: CaseFile): Failure[] {
  return file.logs
    .flatMap(log => [...matchCandidates(log), ...testCandidates(log)])
    .sort((a, b) => b.weight - a.weight)
    .map(candidate => candidate.failure)
    .slice(0, MAX_FAILURES)
}

interface Candidate {
  readonly failure: Failure
  readonly weight: number
}

const ROLE_WEIGHT: Record<Match['role'], number> = { cause: 3, summary: 1.5, symptom: 0 }

function matchCandidates(log: LogExtract): Candidate[] {
  const groups = Map.groupBy(log.matches, match => `${match.rule}`)
  return [...groups.values()].map(group => {
    const first = group[0] as Match
    const step = sectionAt(log.sections, first.at, 'step')
    return {
      weight: ROLE_WEIGHT[first.role] + bestScore(log, first.lines) + (step?.failed ? 0.5 : 0),
      failure: {
        category: first.category,
        rule: first.rule,
        title: first.title,
        message: first.text,
        job: log.job ?? step?.job ?? null,
        step: step?.name ?? null,
        lines: first.lines,
        ...place(first.captures),
        captures: first.captures,
        fingerprint: fingerprint(first.rule, first.text),
        confidence: 0.5,
      },
    }
  })
}

function testCandidates(log: LogExtract): Candidate[] {
  return log.tests
    .filter(report => report.failedTests.length > 0)
    .map(report => {
      const first = report.failedTests.find(test => test.lines) ?? report.failedTests[0]
      const lines = first?.lines ?? null
      return {
        weight: 2.6 + (lines ? bestScore(log, lines) : 0),
        failure: {
          category: 'test' as const,
          rule: null,
          title: testTitle(report),
          message: first?.message ?? first?.name ?? '',
          job: log.job,
          step: lines ? (sectionAt(log.sections, lines[0], 'step')?.name ?? null) : null,
          lines,
          ...(first?.file === undefined ? {} : { file: first.file }),
          ...(first?.line === undefined ? {} : { line: first.line }),
          captures: {},
          fingerprint: fingerprint(report.framework, first?.name ?? ''),
          confidence: 0.5,
        },
      }
    })
}

const testTitle = (report: TestReport) =>
  report.failedTests.length === 1
    ? `test failed: ${report.failedTests[0]?.name}`
    : `${Math.max(report.failed, report.failedTests.length)} tests failed (${report.framework}), first ${report.failedTests[0]?.name}`

const place = ({ file, line }: Readonly<Record<string, string>>) => ({
  ...(file ? { file } : {}),
  ...(file && line && Number.isInteger(Number(line)) ? { line: Number(line) } : {}),
})

const bestScore = (log: LogExtract, [start, end]: readonly [number, number]) =>
  Math.max(0, ...log.lines.filter(line => line.n >= start && line.n <= end).map(line => line.score))

/** Version 1: rule and masked message, so that the same failure has the same id in every run. */
export const fingerprint = (rule: string, message: string): string => `v1:${hash53(`${rule}\n${mask(message)}`).toString(16).padStart(14, '0')}`
