import type { CaseFile, ExcerptLine, LogExtract, Match } from '../model/case-file.ts'
import type { Category } from '../model/category.ts'
import type { FailedTest, TestReport } from '../model/test-report.ts'
import { bestRuns } from './best-runs.ts'
import { AT, describeOrder, describePlace, log2, type View, viewOf } from './candidate-features.ts'

/**
 * What could be the root of a failure: a place where a rule matched, a failing test, or, where neither says anything, the lines
 * that look most like an explanation.
 */
export type Candidate = {
  readonly log: LogExtract
  readonly lines: readonly [number, number]
  readonly features: Float32Array
} & (
  | { readonly kind: 'match'; readonly match: Match }
  | { readonly kind: 'test'; readonly report: TestReport; readonly test: FailedTest }
  | { readonly kind: 'lines'; readonly text: string }
)

/** The category a candidate speaks for; null where only its words can tell. */
export const candidateCategory = (candidate: Candidate): Category | null =>
  candidate.kind === 'match' ? candidate.match.category : candidate.kind === 'test' ? 'test' : null

const MAX_TESTS = 20

/** Everything in a case that could be the root, with the figures that rank it. */
export const candidatesOf = (file: CaseFile): Candidate[] => file.logs.flatMap(candidatesOfLog)

function candidatesOfLog(log: LogExtract): Candidate[] {
  const view = viewOf(log)
  const found: Candidate[] = []
  const causes = log.matches.filter(match => match.role === 'cause')
  const sames = new Map([...Map.groupBy(log.matches, sameKey)].map(([key, list]) => [key, list.map(match => match.at)]))
  for (const match of log.matches) {
    const features = describePlace(view, match.lines, match.at)
    features[AT[match.role]] = 1
    features[AT[match.category]] = 1
    features[AT.transient] = match.transient
    features[AT.repeats] = log2(match.repeats)
    const same = sames.get(sameKey(match)) ?? []
    features[AT.sameBefore] = log2(same.filter(at => at < match.at).length)
    features[AT.sameAfter] = log2(same.filter(at => at > match.at).length)
    describeOrder(
      features,
      causes.map(cause => cause.at),
      match.at,
    )
    found.push({ kind: 'match', log, match, lines: match.lines, features })
  }
  for (const report of log.tests) {
    for (const test of report.failedTests.filter(test => test.lines).slice(0, MAX_TESTS)) {
      const lines = test.lines as readonly [number, number]
      const features = describePlace(view, lines, lines[0])
      features[AT.test] = 1
      features[AT.transient] = 0.12
      describeOrder(
        features,
        causes.map(cause => cause.at),
        lines[0],
      )
      found.push({ kind: 'test', log, report, test, lines, features })
    }
  }
  for (const run of bestRuns(log)) {
    const features = describePlace(view, run, run[0])
    features[AT.lines] = 1
    features[AT.transient] = 0.1
    describeOrder(
      features,
      causes.map(cause => cause.at),
      run[0],
    )
    found.push({ kind: 'lines', log, lines: run, text: textOf(view, run), features })
  }
  return found
}

/** Matches that say the same: a test that failed again when it was tried again. */
const sameKey = ({ rule, title }: Match) => `${rule} ${title}`

function textOf({ byNumber }: View, [start, end]: readonly [number, number]): string {
  let best: ExcerptLine | undefined
  for (let n = start; n <= end; n++) {
    const line = byNumber.get(n)
    if (line && line.text.trim() !== '' && (!best || line.score > best.score)) best = line
  }
  return best?.text ?? ''
}
