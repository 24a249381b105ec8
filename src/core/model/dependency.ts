/** One dependency that a change moved, added or dropped, as a manifest or lock file shows it. */
export interface DependencyChange {
  /** Who resolves it: `npm`, `maven`, `github-actions`, … */
  readonly ecosystem: string
  /** As the file writes it: `lodash`, `org.slf4j:slf4j-api`, `actions/checkout`; a property where only that is to be seen. */
  readonly name: string
  /** Null where it was added. */
  readonly from: string | null
  /** Null where it was dropped. */
  readonly to: string | null
  readonly file: string
  /** In the new file, 1-based; in the old one where it was dropped. */
  readonly line: number
  /** Somebody wrote it down: in a manifest, not only in a lock file. */
  readonly direct: boolean
  /**
   * Nobody changed it: the build fetched another version than the green run did. `file` is then the name of the log, `line` the line that
   * says so.
   */
  readonly unpinned?: true
}
