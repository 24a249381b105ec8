import type { ExcerptLine } from '../model/case-file.ts'
import type { LogLine } from '../model/log.ts'
import { createInstalls } from './installs.ts'
import { createKeeper } from './keep.ts'
import { readLines } from './lines.ts'
import { hash53, mask } from './mask.ts'

/** What green logs of the same job print, as hashes of masked lines. */
export interface Baseline {
  has(text: string): boolean
  /** The same by the hash of a masked line. */
  hasHash(hash: number): boolean
  readonly size: number
  /** The versions at which a package was installed. */
  versionsOf(ecosystem: string, name: string): ReadonlySet<string>
}

/** Lines remembered at most; beyond that further lines count as new, which only makes novelty weaker evidence. */
const MAX_LINES = 2_000_000
const PIECE = 1024 * 1024
const LF = 10

/** Reads one or more green logs, in any format, a piece at a time. */
export function createBaselineReader(): {
  push(chunk: Uint8Array): void
  end(): Baseline & { readonly hashes: ReadonlySet<number> }
} {
  const known = new Set<number>()
  const installs = createInstalls()
  const fresh = () => createKeeper({ telling: () => [] })
  let keeper = fresh()
  let size = 0

  function settle() {
    for (const line of readLines(keeper.end().blocks).lines) {
      if (known.size < MAX_LINES) known.add(lineHash(line.text))
      installs.read(line.text)
    }
    keeper = fresh()
    size = 0
  }

  return {
    push(chunk) {
      const cut = size + chunk.length > PIECE ? chunk.lastIndexOf(LF) + 1 : 0
      if (cut > 0) {
        keeper.push(chunk.subarray(0, cut))
        settle()
      }
      keeper.push(chunk.subarray(cut))
      size += chunk.length - cut
    },
    end() {
      settle()
      return { ...createBaseline(known), versionsOf: installs.versionsOf, hashes: known }
    },
  }
}

/** What green logs printed that were read long ago: hashes that a reader made. What was installed is not known any more. */
export const createBaseline = (hashes: ReadonlySet<number>): Baseline => ({
  has: text => hashes.has(lineHash(text)),
  hasHash: hash => hashes.has(hash),
  size: hashes.size,
  versionsOf: () => NONE,
})

const NONE: ReadonlySet<string> = new Set()

const lineHash = (text: string) => hash53(mask(text))

/** Kept of one green log, at most. */
export const MOST_GREEN_LINES = 5000

/**
 * How many different lines, masked, no green log has. A log with more lines than are kept of a green one would always seem to say something
 * new: of it nothing is told.
 */
export function newLinesOf(lines: readonly Pick<ExcerptLine, 'text' | 'novel'>[]): { readonly newLines?: number } {
  if (lines.length > MOST_GREEN_LINES && distinct(lines) > MOST_GREEN_LINES) return {}
  return { newLines: distinct(lines.filter(({ novel }) => novel)) }
}

const distinct = (lines: readonly { readonly text: string }[]) => new Set(lines.map(({ text }) => lineHash(text))).size

/** Marks for each line whether no green log has it; blank lines are never new. */
export const isNovel = (line: LogLine, baseline: Baseline): boolean => line.text.trim() !== '' && !baseline.has(line.text)
