/** A line of one side of a change. */
export interface SideLine {
  /** 1-based, in that side's file. */
  readonly n: number
  readonly text: string
}

/** What a change shows of one side of a file: stretches of lines, with gaps between them. */
export type Side = readonly (readonly SideLine[])[]

export interface Sides {
  readonly before: Side
  readonly after: Side
}

const HUNK = /^@@ -(\d{1,9})(?:,\d{1,9})? \+(\d{1,9})(?:,\d{1,9})? @@/
/** A line longer than this is no line of a manifest. */
const LONGEST = 4096

/**
 * Reads both sides out of a unified diff, with or without its file headers
 * (https://www.gnu.org/software/diffutils/manual/html_node/Detailed-Unified.html). What is no diff has no lines; never throws.
 */
export function readUnifiedDiff(patch: string): Sides {
  const before: SideLine[][] = []
  const after: SideLine[][] = []
  let [old, fresh]: [SideLine[], SideLine[]] = [[], []]
  let [oldLine, newLine] = [0, 0]
  let inHunk = false
  for (const raw of patch.split('\n')) {
    const hunk = HUNK.exec(raw)
    if (hunk) {
      ;[oldLine, newLine] = [Number(hunk[1]), Number(hunk[2])]
      ;[old, fresh] = [[], []]
      before.push(old)
      after.push(fresh)
      inHunk = true
      continue
    }
    if (!inHunk) continue
    const text = raw.slice(1, LONGEST).replace(/\r$/, '')
    if (raw.startsWith('-')) old.push({ n: oldLine++, text })
    else if (raw.startsWith('+')) fresh.push({ n: newLine++, text })
    else if (raw.startsWith(' ') || raw === '') {
      old.push({ n: oldLine++, text })
      fresh.push({ n: newLine++, text })
    } else if (!raw.startsWith('\\')) inHunk = false
  }
  return { before, after }
}
