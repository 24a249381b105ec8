import type { Ecosystem } from '../ecosystem.ts'

/**
 * Requirements in the form of PEP 508 (https://peps.python.org/pep-0508/): requirement and constraint files, and the lists of
 * `pyproject.toml`, `setup.cfg` and `setup.py`.
 */
export const ecosystem: Ecosystem = {
  id: 'pypi',
  reads: path =>
    /(?:^|\/)(?:[\w.-]*(?:requirements|constraints)[\w.-]*\.(?:txt|in|pip)|requirements\/[\w.-]+\.(?:txt|in)|pyproject\.toml|setup\.(?:cfg|py))$/.test(
      path,
    ),
  entries: (side, path) => {
    const pattern = /\.(?:txt|in|pip)$/.test(path) ? BARE : path.endsWith('setup.cfg') ? INDENTED : QUOTED
    return side.flat().flatMap(({ n, text }) =>
      Array.from(text.matchAll(pattern), ([, name = '', version = '']) => ({
        name,
        version: version.replace(/\s+/g, ''),
        line: n,
        direct: true,
      })),
    )
  },
}

const NAME = '([A-Za-z\\d][\\w.-]{0,100})(?:\\s{0,4}\\[[^\\]]{0,100}\\])?'
const VERSION =
  '\\s{0,4}((?:[=~<>!]=?=?|@)\\s{0,4}[^\\s;#\'"\\\\,]{1,200}(?:,\\s{0,4}[=~<>!]{1,3}\\s{0,4}[^\\s;#\'"\\\\,]{1,60}){0,4})'
const BARE = new RegExp(`^\\s{0,4}${NAME}${VERSION}`, 'g')
const INDENTED = new RegExp(`^\\s{1,12}${NAME}${VERSION}`, 'g')
const QUOTED = new RegExp(`["']${NAME}${VERSION}`, 'g')
