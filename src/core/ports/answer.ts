import type { Trouble } from '../model/trouble.ts'

/** Something asked of the world: what was had, or why it could not be. */
export type Answer<T> = { readonly value: T; readonly trouble?: never } | { readonly trouble: Trouble; readonly value?: never }

/** What was done to the world: surely done, surely not, or nobody knows (a call that timed out may have worked). */
export type Deed<T> =
  | { readonly value: T; readonly trouble?: never }
  | { readonly trouble: Trouble; readonly mayHaveHappened: boolean; readonly value?: never }
