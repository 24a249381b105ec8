import type { Counts } from '../../core/record/counts.ts'

export const NO_COUNTS: Counts = { new: 0, known: 0, refused: 0 }

export const addCounts = (a: Counts, b: Counts): Counts => ({
  new: a.new + b.new,
  known: a.known + b.known,
  refused: a.refused + b.refused,
})

/** @param what is counted, in the plural */
export const countsText = (what: string, counts: Counts): string =>
  `${what}: ${counts.new} new, ${counts.known} known, ${counts.refused} refused`
