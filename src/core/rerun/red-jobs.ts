import { diagnose } from '../diagnose.ts'
import { outcomeOf } from '../history/outcome.ts'
import type { Knowledge } from '../log/read.ts'
import type { CaseFile } from '../model/case-file.ts'
import type { Category } from '../model/category.ts'
import type { Diagnosis } from '../model/diagnosis.ts'
import type { Job } from '../model/run.ts'
import { chanceOf } from './chance.ts'
import { jobCase } from './job-case.ts'
import { rerunsOf } from './reruns.ts'
import { type Spell, spellOf } from './spell.ts'

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
  /** What is down meanwhile, where it looks like that. */
  readonly spell: Spell | null
  /** How often it failed in this run before. */
  readonly failedBefore: number
}

/** `transient`: a re-run may pass. `deterministic`: it cannot. `unproven`: nobody knows. */
export type Nature = 'transient' | 'deterministic' | 'unproven'

const NATURES: Readonly<Record<Category, Nature>> = {
  flaky_test: 'transient',
  network: 'transient',
  rate_limit: 'transient',
  runner: 'transient',
  timeout: 'transient',
  cancelled: 'transient',
  resource: 'unproven',
  crash: 'unproven',
  auth: 'unproven',
  deploy: 'unproven',
  unknown: 'unproven',
  test: 'deterministic',
  compile: 'deterministic',
  lint: 'deterministic',
  dependency: 'deterministic',
  config: 'deterministic',
}

/** The failed jobs of an attempt, each judged for itself, in the CI's order. */
export const redJobs = (file: CaseFile, knowledge: Pick<Knowledge, 'matcher' | 'models'>, nowMs: number): readonly RedJob[] =>
  file.jobs
    .filter(job => outcomeOf(job.conclusion) === 'failed')
    .map(job => redJob(file, job, diagnose(jobCase(file, job), knowledge), nowMs))

function redJob(file: CaseFile, job: Job, diagnosis: Diagnosis, nowMs: number): RedJob {
  const { category, confidence, transient, failures, headline } = diagnosis
  const runs = file.past?.runs ?? []
  const fingerprint = failures[0]?.fingerprint ?? null
  const reruns = fingerprint === null ? [] : rerunsOf(runs, job.name, fingerprint)
  return {
    name: job.name,
    id: job.id ?? null,
    category,
    confidence,
    title: failures[0]?.title ?? headline,
    fingerprint,
    chance: chanceOf(transient, reruns, nowMs).mean,
    nature: NATURES[category],
    minutes: minutesOf(job),
    spell: fingerprint === null || category === 'flaky_test' ? null : spellOf(runs, fingerprint, nowMs),
    failedBefore: (file.attempts ?? []).filter(
      ({ attempt, jobs }) =>
        attempt < (file.run?.attempt ?? 1) &&
        jobs.some(({ name, conclusion }) => name === job.name && outcomeOf(conclusion) === 'failed'),
    ).length,
  }
}

/** Where nobody says how long a job took. */
const USUAL_MINUTES = 10

function minutesOf({ startedAt, completedAt }: Job): number {
  const tookMs = Date.parse(completedAt ?? '') - Date.parse(startedAt ?? '')
  return tookMs >= 0 ? Math.ceil(tookMs / 60_000) : USUAL_MINUTES
}
