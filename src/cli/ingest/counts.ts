import { SherpaError } from '../../core/model/trouble.ts'
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

/** Ends the command as a mistake of the input where something was refused; what was not is stored. */
export function checkRefused(what: string, { new: fresh, known, refused }: Counts): void {
  if (refused === 0) return
  throw new SherpaError({
    code: 'input-refused',
    kind: 'usage',
    message: `${refused} of the ${what} could not be read and ${refused === 1 ? 'was' : 'were'} passed over; ${fresh + known === 0 ? 'nothing is stored' : 'the others are stored'}`,
    hint: 'correct the lines named above and pass the same input again: what is stored stays as it is',
  })
}
