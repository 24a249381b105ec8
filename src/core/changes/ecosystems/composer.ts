import type { Ecosystem } from '../ecosystem.ts'

/** `composer.json` and `composer.lock` (https://getcomposer.org/doc/04-schema.md); `php` and `ext-…` count. */
export const ecosystem: Ecosystem = {
  id: 'composer',
  reads: path => /(?:^|\/)composer\.(?:json|lock)$/.test(path),
  entries: (side, path) =>
    side.flatMap(lines => {
      let owner: string | undefined
      return lines.flatMap(({ n, text }) => {
        const [, key = '', value = ''] = PAIR.exec(text) ?? []
        if (path.endsWith('.json')) {
          const isPackage = /^[\w.-]+\/[\w.-]+$/.test(key) || /^(?:php|ext-[\w-]+)$/.test(key)
          return isPackage && /\d|^\*$|^dev-/.test(value) ? [{ name: key, version: value, line: n, direct: true }] : []
        }
        if (key === 'name') owner = value.includes('/') ? value : undefined
        if (key !== 'version' || !owner) return []
        const entry = { name: owner, version: value, line: n, direct: false }
        owner = undefined
        return [entry]
      })
    }),
}

const PAIR = /^\s*"([^"]{1,200})"\s*:\s*"([^"]{1,300})"/
