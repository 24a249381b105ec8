import { type Baseline, createBaselineReader, MOST_GREEN_LINES } from '../log/baseline.ts'
import { createLogReader, type Knowledge } from '../log/read.ts'
import type { JobRecord } from '../model/history.ts'
import { withLog } from './with-log.ts'

export interface GreenReading {
  readonly knowledge: Knowledge
  /** What green logs of the job printed that are known. */
  readonly baseline: Baseline | undefined
}

/** The job with what its green log says, and hashes of its lines. Throws a SherpaError where it cannot be read. */
export async function readGreenLog(
  chunks: AsyncIterable<Uint8Array>,
  job: JobRecord,
  { knowledge, baseline }: GreenReading,
): Promise<JobRecord & { readonly greenLines: readonly number[] }> {
  const reader = createLogReader({ name: job.name, job: job.name, knowledge })
  const lines = createBaselineReader()
  for await (const chunk of chunks) {
    reader.push(chunk)
    lines.push(chunk)
  }
  const { hashes } = lines.end()
  const greenLines = [...hashes].slice(0, MOST_GREEN_LINES)
  return { ...withLog(job, { ...reader.endGreen(), ...newLinesOf(hashes, baseline) }), greenLines }
}

/** Of a log with more lines than are kept of one nothing is told. */
const newLinesOf = (hashes: ReadonlySet<number>, baseline: Baseline | undefined) =>
  baseline && hashes.size <= MOST_GREEN_LINES ? { newLines: [...hashes].filter(hash => !baseline.hasHash(hash)).length } : {}
