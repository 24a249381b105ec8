import { causesOf } from './causes/causes-of.ts'
import { advise } from './classify/advice.ts'
import { attemptNotes, elsewhere, weighAttempts } from './classify/attempts.ts'
import { type Classification, classify } from './classify/classify.ts'
import { hasFailed } from './classify/failed.ts'
import { weighFlakiness } from './classify/flaky-tests.ts'
import { withoutPassed } from './classify/suspects.ts'
import { anomaliesOfCase } from './history/case-anomalies.ts'
import { withAnnotations } from './locate/annotations.ts'
import { failuresOf } from './locate/failures.ts'
import { chooseHighlights } from './locate/highlights.ts'
import { rankCandidates } from './locate/rank.ts'
import type { Knowledge } from './log/read.ts'
import type { CaseFile } from './model/case-file.ts'
import type { Category } from './model/category.ts'
import type { Diagnosis, Failure } from './model/diagnosis.ts'

/**
 * Evidence in, answer out: pure, so that the same case file always gives the same diagnosis.
 */
export function diagnose(file: CaseFile, knowledge: Pick<Knowledge, 'matcher' | 'models'>): Diagnosis {
  const models = knowledge.models()
  const evidence = withoutPassed(withAnnotations(file, knowledge.matcher))
  const ranked = rankCandidates(evidence, models)
  const facts = {
    tests: [...file.reports, ...file.logs.flatMap(log => log.tests)],
    anomalies: anomaliesOfCase(file),
    causes: [],
    notes: file.notes,
    stats: stats(file),
  }
  const head = { schema: 'sherpa.diagnosis/1', source: file.source, run: file.run } as const
  if (!hasFailed(evidence, ranked)) return { ...head, ...nothingFailed(file), ...facts }

  const classified = classify(evidence, ranked, models)
  const found = failuresOf(evidence, ranked, classified)
  const job = found[0]?.job ?? null
  const others = elsewhere(file, job)
  const verdict = weighAttempts(verdictOf(found, ranked.length > 0 ? classified : undefined), others)
  const { category, confidence, transient } = weighFlakiness(verdict, evidence)
  const failures = found.map((failure, i) => (i === 0 ? { ...failure, category } : failure))
  const { headline, explanation, nextSteps } = advise(failures, { category, confidence }, knowledge.matcher.rules)
  return {
    ...head,
    headline,
    category,
    confidence,
    transient,
    failures,
    highlights: chooseHighlights(withoutPassed(file), failures[0]),
    explanation,
    nextSteps,
    ...facts,
    causes: causesOf(evidence, failures, transient),
    notes: [...file.notes, ...attemptNotes(job, others)],
  }
}

/** Where no log tells anything, what is known of the failure itself. */
function verdictOf([root]: readonly Failure[], classified: Classification | undefined) {
  if (classified && !(root && root.lines === null && root.rule === null)) return classified
  const { category, confidence } = root ?? { category: 'unknown', confidence: 0 }
  return { category, confidence, transient: classified?.transient ?? TRANSIENT[category] ?? 0.2 }
}

const TRANSIENT: Partial<Record<Category, number>> = { timeout: 0.5, cancelled: 0.7, unknown: 0.3 }

const nothingFailed = ({ source, run, jobs, reports, logs }: CaseFile) => ({
  headline: `${run || jobs.length + reports.length > 0 || logs.some(log => log.size.bytes > 0) ? 'nothing failed' : 'there was nothing to read'} in ${source.kind === 'stdin' ? 'standard input' : source.name}`,
  category: 'unknown' as const,
  confidence: 0,
  transient: 0,
  failures: [],
  highlights: [],
  explanation: 'No failing step, test or error was found in what was read.',
  nextSteps: [],
})

const stats = ({ logs, jobs }: CaseFile): Diagnosis['stats'] => ({
  logs: logs.length,
  lines: logs.reduce((sum, log) => sum + log.size.lines, 0),
  bytes: logs.reduce((sum, log) => sum + log.size.bytes, 0),
  jobs: jobs.length,
  failedJobs: jobs.filter(job => job.conclusion === 'failure' || job.conclusion === 'timed_out').length,
  compared: logs.some(log => log.compared),
})
