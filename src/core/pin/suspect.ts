import { readDependencyChanges } from '../changes/read-changes.ts'
import type { DependencyChange } from '../model/dependency.ts'
import type { Situation } from '../plan/remedy.ts'
import { type Culprit, culpritOf } from '../pull-request/culprit.ts'
import { DEPENDENCY, VERSION } from '../pull-request/names.ts'

/** A dependency that is behind the failure, and where it was good. */
export type Suspected =
  | { readonly change: Known; readonly culprit: Culprit; readonly confidence: number }
  /** Nobody moved it: a new release came by itself. */
  | { readonly change: Known; readonly culprit: null; readonly branch: string; readonly confidence: number }

/** It was there before, and is there still. */
export type Known = DependencyChange & { readonly from: string; readonly to: string }

/** Of the causes, before anything is done about one. */
const SURE = 0.7
/** A version, and no range of them. */
const RELEASE = /^\d[\w.+!-]*$/

/** The dependency that most likely broke the run, where the signals leave little doubt; null where they do, or where it moved in several places. */
export function suspectedDependency(situation: Situation): Suspected | null {
  const { diagnosis, file, trunk } = situation
  if (trunk === undefined) return null
  const [cause] = diagnosis.causes
  if (cause?.kind !== 'dependency' || cause.confidence < SURE) return null
  const { confidence } = cause
  const isMeant = ({ name }: DependencyChange) => name === cause.subject
  const changed = (file.dependencies ?? readDependencyChanges(file.run?.changes ?? [])).filter(isMeant)
  const [change] = changed
  if (change) {
    const culprit = culpritOf(situation)
    return changed.length === 1 && culprit && isKnown(change) ? { change, culprit, confidence } : null
  }
  const drift = file.logs.flatMap(({ drifts = [] }) => drifts).find(isMeant)
  const isRelease = drift && isKnown(drift) && RELEASE.test(drift.from) && RELEASE.test(drift.to)
  return isRelease ? { change: drift, culprit: null, branch: file.run?.base ?? trunk.branch, confidence } : null
}

const isKnown = (change: DependencyChange): change is Known =>
  change.from !== null &&
  change.to !== null &&
  DEPENDENCY.test(change.name) &&
  VERSION.test(change.from) &&
  VERSION.test(change.to)
