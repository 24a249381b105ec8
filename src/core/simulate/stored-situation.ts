import { weighFlakiness } from '../classify/flaky-tests.ts'
import type { CaseFile } from '../model/case-file.ts'
import type { Category } from '../model/category.ts'
import type { Diagnosis } from '../model/diagnosis.ts'
import type { PastFailure } from '../model/history.ts'
import type { Past } from '../model/past.ts'
import type { Rule } from '../model/rule.ts'
import type { Change, Job } from '../model/run.ts'
import type { Situation } from '../plan/remedy.ts'
import { leftRed } from '../plan/situation.ts'
import { jobCase } from '../rerun/job-case.ts'
import { redJob } from '../rerun/red-jobs.ts'
import { endOf, redOf, type StoredAttempt, type StoredJob, type StoredRun } from './stored-runs.ts'

/** What else was known when an attempt had failed. */
export interface Knowledge {
  readonly past: Past
  readonly changes: readonly Change[]
  readonly rules: ReadonlyMap<string, Rule>
}

/**
 * A failed attempt as it was seen when it had just failed: the same facts that a fresh case gives, out of the history. Of its later
 * attempts nothing is in it. What a history does not keep is left out: logs, who started it, and what the diagnosis said of a re-run,
 * for which the estimate of the rule that recognised the failure stands, else that of its category.
 */
export function storedSituation(run: StoredRun, attempt: StoredAttempt, { past, changes, rules }: Knowledge): Situation {
  const file = caseOf(run, attempt, past, changes)
  const nowMs = attempt.endedMs
  const judged = redOf(attempt).map(stored => {
    const job = jobOf(stored)
    return { job, diagnosis: diagnosisOf(stored, jobCase(file, job), rules) }
  })
  const failures = judged.flatMap(({ diagnosis }) => diagnosis.failures)
  return {
    diagnosis: { ...(judged[0]?.diagnosis ?? diagnosisOf(null, file, rules)), failures },
    file,
    redJobs: judged.map(({ job, diagnosis }) => redJob(file, job, diagnosis, nowMs)),
    leftRed: leftRed(file),
    nowMs,
  }
}

function caseOf(run: StoredRun, { attempt, startedMs, jobs }: StoredAttempt, past: Past, changes: readonly Change[]): CaseFile {
  const facts = jobs[0]?.facts
  return {
    schema: 'sherpa.case/1',
    source: { kind: 'run-document', name: `${run.repository}#${run.run}` },
    run: {
      ...{ repository: run.repository, workflow: run.workflow, run: run.run, attempt, conclusion: 'failure', changes },
      ...(facts?.event && { event: facts.event }),
      ...(facts?.branch && { branch: facts.branch }),
      ...(facts?.base && { base: facts.base }),
      ...(facts?.commit && { commit: facts.commit }),
      ...(facts?.pullRequest && { pullRequest: facts.pullRequest }),
      startedAt: timeOf(startedMs),
    },
    jobs: jobs.map(jobOf),
    past,
    attempts: run.attempts
      .filter(other => other.attempt < attempt)
      .map(other => ({ attempt: other.attempt, jobs: other.jobs.map(jobOf) })),
    logs: [],
    reports: jobs.flatMap(({ facts, failedTests }) => (failedTests.length > 0 ? [reportOf(facts.job, failedTests, facts)] : [])),
    notes: [],
  }
}

function jobOf({ facts }: StoredJob): Job {
  const { job: name, conclusion, startedMs, durationMs } = facts
  return {
    name,
    ...(conclusion !== null && { conclusion }),
    ...(startedMs !== null && { startedAt: timeOf(startedMs) }),
    ...(startedMs !== null && durationMs !== null && { completedAt: timeOf(endOf(facts)) }),
  }
}

const reportOf = (
  job: string,
  failedTests: StoredJob['failedTests'],
  { tests, testsFailed, testsSkipped }: StoredJob['facts'],
): CaseFile['reports'][number] => {
  const failed = Math.max(testsFailed ?? 0, failedTests.length)
  const skipped = testsSkipped ?? 0
  const total = Math.max(tests ?? 0, failed + skipped)
  return {
    ...{ framework: 'history', job, total, failed, skipped, passed: total - failed - skipped },
    failedTests,
  }
}

/** What the history keeps of a failure, in the light of its past: as a diagnosis weighs it. */
function diagnosisOf(stored: StoredJob | null, file: CaseFile, rules: Knowledge['rules']): Diagnosis {
  const failure = stored?.failure ?? null
  const rule = rules.get(failure?.rule ?? '')
  const category = categoryOf(failure, rule)
  const verdict = { category, confidence: failure?.confidence ?? 0, transient: rule?.transient ?? TRANSIENT[category] }
  const weighed = weighFlakiness(verdict, file)
  return {
    ...{ schema: 'sherpa.diagnosis/1', source: file.source, run: file.run, ...weighed },
    headline: failure?.title ?? 'nothing is known of this failure',
    failures: failure ? [{ ...failure, category: weighed.category }] : [],
    ...{ highlights: [], tests: file.reports, anomalies: [], causes: [], explanation: '', nextSteps: [], notes: [] },
    stats: { logs: 0, lines: 0, bytes: 0, jobs: file.jobs.length, failedJobs: stored ? 1 : 0, compared: false },
  }
}

/** A test that the history calls flaky may have been called so for a later attempt, which nobody knew of then. */
const categoryOf = (failure: PastFailure | null, rule: Rule | undefined): Category =>
  failure?.category === 'flaky_test' && rule?.category !== 'flaky_test' ? 'test' : (failure?.category ?? 'unknown')

/** That a plain re-run passes, where no rule says how likely that is. Estimates. */
const TRANSIENT: Readonly<Record<Category, number>> = {
  network: 0.75,
  rate_limit: 0.75,
  runner: 0.75,
  cancelled: 0.7,
  flaky_test: 0.7,
  timeout: 0.5,
  resource: 0.35,
  unknown: 0.3,
  crash: 0.3,
  deploy: 0.25,
  auth: 0.15,
  test: 0.15,
  dependency: 0.1,
  config: 0.05,
  compile: 0.05,
  lint: 0.05,
}

const timeOf = (ms: number) => new Date(ms).toISOString()
