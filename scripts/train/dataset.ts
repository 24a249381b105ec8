/** Labelled logs made ready for training: examined once by the product's own reader. */
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import type { Evidence } from '../../src/core/locate/line-features.ts'
import { type Baseline, createBaselineReader } from '../../src/core/log/baseline.ts'
import { createKeeper } from '../../src/core/log/keep.ts'
import { examine, type Knowledge } from '../../src/core/log/read.ts'
import type { LogFormat } from '../../src/core/model/log.ts'
import type { LabelledLog } from '../measure/corpus.ts'

/** A log with its evidence and, for each line, whether people marked it. */
export interface Example {
  readonly row: LabelledLog
  readonly group: string
  readonly evidence: Evidence
  readonly format: LogFormat
  readonly bytes: number
  readonly gold: Uint8Array
}

export const readBytes = (path: string): Uint8Array => {
  const bytes = readFileSync(path)
  return bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes
}

/** The project, so that no project is both learned from and measured on. */
export const groupOf = ({ project }: LabelledLog): string =>
  (project.split(':')[0] as string).split('/').at(-1)?.toLowerCase() ?? project

export function readExample(
  row: LabelledLog,
  knowledge: Pick<Knowledge, 'matcher' | 'frameworks' | 'scanner'>,
  compare: boolean,
): Example {
  const keeper = createKeeper(knowledge.scanner)
  keeper.push(readBytes(row.log))
  const kept = keeper.end()
  const { format, ...examined } = examine(kept, knowledge)
  const marked = new Set(
    (row.lines ?? []).flatMap(([start, end]) => Array.from({ length: end - start + 1 }, (_, i) => start + i)),
  )
  return {
    row,
    group: groupOf(row),
    evidence: { ...examined, baseline: compare && row.passLog ? baselineOf(row.passLog) : undefined },
    format,
    bytes: kept.bytes,
    gold: Uint8Array.from(examined.lines, line => (marked.has(line.n) ? 1 : 0)),
  }
}

function baselineOf(path: string): Baseline {
  const reader = createBaselineReader()
  reader.push(readBytes(path))
  return reader.end()
}

/** A fold for each group, the same in every run. */
export function foldOf(group: string, folds: number): number {
  let hash = 7
  for (const char of group) hash = (Math.imul(hash, 31) + (char.codePointAt(0) ?? 0)) | 0
  return Math.abs(hash) % folds
}

/** A small deterministic random source (mulberry32), so that training twice gives the same weights. */
export function randomSource(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}
