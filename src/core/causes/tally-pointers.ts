import type { CaseFile } from '../model/case-file.ts'
import type { Pointer } from '../model/pointer.ts'

/** What all pointers of one kind of line together say about one suspect. */
export interface Tally {
  readonly index: number
  /** The one that says most. */
  readonly pointer: Pointer
  readonly weight: number
  readonly at: number
  readonly job: string | null
}

/** Log-odds that one full vote is worth, by what the lines say. */
const WORTH: Record<Pointer['where'], number> = { broken: 2.9, error: 1.6, frame: 0.9, aside: 0.5 }

/**
 * Lets each pointer vote for the suspects that it fits (`fits`: 0..1 for each of them). The best fit gets its fit, the others less;
 * votes add up with diminishing returns.
 */
export function tallyPointers(file: CaseFile, fits: (pointer: Pointer) => readonly number[]): Tally[] {
  const votes = new Map<string, { index: number; sum: number; best: number; pointer: Pointer; job: string | null }>()
  for (const { pointers = [], job } of file.logs) {
    for (const pointer of pointers) {
      const all = fits(pointer)
      const most = Math.max(0, ...all)
      if (most === 0) continue
      all.forEach((fit, index) => {
        if (fit === 0) return
        const vote = fit * (fit / most) ** 2 * (1 + Math.log2(pointer.count) / 2)
        const key = `${index} ${pointer.where}`
        const known = votes.get(key)
        if (!known) votes.set(key, { index, sum: vote, best: vote, pointer, job })
        else {
          known.sum += vote
          if (vote > known.best) Object.assign(known, { best: vote, pointer, job })
        }
      })
    }
  }
  const isBroken = file.logs.some(({ pointers = [] }) => pointers.some(({ where }) => where === 'broken'))
  return [...votes.values()].map(({ index, sum, pointer, job }) => ({
    index,
    pointer,
    job,
    at: pointer.at,
    weight: WORTH[pointer.where] * Math.log1p(sum * 1.5) * (isBroken && pointer.where !== 'broken' ? ECHO : 1),
  }))
}

/** Where something is missing, what else fails is mostly its echo. */
const ECHO = 0.4
