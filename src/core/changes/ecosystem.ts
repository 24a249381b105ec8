import type { Side } from './unified-diff.ts'

/** Reads the manifests and lock files of one package manager. */
export interface Ecosystem {
  /** As printed: `npm`, `maven`, … */
  readonly id: string
  /** Whether a file is one of its own, by its path with `/` between folders. */
  reads(path: string): boolean
  /** What one side of such a file asks for, as far as the change shows it. Never throws; time linear in the text. */
  entries(side: Side, path: string): readonly Entry[]
}

/** One package at one version. */
export interface Entry {
  readonly name: string
  readonly version: string
  /** Where the version is written. */
  readonly line: number
  /** Somebody wrote it down, rather than a tool into a lock file. */
  readonly direct: boolean
}
