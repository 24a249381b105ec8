import type { CaseFile } from '../model/case-file.ts'
import { type Candidate, candidatesOf } from './candidates.ts'
import { type RuleRecords, recall } from './rule-records.ts'
import { sumTrees, type Trees } from './trees.ts'

/** A candidate with the log-odds that it is where a person would point. */
export interface Ranked {
  readonly candidate: Candidate
  readonly rank: number
}

/** All candidates of a case, root first. Symptoms come after everything that could have caused them. */
export function rankCandidates(file: CaseFile, { candidate: trees, records }: RankModels): Ranked[] {
  const candidates = candidatesOf(file)
  recall(candidates, records)
  return orderRanked(candidates.map(candidate => ({ candidate, rank: sumTrees(trees, candidate.features, 0) })))
}

/** What is needed to rank; a part of the learned models. */
export interface RankModels {
  readonly candidate: Trees
  readonly records: RuleRecords
}

export const orderRanked = (ranked: readonly Ranked[]): Ranked[] =>
  [...ranked].sort(
    (a, b) => Number(isSymptom(a)) - Number(isSymptom(b)) || b.rank - a.rank || a.candidate.lines[0] - b.candidate.lines[0],
  )

/** Whether it only says that something failed. */
export const isSymptom = ({ candidate }: Pick<Ranked, 'candidate'>) =>
  candidate.kind === 'match' && candidate.match.role === 'symptom'
