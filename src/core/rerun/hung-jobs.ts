import { countWords } from '../history/words.ts'
import type { CaseFile } from '../model/case-file.ts'
import { median, quantile } from '../series/order.ts'

/** A job that is under way, and has been for far too long. */
export interface HungJob {
  readonly name: string
  /** For a person: how long, and what it took otherwise or may take. */
  readonly text: string
}

/** Fewer runs than these tell nothing. */
const FEWEST = 5
/** How many times as long as 95 % of its runs took. */
const FAR_BEYOND = 3
const LEAST_MINUTES = 30

/**
 * The jobs of a run under way that hang: by the durations that are remembered of them, or by what somebody says a job may take.
 * @param most minutes, as configured
 */
export function hungJobs({ run, jobs, past }: CaseFile, nowMs: number, most?: number): readonly HungJob[] {
  if (run?.status !== 'in_progress') return []
  return jobs.flatMap(({ name, conclusion, startedAt, completedAt }) => {
    const startedMs = Date.parse(startedAt ?? '')
    if (conclusion !== undefined || completedAt !== undefined || Number.isNaN(startedMs)) return []
    const minutes = (nowMs - startedMs) / 60_000
    const known = past?.metrics?.find(({ job, metric }) => job === name && metric === 'durationMs')?.points ?? []
    const took = known.map(({ value }) => value / 60_000)
    const why = most !== undefined && minutes > most ? `it may take ${words(most)}` : tooLong(minutes, took)
    return why === null ? [] : [{ name, text: `${name} has run for ${words(minutes)}; ${why}` }]
  })
}

/** @param took what it took before, in minutes */
function tooLong(minutes: number, took: readonly number[]): string | null {
  if (took.length < FEWEST) return null
  const longest = Math.max(...took)
  const hangs = minutes > Math.max(FAR_BEYOND * quantile(took, 0.95), LEAST_MINUTES) && minutes > longest
  return hangs ? `it usually takes ${words(median(took))}, and never more than ${words(longest)}` : null
}

const words = (minutes: number) => countWords(Math.round(minutes), 'minute')
