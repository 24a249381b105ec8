import type { Classification } from '../classify/classify.ts'
import type { CaseFile } from '../model/case-file.ts'
import type { Category } from '../model/category.ts'
import type { Failure } from '../model/diagnosis.ts'
import type { Annotation } from '../model/run.ts'
import { type Candidate, candidateCategory } from './candidates.ts'
import { fingerprint } from './fingerprint.ts'
import { atFailedStep, jobAt, stepAt } from './places.ts'
import { isSymptom, type Ranked } from './rank.ts'
import { rootOf, weigh, withNeighbours } from './root.ts'
import { probability } from './trees.ts'
import { reportedFailures, runFailure, testTitle, unreadFailures } from './untold.ts'

const MAX_FAILURES = 20

/**
 * Everything that failed, root first: what the logs tell, one for each rule and job, then what only reports and conclusions tell.
 * Those come first where the logs tell no more than that something failed.
 */
export function failuresOf(file: CaseFile, ranked: readonly Ranked[], classified: Classification): Failure[] {
  const located = locatedFailures(file, ranked, classified)
  const reported = located.some(({ category }) => category === 'test') ? [] : reportedFailures(file)
  const unread = unreadFailures(file).filter(({ category }) => category !== 'cancelled' || located.length + reported.length === 0)
  const isRecognised = ranked.some(({ candidate }) => candidate.kind !== 'lines' && !isSymptom({ candidate }))
  const all = isRecognised ? [...located, ...reported, ...unread] : [...reported, ...located, ...unread]
  return all.length > 0 ? all.slice(0, MAX_FAILURES) : runFailure(file)
}

function locatedFailures(
  file: CaseFile,
  ranked: readonly Ranked[],
  { category, confidence, categories }: Classification,
): Failure[] {
  const weighed = weigh(ranked, categories)
  const root = rootOf(weighed, category)
  if (!root) return []
  const seen = new Set<string>()
  return [root, ...weighed.filter(one => one !== root)]
    .filter(
      ({ candidate }, i) => (i === 0 || candidate.kind !== 'lines') && !seen.has(keyOf(candidate)) && seen.add(keyOf(candidate)),
    )
    .slice(0, MAX_FAILURES)
    .map(({ candidate, rank }, i) =>
      failureOf(
        file,
        i === 0 ? { ...candidate, lines: withNeighbours(candidate, ranked) } : candidate,
        i === 0
          ? { category, confidence }
          : { category: candidateCategory(candidate) ?? category, confidence: probability(rank) },
      ),
    )
}

const keyOf = (candidate: Candidate) => {
  const place = jobAt(candidate.log, telling(candidate)) ?? candidate.log.name
  if (candidate.kind === 'match') return `${place} ${candidate.match.rule}`
  return candidate.kind === 'test' ? `${place} ${candidate.report.framework}` : `${place} lines`
}

function failureOf(
  { jobs }: CaseFile,
  candidate: Candidate,
  { category, confidence }: { category: Category; confidence: number },
): Failure {
  const { log, lines } = candidate
  const told = tell(candidate)
  const line = telling(candidate)
  const name = jobAt(log, line)
  const job = jobs.find(one => one.name === name)
  const isAnnotation = log.format === 'annotations'
  return {
    category,
    ...(isAnnotation ? annotationPlace(job?.annotations, told.message) : {}),
    ...told,
    job: name,
    step: stepAt(isSymptom({ candidate }) ? atFailedStep(log, line) : { log, line }, job),
    lines: isAnnotation ? null : lines,
    fingerprint: fingerprint(kindOf(candidate), told.message),
    confidence: Math.round(confidence * 1e4) / 1e4,
  }
}

/** The line that says it. */
function telling(candidate: Candidate): number {
  const { log, lines } = candidate
  if (candidate.kind === 'match') return candidate.match.at
  if (candidate.kind === 'test') return lines[0]
  return log.lines.find(({ n, text }) => n >= lines[0] && n <= lines[1] && text === candidate.text)?.n ?? lines[0]
}

const kindOf = (candidate: Candidate): string => {
  if (candidate.kind === 'match') return candidate.match.rule
  return candidate.kind === 'test' ? `${candidate.report.framework} ${candidate.test.name}` : candidate.kind
}

/** An annotation may point at a file of its own. */
function annotationPlace(annotations: readonly Annotation[] = [], message: string) {
  const text = message.replace(/^##\[error\]/, '')
  const annotation = annotations.find(one => one.message.includes(text))
  return place(annotation?.file, annotation?.line)
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
