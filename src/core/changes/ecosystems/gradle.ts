import type { Ecosystem, Entry } from '../ecosystem.ts'
import type { SideLine } from '../unified-diff.ts'

/**
 * Gradle's build scripts in Groovy and Kotlin, version catalogs (https://docs.gradle.org/current/userguide/version_catalogs.html),
 * lock files, properties that hold versions, and the wrapper, which counts as a dependency named `gradle`.
 */
export const ecosystem: Ecosystem = {
  id: 'maven',
  reads: path =>
    /(?:^|\/)(?:[\w.-]+\.gradle(?:\.kts)?|gradle\.properties|[\w.-]+\.versions\.toml|[\w.-]*gradle\.lockfile|buildscript-gradle\.lockfile|gradle-wrapper\.properties|(?:buildSrc|build-logic)\/.+\.kt)$/.test(
      path,
    ),
  entries(side, path) {
    const lines = side.flat()
    const found = lines.flatMap(line => entriesOf(line, path))
    const versions = new Map(found.filter(({ name }) => !name.includes(':')).map(entry => [entry.name, entry]))
    const used = new Set<string>()
    const resolved = found.map(entry => {
      const variable = /^\$\{?(?:[\w.]+\.)?([\w-]+)\}?$|^ref:(.+)$/.exec(entry.version)
      const value = variable && versions.get(variable[1] ?? variable[2] ?? '')
      if (!value) return entry
      used.add(value.name)
      return { ...entry, version: value.version, line: value.line }
    })
    return resolved.filter(({ name, version }) => !used.has(name) && !/^(?:\$|ref:)/.test(version))
  },
}

const direct = true
const COORDINATE = /["']([\w.-]{1,100}:[\w.-]{1,100}):([^"'@:\s]{1,100})(?:[:@][^"']{0,60})?["']/
const NAMED =
  /group\s*[:=]\s*["']([\w.-]{1,100})["']\s*,\s*name\s*[:=]\s*["']([\w.-]{1,100})["']\s*,\s*version\s*[:=]\s*["']([^"']{1,100})["']/
const PLUGIN = /\b(?:id|kotlin)\s*\(?\s*["']([\w.-]{1,100})["']\s*\)?\s+version\s*\(?\s*["']([^"']{1,100})["']/
const LIBRARY = /\bmodule\s*=\s*["']([\w.-]{1,100}:[\w.-]{1,100})["']/
const LIBRARY_PARTS = /\bgroup\s*=\s*["']([\w.-]{1,100})["'].{0,20}\bname\s*=\s*["']([\w.-]{1,100})["']/
const CATALOG_PLUGIN = /\bid\s*=\s*["']([\w.-]{1,100})["']/
const CATALOG_VERSION = /\bversion\s*=\s*["']([^"']{1,100})["']|\bversion\.ref\s*=\s*["']([\w.-]{1,100})["']/
/** `springVersion = '6.0.1'`, `ext.kotlin_version = "1.9"`, `val ktor = "2.3"`, `ktor="2.3"` of a catalog, `x=1` of properties. */
const VARIABLE =
  /^\s*(?:(?:ext|val|var|def|set|extra|const val)\b[.\s("']*)*([A-Za-z][\w.-]{0,80})["']?\]?\s*[=,:]\s*["']?v?(\d[\w.+-]{0,80})["']?\)?\s*$/
const LOCKED = /^([\w.-]{1,100}:[\w.-]{1,100}):([^=\s]{1,100})=/
const WRAPPER = /^distributionUrl=.{1,200}\/gradle-([\w.-]{1,40}?)-(?:bin|all)\.zip/

function entriesOf({ n, text }: SideLine, path: string): Entry[] {
  if (path.endsWith('lockfile')) return entry(LOCKED.exec(text), n, false)
  if (path.endsWith('wrapper.properties')) {
    const version = WRAPPER.exec(text)?.[1]
    return version ? [{ name: 'gradle', version, line: n, direct }] : []
  }
  const plain = entry(COORDINATE.exec(text), n)
  if (plain.length > 0) return plain
  const [, group, name, version] = NAMED.exec(text) ?? []
  if (group && name && version) return [{ name: `${group}:${name}`, version, line: n, direct }]
  const plugin = entry(PLUGIN.exec(text), n)
  if (plugin.length > 0) return plugin
  const parts = LIBRARY_PARTS.exec(text)
  const library = LIBRARY.exec(text)?.[1] ?? (parts ? `${parts[1]}:${parts[2]}` : CATALOG_PLUGIN.exec(text)?.[1])
  const asked = CATALOG_VERSION.exec(text)
  if (library && asked) return [{ name: library, version: asked[1] ?? `ref:${asked[2]}`, line: n, direct }]
  return /^\s*version\b/.test(text) ? [] : entry(VARIABLE.exec(text), n)
}

const entry = (match: RegExpExecArray | null, line: number, isDirect = direct): Entry[] =>
  match?.[1] && match[2] ? [{ name: match[1], version: match[2], line, direct: isDirect }] : []
