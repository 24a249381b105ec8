import type { Rerun } from './reruns.ts'

/** A Beta distribution of the chance that a re-run passes. */
export interface Chance {
  readonly alpha: number
  readonly beta: number
  readonly mean: number
}

/** How many re-runs the diagnosis's own estimate is worth. */
const STRENGTH = 4
/** What was seen so long ago counts half: a signature that stops healing loses its credit. */
const HALF_LIFE_MS = 14 * 86_400_000

/**
 * The posterior of a Beta prior (Gelman et al., Bayesian Data Analysis, 2.4) around what the diagnosis says, and of the re-runs that the
 * history knows of this failure in this job.
 * @param prior 0..1
 */
export function chanceOf(prior: number, reruns: readonly Rerun[], nowMs: number): Chance {
  let alpha = STRENGTH * prior
  let beta = STRENGTH * (1 - prior)
  for (const { atMs, passed } of reruns) {
    const weight = 0.5 ** (Math.max(0, nowMs - atMs) / HALF_LIFE_MS)
    if (passed) alpha += weight
    else beta += weight
  }
  return { alpha, beta, mean: alpha / (alpha + beta) }
}
