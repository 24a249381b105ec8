import type { Remedy } from '../plan/remedy.ts'
import { findAttempt, rerun, thingOfRun, verifyAttempt } from '../rerun/rerun-effect.ts'

/** Runs the whole run again: where a re-run of single jobs would take over stale outputs of others. Nobody proposes it by itself. */
export const remedy: Remedy = {
  id: 'rerun-run',
  title: () => 're-run all jobs',
  params: {},
  risk: 'low',
  reversible: false,
  propose: () => [],
  thing: thingOfRun,
  find: findAttempt,
  act: (subject, world) => rerun(subject, world, 'all'),
  verify: verifyAttempt,
}
