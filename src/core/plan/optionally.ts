import type { Remedy } from './remedy.ts'

/** The same parameters, each of which may be left out. */
export const optionally = (specs: Remedy['params']): Remedy['params'] =>
  Object.fromEntries(Object.entries(specs).map(([name, spec]) => [name, { ...spec, optional: true as const }]))
