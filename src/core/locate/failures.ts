import { LOG_CATEGORIES } from '../classify/category-features.ts'
import type { Classification } from '../classify/classify.ts'
import { hash53, mask } from '../log/mask.ts'
import { sectionAt } from '../log/sections.ts'
import type { CaseFile } from '../model/case-file.ts'
import type { Category } from '../model/category.ts'
import type { Failure } from '../model/diagnosis.ts'
import type { TestReport } from '../model/test-report.ts'
import { type Candidate, candidateCategory } from './candidates.ts'
import type { Ranked } from './rank.ts'
import { probability } from './trees.ts'

const MAX_FAILURES = 20
const FLOOR = 0.02
/** Lines that no rule knows explain less than a rule that is about as likely. */
const NAMELESS = 0.05

/** The candidates as failures, root first, one for each rule and job. */
export function failuresOf(
  _file: CaseFile,
  ranked: readonly Ranked[],
  { category, confidence, categories }: Classification,
): Failure[] {
  const likelihood = (of: Category | null) => (of === null ? NAMELESS : (categories[LOG_CATEGORIES.indexOf(of)] ?? 0))
  const weighed = ranked
    .map(({ candidate, rank }) => ({
      candidate,
      rank,
      weight: rank + Math.log(likelihood(candidateCategory(candidate)) + FLOOR) + symptomPenalty(candidate),
    }))
    .sort((a, b) => b.weight - a.weight)
  const root =
    weighed.find(({ candidate }) => [category, null].includes(candidateCategory(candidate)) && symptomPenalty(candidate) === 0) ??
    weighed[0]
  if (!root) return []
  const seen = new Set<string>()
  return [root, ...weighed.filter(one => one !== root)]
    .filter(
      ({ candidate }, i) => (i === 0 || candidate.kind !== 'lines') && !seen.has(keyOf(candidate)) && seen.add(keyOf(candidate)),
    )
    .slice(0, MAX_FAILURES)
    .map(({ candidate, rank }, i) =>
      failureOf(
        candidate,
        i === 0
          ? { category, confidence }
          : { category: candidateCategory(candidate) ?? category, confidence: probability(rank) },
      ),
    )
}

const symptomPenalty = (candidate: Candidate) => (candidate.kind === 'match' && candidate.match.role === 'symptom' ? -100 : 0)

const keyOf = (candidate: Candidate) => {
  const place = candidate.log.job ?? candidate.log.name
  if (candidate.kind === 'match') return `${place} ${candidate.match.rule}`
  return candidate.kind === 'test' ? `${place} ${candidate.report.framework}` : `${place} lines`
}

function failureOf(candidate: Candidate, { category, confidence }: { category: Category; confidence: number }): Failure {
  const { log, lines } = candidate
  const step = sectionAt(log.sections, lines[0], 'step') ?? sectionAt(log.sections, lines[0], 'command')
  const told = tell(candidate)
  return {
    category,
    ...told,
    job: log.job ?? step?.job ?? null,
    step: step?.name ?? null,
    lines: log.format === 'annotations' ? null : lines,
    fingerprint: `v1:${hash53(`${told.rule ?? candidate.kind}\n${mask(told.message)}`)
      .toString(16)
      .padStart(14, '0')}`,
    confidence: Math.round(confidence * 1e4) / 1e4,
  }
}

type Told = Pick<Failure, 'rule' | 'title' | 'message' | 'captures' | 'file' | 'line'>

function tell(candidate: Candidate): Told {
  switch (candidate.kind) {
    case 'match': {
      const { rule, title, text, captures } = candidate.match
      return { rule, title, message: text, captures, ...place(captures.file, Number(captures.line)) }
    }
    case 'test': {
      const { report, test } = candidate
      return {
        rule: null,
        title: testTitle(report, test.name),
        message: test.message ?? test.name,
        captures: { test: test.name },
        ...place(test.file, test.line),
      }
    }
    case 'lines':
      return {
        rule: null,
        title: candidate.text
          .replace(/^##\[\w+\]/, '')
          .trim()
          .slice(0, 160),
        message: candidate.text,
        captures: {},
      }
  }
}

const place = (file: string | undefined, line: number | undefined) => ({
  ...(file ? { file } : {}),
  ...(file && Number.isInteger(line) && (line as number) > 0 ? { line: line as number } : {}),
})

const testTitle = (report: TestReport, first: string) => {
  const count = Math.max(report.failed, report.failedTests.length)
  return count === 1 ? `test failed: ${first}` : `${count} tests failed, first ${first}`
}
