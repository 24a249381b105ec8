import type { Ecosystem } from '../ecosystem.ts'

/** `Gemfile`, gem specifications, and `Gemfile.lock` (https://bundler.io/man/gemfile.5.html). */
export const ecosystem: Ecosystem = {
  id: 'gem',
  reads: path => /(?:^|\/)(?:Gemfile(?:\.lock)?|gems\.(?:rb|locked)|[\w.-]+\.gemspec)$/.test(path),
  entries: (side, path) => {
    const isLock = /\.lock(?:ed)?$/.test(path)
    return side.flat().flatMap(({ n, text }) => {
      const [, name, version] = (isLock ? LOCKED : ASKED).exec(text) ?? []
      return name && version ? [{ name, version, line: n, direct: !isLock }] : []
    })
  },
}

/** Four spaces; with six it is what another gem asks for. */
const LOCKED = /^ {4}([\w.-]{1,100}) \(([^()\s]{1,100})\)/
const ASKED =
  /^\s*(?:gem|\w{1,20}\.add(?:_runtime|_development)?_dependency)[ (]\s*["']([\w.-]{1,100})["']\s*,\s*["']([^"']{1,100})["']/
