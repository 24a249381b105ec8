import type { Ecosystem, Entry } from '../ecosystem.ts'
import type { Side } from '../unified-diff.ts'

/**
 * npm's `package.json` and `package-lock.json`, versions 1 to 3 (https://docs.npmjs.com/cli/configuring-npm/package-lock-json).
 */
export const ecosystem: Ecosystem = {
  id: 'npm',
  reads: path => /(?:^|\/)(?:package|package-lock|npm-shrinkwrap)\.json$/.test(path),
  entries: (side, path) => (path.endsWith('package.json') ? manifestEntries(side) : lockEntries(side)),
}

const OPENED = /^\s*"((?:[^"\\]|\\.){0,300})"\s*:\s*\{/
const PAIR = /^\s*"([^"]{1,200})"\s*:\s*"([^"]{1,300})"/
/** Sections of a manifest whose pairs are packages. */
const SECTION = /^(?:dev|peer|optional|bundled)?dependencies$|^(?:overrides|resolutions|catalog)$/i
/** A range, a tag, or where to fetch from. */
const SPEC =
  /^(?:[~^<>=v\s]*\d[\w.*+\-\s|<>=~^]*|\*|latest|next|(?:npm|workspace|file|link|portal|patch|github|git|git\+\w+|https?):.+)$/
const NO_PACKAGE = new Set(['version', 'node', 'npm', 'yarn', 'pnpm', 'name', 'packageManager', 'lockfileVersion'])

function manifestEntries(side: Side): Entry[] {
  return side.flatMap(lines => {
    let section: string | undefined
    return lines.flatMap(({ n, text }) => {
      const opened = OPENED.exec(text)?.[1]
      if (opened !== undefined) section = opened
      else if (/^\s*\}/.test(text)) section = undefined
      const [, name = '', version = ''] = PAIR.exec(text) ?? []
      const isDependency = section === undefined ? !NO_PACKAGE.has(name) : SECTION.test(section)
      return isDependency && SPEC.test(version) ? [{ name, version, line: n, direct: true }] : []
    })
  })
}

function lockEntries(side: Side): Entry[] {
  return side.flatMap(lines => {
    let owner: string | undefined
    return lines.flatMap(({ n, text }) => {
      const opened = OPENED.exec(text)?.[1]
      if (opened !== undefined) {
        owner = opened.split('node_modules/').at(-1) ?? opened
        return []
      }
      const [, key, version = ''] = PAIR.exec(text) ?? []
      if (key !== 'version' || !owner) return []
      const entry = { name: owner, version, line: n, direct: false }
      owner = undefined
      return [entry]
    })
  })
}
