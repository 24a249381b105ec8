import type { Ecosystem } from '../ecosystem.ts'
import { tomlPackages, tomlPairs } from '../toml.ts'

/** `Cargo.toml` and `Cargo.lock` (https://doc.rust-lang.org/cargo/reference/specifying-dependencies.html). */
export const ecosystem: Ecosystem = {
  id: 'cargo',
  reads: path => /(?:^|\/)Cargo\.(?:toml|lock)$/.test(path),
  entries: (side, path) =>
    path.endsWith('.lock')
      ? tomlPackages(side)
      : tomlPairs(side, table => table === undefined || /dependencies(?:\.[\w-]+)?$|^patch\./.test(table)),
}
