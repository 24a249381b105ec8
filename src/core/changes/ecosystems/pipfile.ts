import type { Ecosystem } from '../ecosystem.ts'
import { tomlPairs } from '../toml.ts'

/** Pipenv's `Pipfile` and `Pipfile.lock` (https://pipenv.pypa.io/en/latest/pipfile.html). */
export const ecosystem: Ecosystem = {
  id: 'pypi',
  reads: path => /(?:^|\/)Pipfile(?:\.lock)?$/.test(path),
  entries: (side, path) => {
    if (!path.endsWith('.lock')) return tomlPairs(side, table => table === undefined || /packages$/.test(table))
    return side.flatMap(lines => {
      let owner: string | undefined
      return lines.flatMap(({ n, text }) => {
        owner = OPENED.exec(text)?.[1] ?? owner
        const version = VERSION.exec(text)?.[1]
        return version && owner ? [{ name: owner, version, line: n, direct: false }] : []
      })
    })
  },
}

const OPENED = /^\s*"([^"]{1,200})"\s*:\s*\{/
const VERSION = /^\s*"version"\s*:\s*"([^"]{1,100})"/
