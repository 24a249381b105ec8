import type { Ecosystem, Entry } from '../ecosystem.ts'

/** `pnpm-lock.yaml`, versions 5 to 9 (https://github.com/pnpm/spec/tree/master/lockfile), and the catalogs of `pnpm-workspace.yaml`. */
export const ecosystem: Ecosystem = {
  id: 'npm',
  reads: path => /(?:^|\/)pnpm-(?:lock|workspace)\.yaml$/.test(path),
  entries: (side, path) =>
    side.flatMap(lines => {
      const isLock = path.endsWith('lock.yaml')
      let owner: string | undefined
      return lines.flatMap(({ n, text }): Entry[] => {
        if (!isLock) {
          const [, name, version] = CATALOG.exec(text) ?? []
          return name && version ? [{ name, version, line: n, direct: true }] : []
        }
        const [, name, version] = PACKAGE.exec(text) ?? []
        if (name && version) return [{ name, version, line: n, direct: false }]
        owner = OWNER.exec(text)?.[1] ?? owner
        const asked = VERSION.exec(text)?.[1]
        return asked && owner ? [{ name: owner, version: asked, line: n, direct: false }] : []
      })
    }),
}

/** `/lodash/4.17.21:`, `/lodash@4.17.21:`, `lodash@4.17.21(peer@1):`, with quotes where a scope comes first. */
const PACKAGE = /^ {2}['"]?\/?((?:@[^/'"\s]{1,100}\/)?[^@/'"\s:]{1,200})[@/](\d[^:('"\s_]{0,100})/
const OWNER = /^ {4,6}['"]?((?:@[^/'"\s]{1,100}\/)?[^@/'"\s:]{1,200})['"]?:\s*$/
const VERSION = /^ {6,8}version: ['"]?(\d[^('"\s]{0,100})/
const CATALOG = /^ {2,4}['"]?((?:@[^/'"\s]{1,100}\/)?[^@/'"\s:]{1,200})['"]?: +['"]?([~^<>=]{0,2}\d[^'"\s]{0,100})/
