import type { Ecosystem } from '../ecosystem.ts'
import { tomlPackages } from '../toml.ts'

/** `uv.lock`, and `pylock.toml` of PEP 751 (https://peps.python.org/pep-0751/), which name packages alike. */
export const ecosystem: Ecosystem = {
  id: 'pypi',
  reads: path => /(?:^|\/)(?:uv\.lock|pylock(?:\.[\w-]+)?\.toml|pdm\.lock)$/.test(path),
  entries: tomlPackages,
}
