import { AT } from './candidate-features.ts'
import type { Candidate } from './candidates.ts'

/**
 * How often, on labelled logs, a rule's match lay where people pointed and its category was theirs: log-odds, drawn towards the
 * mean of the rule's role where few projects showed it.
 */
export interface RuleRecord {
  readonly pointed: number
  readonly agreed: number
}

/** The record of each rule by id; of rules never seen, their role's under `role:cause`, `role:summary`, `role:symptom`. */
export type RuleRecords = Readonly<Record<string, RuleRecord>>

/** Writes the rules' records into the candidates' features. */
export function recall(candidates: readonly Candidate[], records: RuleRecords): void {
  for (const candidate of candidates) {
    if (candidate.kind !== 'match') continue
    const record = records[candidate.match.rule] ?? records[`role:${candidate.match.role}`]
    candidate.features[AT.pointed] = record?.pointed ?? 0
    candidate.features[AT.agreed] = record?.agreed ?? 0
  }
}
