import { diagnose } from '../diagnose.ts'
import { outcomeOf } from '../history/outcome.ts'
import type { Knowledge } from '../log/read.ts'
import type { CaseFile } from '../model/case-file.ts'
import type { Category } from '../model/category.ts'
import type { Diagnosis, Failure } from '../model/diagnosis.ts'
import type { PastRun } from '../model/past.ts'
import type { Job } from '../model/run.ts'
import { chanceOf } from './chance.ts'
import { flakyChance } from './flaky-chance.ts'
import { jobCase } from './job-case.ts'
import { NATURES, type Nature } from './nature.ts'
import { rerunsOf } from './reruns.ts'
import { failedInMasses, isServiceAway } from './service-away.ts'
import { failedAt, type Spell, spellOf } from './spell.ts'

/** A job that failed, with what a re-run of it would do. */
export interface RedJob {
  readonly name: string
  readonly id: number | null
  readonly category: Category
  /** That the category is right, 0..1. */
  readonly confidence: number
  readonly title: string
  readonly fingerprint: string | null
  /** That it passes when it is run again, 0..1. */
  readonly chance: number
  readonly nature: Nature
  /** What it took, which is what it takes again. */
  readonly minutes: number
  /** Something that it needs is down, and since when this is known; null where it is not. */
  readonly spell: Spell | null
  /** How often it failed in this run before. */
  readonly failedBefore: number
}

/** The failed jobs of an attempt, each judged for itself, in the CI's order. */
export const redJobs = (file: CaseFile, knowledge: Pick<Knowledge, 'matcher' | 'models'>, nowMs: number): readonly RedJob[] =>
  file.jobs
    .filter(job => outcomeOf(job.conclusion) === 'failed')
    .map(job => redJob(file, job, diagnose(jobCase(file, job), knowledge), nowMs))

/** What is known of a job's failure: a diagnosis, or what the history keeps of one. */
type JobDiagnosis = Pick<Diagnosis, 'category' | 'confidence' | 'transient' | 'headline'> & {
  readonly failures: readonly Pick<Failure, 'fingerprint' | 'title'>[]
}

/** Judges a failed job by what is known of its failure and its past. */
export function redJob(file: CaseFile, job: Job, diagnosis: JobDiagnosis, nowMs: number): RedJob {
  const { category, confidence, transient, failures, headline } = diagnosis
  const own = jobCase(file, job)
  const runs = own.past?.runs ?? []
  const fingerprint = failures[0]?.fingerprint ?? null
  const reruns = fingerprint === null ? [] : rerunsOf(runs, job.name, fingerprint)
  const { nature, prior, hits } = judge(own, { category, transient, fingerprint }, nowMs)
  return {
    name: job.name,
    id: job.id ?? null,
    category,
    confidence,
    title: failures[0]?.title ?? headline,
    fingerprint,
    chance: chanceOf(prior, reruns, nowMs).mean,
    nature,
    minutes: minutesOf(job),
    spell: spellOf(hits, nowMs),
    failedBefore: failedBefore(file, job),
  }
}

interface Judged {
  readonly nature: Nature
  /** That a re-run passes, before any re-run is seen. */
  readonly prior: number
  /** When something was down that it needs; one failure alone does not say so, many tests at once do. */
  readonly hits: readonly number[]
}

/** Enough to call the failure of a test flakiness. */
const LIKELY = 0.5
/** What is away comes back. */
const SERVICE_RETURNS = 0.7

/** What kind of failure it is: by its category, unless the tests' own past or their messages tell otherwise. */
function judge(
  file: CaseFile,
  { category, transient, fingerprint }: Pick<Diagnosis, 'category' | 'transient'> & Pick<RedJob, 'fingerprint'>,
  nowMs: number,
): Judged {
  const runs = file.past?.runs ?? []
  if (category !== 'test' && category !== 'flaky_test') {
    const isSame = (run: PastRun) => fingerprint !== null && run.fingerprint === fingerprint
    return { nature: NATURES[category], prior: Math.max(transient, saidByRules(file, category)), hits: failedAt(runs, isSame) }
  }
  if (isServiceAway(file))
    return { nature: 'transient', prior: SERVICE_RETURNS, hits: [nowMs, ...failedAt(runs, failedInMasses)] }
  const { flaky, passes } = flakyChance(file)
  if (flaky >= LIKELY) return { nature: 'transient', prior: passes, hits: [] }
  return { nature: NATURES[category], prior: transient, hits: [] }
}

/** What the rules that give this category say of a re-run, where it may help at all: a short log has little else to tell. */
function saidByRules({ logs }: CaseFile, category: Category): number {
  if (NATURES[category] !== 'transient') return 0
  const causes = logs.flatMap(({ matches }) => matches.filter(match => match.category === category && match.role !== 'symptom'))
  return Math.max(0, ...causes.map(match => match.transient))
}

const failedBefore = ({ attempts = [], run }: CaseFile, job: Job): number =>
  attempts.filter(
    ({ attempt, jobs }) =>
      attempt < (run?.attempt ?? 1) &&
      jobs.some(({ name, conclusion }) => name === job.name && outcomeOf(conclusion) === 'failed'),
  ).length

/** Where nobody says how long a job took. */
const USUAL_MINUTES = 10

/** Of machine time. */
export function minutesOf({ startedAt, completedAt }: Job): number {
  const tookMs = Date.parse(completedAt ?? '') - Date.parse(startedAt ?? '')
  return tookMs >= 0 ? Math.ceil(tookMs / 60_000) : USUAL_MINUTES
}
