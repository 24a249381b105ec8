import type { Ecosystem } from '../ecosystem.ts'
import { tomlPackages, tomlPairs } from '../toml.ts'

/** Poetry's tables in `pyproject.toml` and its `poetry.lock` (https://python-poetry.org/docs/pyproject/). */
export const ecosystem: Ecosystem = {
  id: 'pypi',
  reads: path => /(?:^|\/)(?:pyproject\.toml|poetry\.lock)$/.test(path),
  entries: (side, path) =>
    path.endsWith('.lock')
      ? tomlPackages(side)
      : tomlPairs(side, table => table === undefined || /^tool\.poetry(?:\.group\.[\w-]+)?\.(?:dev-)?dependencies/.test(table)),
}
