import type { DependencyChange } from '../model/dependency.ts'
import type { LogLine } from '../model/log.ts'
import type { Baseline } from './baseline.ts'
import { installsIn } from './installs.ts'

const MOST = 100

/** What a log installs at a version at which the green log did not: a release that nothing in the repository pins. */
export function readDrifts(log: string, lines: readonly LogLine[], baseline: Baseline): DependencyChange[] {
  const found = new Map<string, DependencyChange>()
  for (const { n, text } of lines) {
    for (const { ecosystem, name, version } of installsIn(text)) {
      const before = baseline.versionsOf(ecosystem, name)
      const key = `${ecosystem} ${name}`
      if (before.size === 0 || before.has(version) || found.has(key) || found.size >= MOST) continue
      found.set(key, {
        ecosystem,
        name,
        from: [...before].at(-1) ?? null,
        to: version,
        file: log,
        line: n,
        direct: false,
        unpinned: true,
      })
    }
  }
  return [...found.values()]
}
