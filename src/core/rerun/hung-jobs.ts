import type { CaseFile } from '../model/case-file.ts'
import { median } from '../series/order.ts'

/** A job that is under way, and has been for far longer than ever before. */
export interface HungJob {
  readonly name: string
  readonly minutes: number
  /** What it took otherwise: as a median, and at most. */
  readonly usual: number
  readonly longest: number
}

/** Fewer runs than these tell nothing. */
const FEWEST = 5
/** How many times as long as the longest. */
const FAR_BEYOND = 3
const LEAST_MINUTES = 30

/** The jobs of a run under way that hang, by the durations that are remembered of them. */
export function hungJobs({ run, jobs, past }: CaseFile, nowMs: number): readonly HungJob[] {
  if (run?.status !== 'in_progress') return []
  return jobs.flatMap(({ name, conclusion, startedAt, completedAt }) => {
    const startedMs = Date.parse(startedAt ?? '')
    if (conclusion !== undefined || completedAt !== undefined || Number.isNaN(startedMs)) return []
    const known = past?.metrics?.find(({ job, metric }) => job === name && metric === 'durationMs')?.points ?? []
    if (known.length < FEWEST) return []
    const took = known.map(({ value }) => value / 60_000)
    const minutes = (nowMs - startedMs) / 60_000
    const longest = Math.max(...took)
    const hangs = minutes > FAR_BEYOND * longest && minutes > longest + LEAST_MINUTES
    return hangs ? [{ name, minutes, usual: median(took), longest }] : []
  })
}
