import type { Recorded } from '../ports/history.ts'

/** What became of the documents of an input. */
export type Counts = Readonly<Record<Recorded | 'refused', number>>
