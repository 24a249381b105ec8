import type { Trouble } from '../model/trouble.ts'

/** Why a list stays as it is. */
export const notQuarantined = (message: string): { readonly trouble: Trouble } => ({
  trouble: { code: 'not-quarantined', kind: 'world', message, hint: 'edit the list by hand' },
})
