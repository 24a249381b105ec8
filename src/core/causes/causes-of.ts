import { readDependencyChanges } from '../changes/read-changes.ts'
import type { CaseFile } from '../model/case-file.ts'
import type { Cause, Failure } from '../model/diagnosis.ts'
import { signals } from '../signals/index.ts'
import { rankCauses } from './rank-causes.ts'

/** What may be behind the failures, most likely first. Pure. */
export function causesOf(file: CaseFile, failures: readonly Failure[], transient: number): Cause[] {
  const changed = file.dependencies ?? readDependencyChanges(file.run?.changes ?? [])
  const known = new Set(changed.map(({ name }) => name.toLowerCase()))
  const drifted = file.logs.flatMap(({ drifts = [] }) => drifts).filter(({ name }) => !known.has(name.toLowerCase()))
  const dependencies = [...changed, ...drifted].filter(({ ecosystem }) => ecosystem !== 'runner')
  const runners = changed.filter(({ ecosystem }) => ecosystem === 'runner')
  return rankCauses({ file, failures, transient, dependencies, runners }, signals)
}
