import type { Ecosystem, Entry } from '../ecosystem.ts'
import type { SideLine } from '../unified-diff.ts'

/** `go.mod` (https://go.dev/ref/mod#go-mod-file) and `go.sum`; the toolchain counts as a dependency named `go`. */
export const ecosystem: Ecosystem = {
  id: 'go',
  reads: path => /(?:^|\/)go\.(?:mod|sum|work)$/.test(path),
  entries: (side, path) => side.flat().flatMap(path.endsWith('.sum') ? summed : required),
}

const IS_MODULE = /^[\w-]{1,60}\.[\w.-]{1,100}(?:\/|$)/
const IS_VERSION = /^v\d/

function required({ n, text }: SideLine): Entry[] {
  const words = text.trim().split(/\s+/, 12)
  if ((words[0] === 'go' || words[0] === 'toolchain') && /^(?:go)?\d/.test(words[1] ?? ''))
    return [{ name: 'go', version: (words[1] as string).replace(/^go/, ''), line: n, direct: true }]
  const asked = words.includes('=>') ? words.slice(words.indexOf('=>') + 1) : words[0] === 'require' ? words.slice(1) : words
  const [name = '', version = ''] = asked
  return IS_MODULE.test(name) && IS_VERSION.test(version)
    ? [{ name, version, line: n, direct: !text.includes('// indirect') }]
    : []
}

function summed({ n, text }: SideLine): Entry[] {
  const [name = '', version = '', hash = ''] = text.split(/\s+/, 3)
  const isOfSource = hash.startsWith('h1:') && !version.endsWith('/go.mod')
  return isOfSource && IS_MODULE.test(name) ? [{ name, version, line: n, direct: false }] : []
}
