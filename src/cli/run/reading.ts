import { createBaseline, createBaselineReader, MOST_GREEN_LINES } from '../../core/log/baseline.ts'
import { createLogReader } from '../../core/log/read.ts'
import type { LogExtract } from '../../core/model/case-file.ts'
import type { LogReading } from '../../core/record/read-logs.ts'
import { type Configuration, loadConfiguration } from '../configuration.ts'
import type { Environment } from '../environment.ts'
import { logReading } from '../ingest/log-reading.ts'
import { redactorOf } from '../redactor.ts'
import type { RunOptions } from './options.ts'

/** Reads what a command prints while it runs; memory does not grow with it. */
export interface Reading extends LogReading {
  readonly configuration: Configuration
  push(chunk: Uint8Array): void
  /** @param greenLines hashes of the lines that green runs printed */
  end(greenLines: readonly number[]): LogExtract
  /** Hashes of the lines of this log, for when it was a green one. */
  ownLines(): readonly number[]
}

/** As many lines as are remembered of a green log stand within so many bytes. */
const GREEN_BYTES = 8_000_000

/** @param job what the command is called */
export async function createReading(job: string, options: RunOptions, environment: Environment): Promise<Reading> {
  const configuration = await loadConfiguration(options.config, environment)
  const reading = await logReading({ configuration, redact: redactorOf(configuration, environment.variables) })
  const reader = createLogReader({ name: job, job, knowledge: reading.knowledge })
  const green = createBaselineReader()
  let bytes = 0
  return {
    ...reading,
    configuration,
    push(chunk) {
      reader.push(chunk)
      if (bytes < GREEN_BYTES) green.push(chunk)
      bytes += chunk.length
    },
    end: greenLines => reader.end(undefined, greenLines.length > 0 ? createBaseline(new Set(greenLines)) : undefined),
    ownLines: () => [...green.end().hashes].slice(0, MOST_GREEN_LINES),
  }
}
