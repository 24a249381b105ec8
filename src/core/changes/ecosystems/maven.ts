import type { Ecosystem, Entry } from '../ecosystem.ts'
import type { SideLine } from '../unified-diff.ts'

/**
 * Maven's `pom.xml`: dependencies, plug-ins, extensions, the parent, imported BOMs, and properties that stand for versions
 * (https://maven.apache.org/pom.html). Names are `group:artifact`; of a change that does not show the group, the artifact alone.
 */
export const ecosystem: Ecosystem = {
  id: 'maven',
  reads: path => /(?:^|\/)(?:[\w.-]*pom[\w.-]*\.xml|[\w.-]+\.pom|extensions\.xml)$/i.test(path),
  entries(side) {
    const properties = new Map<string, Entry>()
    const found = side.flatMap(lines => artifactsIn(lines, properties))
    const used = new Set<string>()
    const entries = found.map(entry => {
      const property = /^\$\{([^}]{1,200})\}$/.exec(entry.version)?.[1]
      const value = property === undefined ? undefined : properties.get(property)
      if (!value) return entry
      used.add(value.name)
      return { ...entry, version: value.version, line: value.line }
    })
    return [
      ...entries.filter(({ version }) => !version.includes('${')),
      ...[...properties.values()].filter(({ name }) => !used.has(name)),
    ]
  },
}

/** Blocks that name an artifact. */
const BLOCK = /^(?:dependency|plugin|parent|extension|annotationProcessorPath|path|project)$/
const TOKEN = /<(\/?)([\w.-]{1,200})[^<>]{0,200}?(\/?)>([^<]*)/g

function artifactsIn(lines: readonly SideLine[], properties: Map<string, Entry>): Entry[] {
  const found: Entry[] = []
  let block = 'dependency'
  let [group, artifact, version] = ['', '', undefined as { text: string; n: number } | undefined]
  let skipped = 0

  function settle() {
    if (artifact !== '' && version && block !== 'project') {
      const owner = group === '' && block === 'plugin' ? 'org.apache.maven.plugins' : group
      found.push({ name: owner === '' ? artifact : `${owner}:${artifact}`, version: version.text, line: version.n, direct: true })
    }
    ;[group, artifact, version] = ['', '', undefined]
  }

  for (const { n, text } of lines) {
    for (const [, closing, tag = '', empty, after = ''] of withoutComments(text).matchAll(TOKEN)) {
      const value = after.trim()
      if (tag === 'exclusions' || tag === 'exclusion') skipped = closing ? 0 : 1
      if (skipped || empty) continue
      if (BLOCK.test(tag)) {
        settle()
        block = closing ? 'dependency' : tag
      } else if (closing || value === '') continue
      else if (tag === 'groupId') {
        if (group !== '' && version) settle()
        group = value
      } else if (tag === 'artifactId') artifact = value
      else if (tag === 'version') version = { text: value, n }
      else if (isVersion(value) && /version|revision|^[\w-]+(?:\.[\w-]+)+$/i.test(tag))
        properties.set(tag, { name: tag, version: value, line: n, direct: true })
    }
  }
  settle()
  return found
}

const isVersion = (text: string) => /^v?\d[\w.+-]{0,80}$/.test(text)

/** Looked for only as far as one ends, so that openings without end cost nothing. */
function withoutComments(text: string): string {
  const end = text.lastIndexOf('-->') + 3
  return end < 3 ? text : text.slice(0, end).replace(/<!--.*?-->/g, '') + text.slice(end)
}
