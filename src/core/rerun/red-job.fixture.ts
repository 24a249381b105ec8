import type { RedJob } from './red-jobs.ts'

/** A job that the network failed, unless told otherwise. */
export const redJob = (given: Partial<RedJob> = {}): RedJob => ({
  name: 'unit',
  id: 1,
  category: 'network',
  confidence: 0.9,
  title: 'the connection was reset',
  fingerprint: 'v1:a',
  chance: 0.9,
  nature: 'transient',
  minutes: 10,
  spell: null,
  failedBefore: 0,
  ...given,
})
