import type { Entry } from './ecosystem.ts'
import type { Side } from './unified-diff.ts'

const TABLE = /^\s*\[{1,2}([^\]]{1,200})\]/
const PAIR = /^\s*["']?([\w.-]{1,100})["']?\s*=\s*(.{1,1000})$/
const TEXT = /^["']([^"']{1,200})["']/
const INLINE_VERSION = /\b(?:version|rev|tag|branch)\s*=\s*["']([^"']{1,200})["']/
/** A version or range: what else a manifest's pairs say does not look like one. */
const RANGE = /^(?:[~^<>=!v\s]*\d[\w.*+\-\s,|<>=~^!]*|\*)$/
/** Pairs about the package itself, or about a tool, where no table tells. */
const NO_PACKAGE =
  /^(?:version|edition|rust-version|resolver|name|python|requires-python|target-version|line-length|python_version|channel|minversion)$/

/** `name = "1.2"` and `name = { version = "1.2" }` in the tables wanted (undefined: no table is to be seen). */
export function tomlPairs(side: Side, isWanted: (table: string | undefined) => boolean): Entry[] {
  return side.flatMap(lines => {
    let table: string | undefined
    return lines.flatMap(({ n, text }): Entry[] => {
      const opened = TABLE.exec(text)?.[1]?.trim()
      if (opened !== undefined) {
        table = opened
        return []
      }
      const [, key = '', value = ''] = PAIR.exec(text) ?? []
      if (key === '' || !isWanted(table)) return []
      const plain = TEXT.exec(value)?.[1]
      const version = value.startsWith('{') ? INLINE_VERSION.exec(value)?.[1] : plain && RANGE.test(plain) ? plain : undefined
      if (version === undefined) return []
      const owner = /dependencies\.([\w-]+)$/.exec(table ?? '')?.[1]
      if (owner !== undefined) return key === 'version' ? [{ name: owner, version, line: n, direct: true }] : []
      return NO_PACKAGE.test(key) ? [] : [{ name: key, version, line: n, direct: true }]
    })
  })
}

/** `name = "…"` followed by `version = "…"`, as lock files write their packages. */
export function tomlPackages(side: Side): Entry[] {
  return side.flatMap(lines => {
    let name: string | undefined
    return lines.flatMap(({ n, text }) => {
      if (TABLE.test(text)) name = undefined
      const [, key = '', value = ''] = PAIR.exec(text) ?? []
      const plain = TEXT.exec(value)?.[1]
      if (key === 'name') name = plain
      return key === 'version' && name && plain ? [{ name, version: plain, line: n, direct: false }] : []
    })
  })
}
