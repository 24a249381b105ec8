import type { Diagnosis } from '../model/diagnosis.ts'

const MOST = 5

/** What is unusual against the past, a sentence each with its job, the surest first. */
export const unusual = ({ anomalies }: Pick<Diagnosis, 'anomalies'>): readonly string[] =>
  [...anomalies]
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST)
    .map(({ job, explanation }) => (job === null ? explanation : `${job}: ${explanation}`))
