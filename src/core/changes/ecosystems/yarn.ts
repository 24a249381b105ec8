import type { Ecosystem } from '../ecosystem.ts'

/** `yarn.lock`, classic (https://classic.yarnpkg.com/docs/yarn-lock) and Berry (https://yarnpkg.com/advanced/lexicon#lockfile). */
export const ecosystem: Ecosystem = {
  id: 'npm',
  reads: path => /(?:^|\/)yarn\.lock$/.test(path),
  entries: side =>
    side.flatMap(lines => {
      let name: string | undefined
      return lines.flatMap(({ n, text }) => {
        if (/^\S/.test(text)) name = HEAD.exec(text)?.[1]
        const version = VERSION.exec(text)?.[1]
        if (version && name) return [{ name, version, line: n, direct: false }]
        const [, resolved, at] = RESOLUTION.exec(text) ?? []
        return resolved && at && !name ? [{ name: resolved, version: at, line: n, direct: false }] : []
      })
    }),
}

const HEAD = /^"?(@?[^@"\s,:]{1,200})@/
const VERSION = /^ {2}version:? "?([^"\s]{1,200})"?\s*$/
const RESOLUTION = /^ {2}resolution: "(@?[^@"]{1,200})@npm:([^"]{1,100})"/
