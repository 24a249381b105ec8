import { remedies } from '../remedies/index.ts'
import { NATURES } from '../rerun/nature.ts'
import type { PolicyFacts } from './facts.ts'

/** Facts of which some are left out. */
export type SomeFacts = Optional<Omit<PolicyFacts, 'failure' | 'run' | 'now'>> & {
  readonly failure?: Optional<PolicyFacts['failure']> | undefined
  readonly run?: Optional<PolicyFacts['run']> | undefined
  readonly now?: Pick<PolicyFacts['now'], 'at'> | undefined
}

type Optional<T> = { readonly [Key in keyof T]?: T[Key] | undefined }

/** A Monday in working hours, where nobody says when. */
const SOME_MONDAY = '2026-01-05T12:00:00Z'

/** Some facts with the others: not known where that can be said, of the first attempt, and about a failure of which nothing is sure. */
export function completeFacts({ failure, run, now, ...rest }: SomeFacts): PolicyFacts {
  const remedy = rest.remedy ?? 'rerun-failed-jobs'
  const { risk, reversible } = remedies.find(({ id }) => id === remedy) ?? { risk: 'high', reversible: false }
  const at = new Date(now?.at ?? SOME_MONDAY)
  return {
    ...over<Omit<PolicyFacts, 'failure' | 'run' | 'now'>>(
      { remedy, params: {}, risk, reversible, costMinutes: 0, environments: null },
      rest,
    ),
    failure: over({ ...UNSURE, nature: NATURES[failure?.category ?? 'unknown'] }, failure),
    run: over(UNKNOWN_RUN, run),
    now: { at: at.toISOString(), weekday: at.getUTCDay(), hour: at.getUTCHours() },
  }
}

const UNSURE: Omit<PolicyFacts['failure'], 'nature'> = {
  category: 'unknown',
  confidence: 0,
  transient: 0,
  fingerprint: null,
  job: null,
}

const UNKNOWN_RUN: PolicyFacts['run'] = {
  repository: null,
  workflow: null,
  run: null,
  attempt: 1,
  event: null,
  branch: null,
  base: null,
  pullRequest: null,
  commit: null,
  actor: null,
  triggeredBy: null,
  fork: null,
  files: null,
  labels: null,
  author: null,
  title: null,
}

/** The first, with what the second says instead. */
const over = <T extends object>(usual: T, said: Optional<T> = {}): T => ({
  ...usual,
  ...(Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)) as Partial<T>),
})
