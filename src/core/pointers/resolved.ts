import type { LogLine } from '../model/log.ts'
import type { Resolved } from '../model/pointer.ts'

/** Maven tells each file that it fetches. */
const FETCHED =
  /Download(?:ing|ed) from [^:]{1,80}: \S{1,200}?\/(?:maven2?|repository\/[\w.-]{1,80}|repo)\/(\S{3,300}?)\/([^/\s]{1,100})\/([^/\s]{1,80})\/[^/\s]{1,200}\.(?:pom|jar)/
const MOST_ARTIFACTS = 300
const MOST_VERSIONS = 8

/** The versions at which artifacts of the groups given were asked for, as far as they had to be fetched. */
export function readResolved(lines: readonly LogLine[], groups: readonly string[]): Resolved[] {
  const asked = new Set(groups)
  const found = new Map<string, Set<string>>()
  for (const { text } of lines) {
    if (!text.includes('Download')) continue
    const [, path, artifact, version] = FETCHED.exec(text) ?? []
    const group = path?.replace(/\//g, '.')
    if (!group || !version || !asked.has(group)) continue
    const name = `${group}:${artifact}`
    const versions = found.get(name) ?? new Set()
    if (versions.size < MOST_VERSIONS) versions.add(version)
    if (found.size < MOST_ARTIFACTS) found.set(name, versions)
  }
  return Array.from(found, ([name, versions]) => ({ name, versions: [...versions] }))
}
