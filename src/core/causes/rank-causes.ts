import type { Cause } from '../model/diagnosis.ts'
import type { Finding, Scene, Signal, Suspect } from './signal.ts'

const MOST = 10
const MOST_EVIDENCE = 8
/** Log-odds that something else is the cause, before any evidence. */
const SOMETHING_ELSE = 1

/**
 * Suspects by their summed evidence, best first. Weights are log-odds, added up as if pieces of evidence were independent (naive
 * Bayes; I. J. Good, "Probability and the Weighing of Evidence", 1950), and turned into probabilities that share one certainty among
 * all suspects and "something else". What evidence only speaks against is no suspect.
 */
export function rankCauses(scene: Scene, signals: readonly Signal[]): Cause[] {
  const suspects = new Map<string, { suspect: Suspect; evidence: Cause['evidence'][number][]; sum: number }>()
  for (const { id, find } of signals) {
    for (const finding of find(scene)) {
      const { suspect } = finding
      const key = `${suspect.kind} ${suspect.subject}`
      const known = suspects.get(key) ?? { suspect, evidence: [], sum: 0 }
      suspects.set(key, known)
      known.sum += finding.weight
      known.evidence.push(evidenceOf(id, finding))
    }
  }
  const all = [...suspects.values()].filter(({ evidence }) => evidence.some(({ weight }) => weight >= 0))
  const total = Math.exp(SOMETHING_ELSE) + all.reduce((sum, one) => sum + Math.exp(one.sum), 0)
  return all
    .sort((a, b) => b.sum - a.sum || (a.suspect.subject < b.suspect.subject ? -1 : 1))
    .slice(0, MOST)
    .map(({ suspect: { kind, title, subject }, evidence, sum }) => ({
      kind,
      title,
      subject,
      confidence: Math.round((Math.exp(sum) / total) * 1e4) / 1e4,
      evidence: evidence.sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight)).slice(0, MOST_EVIDENCE),
    }))
}

const evidenceOf = (signal: string, { text, weight, at, url }: Finding) => ({
  signal,
  text,
  weight: Math.round(weight * 100) / 100,
  ...(at ? { at } : {}),
  ...(url ? { url } : {}),
})
